import { join } from 'node:path';
import type { Manifest } from '../show/manifest.ts';
import { ok, type Result } from '../wire/result.ts';
import { type Arguments, readArguments, usageOf } from './arguments.ts';
import { banner } from './banner.ts';
import { type BroughtAlong, withBroughtAlong } from './brought-along.ts';
import { readClassification } from './classification.ts';
import { mostConnections } from './connections.ts';
import { readCourse } from './course/read.ts';
import { createDesk } from './desk.ts';
import { createApi } from './doors/api.ts';
import { createGate, type Gate } from './doors/gate.ts';
import { type Judge, judgeOf } from './doors/origin.ts';
import { attachSockets } from './doors/sockets.ts';
import { serveThemes } from './doors/themes.ts';
import { driveLive, drivePlayable } from './driver.ts';
import { type Ending, onEnding } from './endings.ts';
import { momentOf } from './feeds/begin.ts';
import type { Live, Playable } from './feeds/feed.ts';
import { type FeedKinds, readFeedKinds } from './feeds/kinds.ts';
import { isPlayable, openFeeds } from './feeds/open.ts';
import { readKits } from './kits.ts';
import { listen } from './listen.ts';
import { readManifests } from './manifests.ts';
import { createNotices, type Notices } from './notices.ts';
import { outliveErrors, outliveTerminal, whatFailed } from './outlive.ts';
import { createRecorder, noPast, nothingOnTape, type Past } from './recorder.ts';
import { readRules } from './rules.ts';
import { offerPages } from './site/offer.ts';
import { readStartList } from './start-list.ts';
import { type Left, leftBehind } from './tape/resume.ts';
import { newTape, sameTape, toldIn } from './tape/write.ts';
import { noThemes, openThemes, type ThemeFolder } from './theme-folder.ts';

const root = join(import.meta.dirname, '../..');

/** What a user got wrong ends here, in one sentence. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

outliveTerminal();
const kinds = await readFeedKinds();
const asked = readArguments(process.argv.slice(2), kinds);
if (!asked.ok) refuse(asked.error);
if (asked.value.help) {
  process.stdout.write(`${usageOf(kinds)}\n`);
  process.exit(0);
}
try {
  await run(asked.value, kinds);
} catch (error) {
  refuse(`The desk cannot start (${whatFailed(error)}): this is a mistake of the program; please report it.`);
}

async function run(args: Arguments, kinds: FeedKinds): Promise<void> {
  const opened = openFeeds(args.feeds, args.seed, kinds);
  if (!opened.ok) refuse(opened.error);
  const { own, doubts } = ownOf(args);
  const feed = {
    ...opened.value,
    reader: withBroughtAlong(opened.value.reader, own, (road) => process.stdout.write(`${road}\n`)),
  };
  const from = isPlayable(feed) ? momentOf(feed, args.from) : null;
  if (from && !from.ok) refuse(from.error);
  const notices = createNotices((line) => process.stderr.write(`${line}\n`));
  for (const doubt of doubts) notices.add('warning', `${doubt}.`);
  const themes = args.themes === null ? ok(noThemes) : openThemes(args.themes, notices);
  if (!themes.ok) refuse(themes.error);
  const judge = judgeOf(args.allowHost);
  const gate = createGate({ judge, notices, mostConnections: mostConnections() });
  // The port is taken first: whoever has it is the only one to go on with its tape.
  const port = await listen(gate.server, args.host, args.port, notices);
  if (!port.ok) refuse(port.error);
  outliveErrors(notices);
  const manifests = await readManifests(join(root, 'overlays'));
  const left = args.fresh ? null : leftBehind(args.tapes, args.source, manifests, Date.now());
  const desk = await open({
    args,
    feed,
    fromMs: from?.value ?? 0,
    manifests,
    left,
    gate,
    judge,
    notices,
    themes: themes.value,
  });
  onEnding((ending) => {
    desk.end(ending);
    process.exit(0);
  });
  // Pages that are open already go on from here; new ones wait for their files.
  await offerPages({ root, dev: args.dev, folder: args.pages }, gate, notices);
  process.stdout.write(banner({ host: args.host, port: port.value, feed: feed.title, tape: desk.tape, left }));
}

function ownOf(args: Arguments): { own: BroughtAlong; doubts: readonly string[] } {
  const course = given(args.course, (file) => readCourse(file, args.track));
  const rules = given(args.rules, readRules);
  const before = given(args.classification, readClassification);
  const list = given(args.starts, readStartList);
  const kits = given(args.kits, readKits);
  const own = {
    ...(list && { starts: list }),
    ...(course && { course: course.course }),
    ...(rules && { rules }),
    ...(before && { before }),
    ...(kits && { kits }),
  };
  const ofCourse = (course?.doubts ?? []).map((doubt) => `--course: ${doubt}`);
  return { own, doubts: [...ofCourse, ...(list?.doubts ?? [])] };
}

/** What a file that was named says; null where none was. */
function given<T>(file: string | null, read: (file: string) => Result<T>): T | null {
  if (file === null) return null;
  const told = read(file);
  return told.ok ? told.value : refuse(told.error);
}

interface Opening {
  readonly args: Arguments;
  readonly feed: Playable | Live;
  readonly fromMs: number;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly left: Left | null;
  readonly gate: Gate;
  readonly judge: Judge;
  readonly notices: Notices;
  readonly themes: ThemeFolder;
}

async function open({ args, feed, fromMs, manifests, left, gate, judge, notices, themes }: Opening) {
  for (const sentence of left?.leftOut ?? []) notices.add('warning', sentence);
  const startedAt = Date.now();
  const name = `${new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-')}-${feed.feeds.join('+')}.ndjson`;
  const isLive = !isPlayable(feed);
  const head = {
    tape: 1,
    feed: feed.feeds[0] ?? '',
    title: feed.title,
    source: args.source,
    startedAt,
    isLive,
  } as const;
  const tape = left ? sameTape(left.file, toldIn(notices)) : newTape(join(args.tapes, name), head, toldIn(notices));
  const recorder = createRecorder(tape, pastOf(feed, left));
  const desk = createDesk({
    feed,
    recorder,
    notices,
    manifests,
    show: left?.show,
    now: () => performance.now(),
    drive: (hands) =>
      isPlayable(feed) ? drivePlayable(feed, { fromMs, rate: args.speed }, left, hands) : driveLive(feed, left, hands),
  });
  const api = createApi(desk, manifests, judge);
  desk.tellThemes(themes.told());
  themes.watch(desk.tellThemes);
  attachSockets(gate.server, desk, notices, judge);
  gate.open({ api, themes: serveThemes(themes) });
  desk.start();
  return {
    tape: tape.file,
    end(ending: Ending) {
      desk.stop();
      if (ending === 'closed') recorder.end();
    },
  };
}

/** A feed that is played gives everything again; one that happens now nothing, and its clock may be set back. */
function pastOf(feed: Playable | Live, left: Left | null): Past {
  if (!left) return noPast;
  return isPlayable(feed) ? left : { held: nothingOnTape, inputs: left.inputs };
}
