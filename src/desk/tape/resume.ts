import { type AutoOut, autoOutAfter, nothingLeaves } from '../../show/auto-out.ts';
import type { Manifest } from '../../show/manifest.ts';
import type { Rundowns } from '../../show/rundown.ts';
import { emptyShow } from '../../show/show.ts';
import { nothingCounted } from '../../show/steps.ts';
import { neverChanged, type Undoable } from '../../show/undo.ts';
import type { Aired } from '../../wire/crew/aired.ts';
import type { RaceClock } from '../../wire/public/half.ts';
import { airedAfter, airedSpoken, type Spoken } from '../as-run/aired.ts';
import type { PastAir } from '../as-run/as-run.ts';
import { type Takers, takersAfter } from '../as-run/takers.ts';
import type { Timed } from '../feeds/feed.ts';
import { inOrder } from '../feeds/replay/in-order.ts';
import { readText } from '../feeds/replay/read-file.ts';
import type { PastEntry } from '../log/log.ts';
import { nothingOnTape, type OnTape, onTapeAfter } from '../recorder.ts';
import { createRundownBook } from '../rundown/book.ts';
import { OPERATOR, type TapeEntry } from './entry.ts';
import { newestTape } from './newest.ts';
import { foldOld } from './old-command.ts';
import { rawsOf, readTape } from './read.ts';

/** A desk that is back after this long begins anew: the race has moved on. */
const YOUNG_MS = 10 * 60_000;

/** What a killed desk left behind. */
export interface Left {
  readonly file: string;
  /** Raw inputs, as they came: 0 where the clock of the race was not known. */
  readonly inputs: readonly Timed[];
  /** Those of them that operators said. */
  readonly said: readonly Timed[];
  /** What of the feed is on the tape already. */
  readonly held: OnTape;
  readonly kept: Undoable;
  /** On the wall clock. */
  readonly autoOut: AutoOut;
  /** Null on a tape that knows none. */
  readonly rundowns: Rundowns | null;
  readonly takers: Takers;
  /** What was on air. */
  readonly air: PastAir;
  /** What was done, oldest first. */
  readonly log: readonly PastEntry[];
  /** What of the show no longer fits the manifests: one sentence each. */
  readonly leftOut: readonly string[];
  /** The clock of the race when the desk last noted it, or was told something by hand, and the time of day then. */
  readonly clock: RaceClock;
  readonly clockAt: number;
  /** The newest speed that was not a pause. */
  readonly rate: number;
}

/** The tape to go on with: the newest one of the same source, where it is not ended, and young. Else null. */
export function leftBehind(
  folder: string,
  source: string,
  manifests: ReadonlyMap<string, Manifest>,
  nowMs: number,
): Left | null {
  const file = newestTape(folder, source);
  const text = file === null ? null : readText(file);
  if (file === null || !text?.ok) return null;
  const tape = readTape(file, text.value);
  if (!tape.ok) return null;
  const { entries } = tape.value;
  const last = entries.at(-1);
  if (!last || 'end' in last || nowMs - last.at > YOUNG_MS) return null;
  return { file, ...foldTape(entries, manifests) };
}

export function foldTape(entries: readonly TapeEntry[], manifests: ReadonlyMap<string, Manifest>): Omit<Left, 'file'> {
  let kept = neverChanged(emptyShow);
  let autoOut = nothingLeaves;
  const book = createRundownBook(manifests);
  let clock: RaceClock = { atMs: 0, rate: 1 };
  let clockAt = 0;
  let rate = 1;
  const all = [...manifests.values()];
  let takers: Takers = {};
  let rows: readonly Aired[] = [];
  const spoken: Spoken[] = [];
  const leftOut: string[] = [];
  for (const entry of entries) {
    if ('command' in entry) {
      const folded = foldOld(kept, { manifests, counts: nothingCounted }, entry.command);
      if (folded.command) autoOut = autoOutAfter(autoOut, folded.command, kept.show, folded.kept.show, entry.at);
      takers = takersAfter(takers, kept.show, folded.kept.show, entry.author, all);
      kept = folded.kept;
      leftOut.push(...folded.leftOut);
    } else if ('rundowns' in entry) leftOut.push(...book.begin(entry.rundowns));
    else if ('rundown' in entry) leftOut.push(...book.edit(entry.rundown));
    else if ('aired' in entry) rows = airedAfter(rows, entry.aired);
    else if ('spoken' in entry) {
      spoken.push({ at: entry.at, ...entry.spoken });
      rows = airedSpoken(rows, entry.spoken);
    } else if ('clock' in entry) {
      clock = entry.clock;
      clockAt = entry.at;
      if (clock.rate > 0) rate = clock.rate;
    } else if ('raw' in entry && entry.raw.topic === OPERATOR && entry.raw.atMs > clock.atMs) {
      // What was said after the last note has been heard: what is said from now on comes after it.
      clock = { ...clock, atMs: entry.raw.atMs };
      clockAt = entry.at;
    }
  }
  const inputs = rawsOf(entries);
  const ordered = inOrder(inputs);
  const said = ordered.filter((input) => input.topic === OPERATOR);
  const held = ordered.filter((input) => input.topic !== OPERATOR).reduce(onTapeAfter, nothingOnTape);
  const log = entries.flatMap((entry) => ('log' in entry && entry.log ? [{ ...entry.log, atMs: entry.at }] : []));
  return {
    inputs,
    said,
    held,
    kept,
    autoOut,
    rundowns: book.rundowns(),
    log,
    leftOut,
    clock,
    clockAt,
    rate,
    takers,
    air: { rows, spoken },
  };
}
