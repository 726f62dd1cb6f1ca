import { openLink } from '../../src/host/link.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { type Asked, inBrowser, onAir, wait } from './browser.ts';
import { costOf } from './watch.ts';

/** A real desk with the built-in race and all graphics on air that have room beside each other: while it runs, and while it rests. */
export async function builtInBench(graphics: readonly string[]) {
  const desk = await startDesk({ port: await freePort(), tapes: await emptyFolder(), args: [], pages: 'dist' });
  const link = openLink('bench', { url: desk.url });
  try {
    for (const overlay of graphics) await take(desk, overlay);
    return await inBrowser({ url: desk.url, renderer: 'canvas' }, async (open) => {
      await onAir(open, Object.keys(link.replica().show.program).length);
      const air = await costOf(open);
      await link.transport({ do: 'pause' });
      await settled(open);
      return { air, rest: await costOf(open) };
    });
  } finally {
    link.close();
    await desk.kill('SIGINT');
  }
}

async function take({ url }: RunningDesk, overlay: string): Promise<void> {
  const answer = await fetch(`${url}api/take-direct?overlay=${overlay}`);
  if (!answer.ok) throw new Error(`The desk refuses ${overlay}: ${await answer.text()}`);
}

/** Until nothing moves any more. */
async function settled(page: Asked): Promise<void> {
  for (let before = -1; ; await wait(1000)) {
    const frames = await page.evaluate<number>('window.ardoise.frames');
    if (frames === before) return;
    before = frames;
  }
}
