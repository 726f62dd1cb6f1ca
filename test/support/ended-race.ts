import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyFolder, freePort, type RunningDesk, startDesk } from './desk.ts';
import { evening, recording } from './recording.ts';

/** A desk with a race that is over: three of its results wait, none of them official. */
export async function startEnded(pages: string): Promise<RunningDesk> {
  const folder = await emptyFolder();
  const file = join(folder, 'stage.json');
  const news = evening.map((text, i) => ({ afterS: i + 1, text }));
  await writeFile(file, recording({ riders: 8, seconds: 3000, every: 1, news }));
  return startDesk({ port: await freePort(), tapes: folder, args: ['--feed', `replay:${file}`], pages });
}
