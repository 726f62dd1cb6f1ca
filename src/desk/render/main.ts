import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROTOCOL } from '../../wire/protocol.ts';
import { readTheme } from '../../wire/theme/parse.ts';
import { readFeedKinds } from '../feeds/kinds.ts';
import { readText } from '../feeds/replay/read-file.ts';
import { readManifests } from '../manifests.ts';
import { whatFailed } from '../outlive.ts';
import { buildPages } from '../site/build.ts';
import { plainFile, readPages } from '../site/page-file.ts';
import { type RenderArguments, readRenderArguments, renderUsage } from './arguments.ts';
import { materialOf, spanOf } from './asked-material.ts';
import { findBrowser, openBrowser, type UnseenBrowser } from './browser.ts';
import { drawFrames } from './draw-frames.ts';
import { type FilmKind, makeFilm } from './films.ts';
import { openFrameFolder, whyNotWritten } from './frame-folder.ts';
import { frameRates, frameTimes } from './frame-times.ts';
import { leadTo } from './lead.ts';
import { openPageDoor, type PageDoor } from './page-door.ts';
import { createProgress } from './progress.ts';

const root = join(import.meta.dirname, '../../..');
const HD = { width: 1920, height: 1080 };

let browser: UnseenBrowser | null = null;
let door: PageDoor | null = null;

/** What went wrong ends here, in one sentence. */
async function refuse(sentence: string, code = 2): Promise<never> {
  process.stderr.write(`${sentence}\n`);
  return end(code);
}

async function end(code: number): Promise<never> {
  door?.close();
  await browser?.end();
  process.exit(code);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => end(code));

const asked = readRenderArguments(process.argv.slice(2));
if (!asked.ok) await refuse(asked.error);
else if (asked.value.tape === null) process.stdout.write(`${renderUsage}\n`);
else {
  try {
    await render(asked.value, asked.value.tape);
    await end(0);
  } catch (error) {
    await refuse(`The rendering failed (${whatFailed(error)}): give the same command again, it goes on from there.`, 1);
  }
}

async function render(args: RenderArguments, tape: string): Promise<void> {
  const progress = createProgress(process.stderr);
  const manifests = await readManifests(join(root, 'overlays'));
  const material = materialOf(tape, args, await readFeedKinds(), manifests);
  if (!material.ok) return refuse(material.error);
  const theme = args.themeFile === null ? null : readText(args.themeFile);
  if (theme && !theme.ok) return refuse(theme.error);
  const look = theme && readTheme(theme.value, args.themeFile ?? '');
  if (look && !look.ok) return refuse(look.error);
  const rate = frameRates[args.fps]!;
  const times = frameTimes(rate);
  const span = spanOf(args, material.value.material, times);
  if (!span.ok) return refuse(span.error);
  const { from, to } = span.value;
  const count = to - from;
  const folder = openFrameFolder(args.out, settingsOf(args, tape, from), { count, again: args.again });
  if (!folder.ok) return refuse(folder.error);
  for (const sentence of material.value.said) progress.say(sentence);
  const { missing } = folder.value;
  if (missing > 0) progress.say(`${missing} of ${count} frames are there already.`);
  if (missing < count) {
    const found = await findBrowser(args.browser);
    if (!found.ok) return refuse(found.error);
    if (args.pages === null) progress.say('The pages are built.');
    const pages = args.pages === null ? await buildPages(root) : readPages(args.pages, plainFile);
    if (!pages.ok) return refuse(`${pages.error}.`.replace(/\.\.$/, '.'));
    door = await openPageDoor(pages.value, theme?.value ?? '', progress.say);
    const query = new URLSearchParams({
      ...{ offline: String(PROTOCOL), scale: String(args.scale), renderer: args.renderer },
      ...args.edition,
    });
    browser = openBrowser(found.value, `${door.url}/?${query}`);
    browser.onEnd(door.fail);
    try {
      await door.ready;
      const first = from + missing;
      const counts = await drawFrames({
        steps: {
          ...{ material: material.value.material, laps: material.value.laps, history: material.value.history },
          ...{ manifests, times, from: first, to },
          lead: leadTo(times.msOf(first), material.value.material, manifests),
          leftOut: progress.say,
        },
        zero: from,
        size: { width: HD.width * args.scale, height: HD.height * args.scale },
        folder: folder.value,
        door,
        onStep: (step) =>
          'pictures' in step
            ? progress.at(step.pictures, count, 'frames')
            : progress.at(Math.floor(step.ms / 1000), Math.floor(times.msOf(first) / 1000), 'seconds before the first'),
      });
      progress.say(`${counts.distinct} frames were drawn, ${counts.repeated} are as the one before.`);
    } catch (error) {
      const isDisk = error instanceof Error && 'code' in error;
      return refuse(
        isDisk ? whyNotWritten(args.out, error) : error instanceof Error ? error.message : String(error),
        1,
      );
    }
  }
  for (const kind of ['mov', 'webm'] satisfies FilmKind[]) {
    const file = args[kind];
    if (file === null) continue;
    progress.say(`${file} is made${kind === 'webm' ? ', with colour in 4:2:0' : ''}.`);
    const why = await makeFilm({ kind, file, frames: args.out, rate, count });
    if (why !== null) return refuse(why, 1);
  }
  process.stdout.write(`${count} frames are in ${args.out}.\n`);
}

/** All that the pixels depend on, but the program itself. */
function settingsOf(args: RenderArguments, tape: string, from: number) {
  const stamp = (file: string | null) =>
    file === null ? null : `${resolve(file)}, ${statSync(file).size} bytes of ${statSync(file).mtime.toISOString()}`;
  const { fps, scale, edition, renderer } = args;
  const files = { tape: stamp(tape), show: stamp(args.show), theme: stamp(args.themeFile) };
  return { ...files, fps, size: `${HD.width * scale}x${HD.height * scale}`, ...edition, renderer, 'first frame': from };
}
