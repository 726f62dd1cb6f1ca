import { join } from 'node:path';
import type { PastRaces } from '../insight/past.ts';
import { deadlinesShifted } from '../show/auto-out.ts';
import type { Manifest } from '../show/manifest.ts';
import { rundownsFrom } from '../show/rundown.ts';
import type { Arguments } from './arguments.ts';
import { stillFolder } from './as-run/still-folder.ts';
import { createDesk } from './desk.ts';
import { createApi } from './doors/api.ts';
import { createFeedSocket } from './doors/feed-socket.ts';
import type { Gate } from './doors/gate.ts';
import { createOgrafDoor } from './doors/ograf/door.ts';
import type { Porter } from './doors/porter.ts';
import { openOsc } from './doors/remote/osc.ts';
import { createRemoteSocket } from './doors/remote/socket.ts';
import { attachSockets } from './doors/sockets.ts';
import { serveThemes } from './doors/themes.ts';
import { driveLive, drivePlayable } from './driver.ts';
import type { Ending } from './endings.ts';
import type { Live, Playable } from './feeds/feed.ts';
import { isPlayable } from './feeds/open.ts';
import type { Notices } from './notices.ts';
import { createRecorder, noPast, nothingOnTape, type Past } from './recorder.ts';
import type { Rehearser } from './rehearsal/rehearser.ts';
import { defaultRundowns, suitedTo } from './rundown/defaults.ts';
import { keepRundowns, keptOf, readKeptRundowns } from './rundown/kept-file.ts';
import { broughtBy } from './tape/brought.ts';
import type { Left } from './tape/resume.ts';
import { createShelf } from './tape/shelf.ts';
import { newTape, sameTape, toldIn } from './tape/write.ts';
import type { ThemeFolder } from './theme-folder.ts';

interface Opening {
  readonly args: Arguments;
  readonly feed: Playable | Live;
  readonly fromMs: number;
  /** What earlier races have taught; null for what the desk has of its own. */
  readonly history: PastRaces | null;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly left: Left | null;
  readonly gate: Gate;
  readonly porter: Porter;
  readonly notices: Notices;
  readonly themes: ThemeFolder;
  readonly rehearser: Rehearser;
  /** The rundowns of the house: a folder. */
  readonly rundownFolder: string;
  /** Where a build puts the graphics for hosts that are not ours. */
  readonly ografFolder: string;
  /** Of this program. */
  readonly version: string;
}

/** The desk with its tape, its doors and its themes, at work. */
export function openDesk({
  args,
  feed,
  fromMs,
  history,
  manifests,
  left,
  gate,
  porter,
  notices,
  themes,
  rehearser,
  rundownFolder,
  ografFolder,
  version,
}: Opening) {
  for (const sentence of left?.leftOut ?? []) notices.add('warning', sentence);
  const house = defaultRundowns(rundownFolder);
  const before = left?.rundowns ? null : readKeptRundowns(args.tapes, notices);
  /** Those of the desk before this one, else those of the house. */
  const firstRundowns = () => {
    const kept = before ?? { chosen: null, all: house };
    const { rundowns, leftOut } = rundownsFrom(kept.all, kept.chosen, manifests);
    for (const sentence of leftOut) notices.add('warning', sentence);
    return rundowns;
  };
  const startedAt = Date.now();
  const name = `${new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-')}-${feed.feeds.join('+')}.ndjson.gz`;
  const isLive = !isPlayable(feed);
  const brought = broughtBy(args);
  const head = {
    tape: 2,
    feed: feed.feeds[0] ?? '',
    title: feed.title,
    source: args.source,
    startedAt,
    ...(Object.keys(brought).length > 0 && { brought }),
    isLive,
  } as const;
  const tape = left ? sameTape(left.file, toldIn(notices)) : newTape(join(args.tapes, name), head, toldIn(notices));
  const recorder = createRecorder(tape, pastOf(feed, left));
  const rundowns = left?.rundowns ?? firstRundowns();
  if (!left?.rundowns) recorder.rundowns(keptOf(rundowns));
  const desk = createDesk({
    feed,
    recorder,
    notices,
    manifests,
    ...(left && {
      kept: {
        kept: left.kept,
        takers: left.takers,
        autoOut: deadlinesShifted(left.autoOut, performance.now() - Date.now()),
      },
    }),
    rundowns,
    // Who has made his own chooses it himself.
    ...(!left?.rundowns && !before && { suited: (race) => suitedTo(race, house) }),
    keepRundowns: keepRundowns(args.tapes, notices),
    past: left && { log: left.log, air: left.air },
    stills: stillFolder(tape.file, notices),
    laps: args.laps,
    ...(history && { history }),
    now: () => performance.now(),
    drive: (hands) =>
      isPlayable(feed) ? drivePlayable(feed, { fromMs, rate: args.speed }, left, hands) : driveLive(feed, left, hands),
  });
  const shelf = createShelf(args.tapes, () => tape.file);
  const feedDoors = isPlayable(feed) ? [] : (feed.doors ?? []);
  const api = createApi(desk, manifests, porter, { shelf, rehearser }, feedDoors);
  desk.tellThemes(themes.told());
  themes.watch(desk.tellThemes);
  attachSockets(gate.server, desk, notices, porter);
  const remote = createRemoteSocket(desk, manifests, porter, notices);
  const { osc: oscAsked, host } = args;
  const isOsc = oscAsked.port !== null || oscAsked.to.length > 0;
  const osc = isOsc ? openOsc({ ...oscAsked, host }, desk, manifests, notices) : null;
  const feeds = createFeedSocket(feedDoors, porter, notices);
  const ograf = createOgrafDoor({ desk, manifests, porter, folder: ografFolder, version });
  gate.open({ api, themes: serveThemes(themes), remote, feeds, ograf: ograf.handle });
  desk.start();
  return {
    tape: tape.file,
    end(ending: Ending) {
      remote.stop();
      feeds.stop();
      ograf.stop();
      osc?.stop();
      rehearser.end();
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
