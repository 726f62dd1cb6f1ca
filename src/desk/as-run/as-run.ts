import type { Race } from '../../race/race.ts';
import type { Manifest } from '../../show/manifest.ts';
import { wishedOf } from '../../show/replay.ts';
import { type Item, itemOf, type Show } from '../../show/show.ts';
import type { Aired } from '../../wire/crew/aired.ts';
import type { WordsTold } from '../../wire/crew/report.ts';
import { handWords } from '../by-hand.ts';
import type { Recorder } from '../recorder.ts';
import type { AirPage } from '../register/air-page.ts';
import { airedAfter, airedSpoken, type Spoken } from './aired.ts';
import { keyOfItem, type OnPages, onPages } from './on-pages.ts';
import { createTakerBook, type Takers } from './takers.ts';
import { createWordBook } from './word-book.ts';

/** What was on air, as program pages said that they drew it: nobody's wish. */
export interface AsRun {
  /** Notes what came and what went. Call often. */
  look(now: AirNow): void;
  /** Call it after each command: when a page draws what was taken, the show may be another one. */
  taken(show: Show, takers: Takers): void;
  /** What a page says is to be read in one graphic. */
  tell(words: WordsTold): void;
  /** A row has its still. */
  have(n: number, still: string): void;
  /** Oldest first; what is on air has no end yet. */
  rows(): readonly Aired[];
  /** What was to be read meanwhile, oldest first. */
  spoken(): readonly Spoken[];
  /** What is on air with these values, by the key of its item; null where it is not. */
  open(key: string): Aired | null;
  /** What is on air, has no still and came after the row of this number. */
  since(n: number): readonly { readonly n: number; readonly key: string }[];
}

export interface AirNow {
  /** What program pages draw. */
  readonly air: readonly AirPage[];
  readonly show: Show;
  readonly race: Race | null;
}

export interface PastAir {
  readonly rows: readonly Aired[];
  readonly spoken: readonly Spoken[];
}

export interface AsRunOptions {
  /** As the tape of a killed desk has it. */
  readonly past?: PastAir | undefined;
  readonly recorder: Pick<Recorder, 'aired' | 'spoken'>;
  /** Of what may be on air: the tag of a replay is wished without being taken. */
  readonly manifests?: readonly Manifest[];
  /** The wall clock. */
  readonly now: () => number;
}

/** Of what hands said while one graphic was on air, the newest: a row is written anew with each. */
const MOST_SAID = 40;
/** A page that was lost draws on; one that does not come back for so long has drawn nothing since. */
const GONE_MS = 60_000;
/** After nobody said anything, the first page that is back is not yet all of them. */
const ALL_BACK_MS = 5000;

const nothingAired: PastAir = { rows: [], spoken: [] };

interface Moment {
  readonly atMs: number;
  readonly raceMs: number | null;
}

const keyOfRow = ({ overlay, params, step }: Aired): string => keyOfItem({ overlay, params, step: step - 1 });

export function createAsRun({ past = nothingAired, recorder, manifests = [], now }: AsRunOptions): AsRun {
  let { rows } = past;
  let spoken = past.spoken;
  const open = new Map(rows.filter(({ toAt }) => toAt === null).map((row) => [keyOfRow(row), row]));
  /** Rows that no page which is here draws, since when: they end there, unless somebody is back who draws them. */
  const doubted = new Map<number, Moment>();
  const takers = createTakerBook(manifests);
  let before: AirNow | null = null;
  /** What was seen is seen otherwise from then on, though nobody says anything. */
  let againMs = Number.POSITIVE_INFINITY;
  /** Since when no page says what it draws; null while one does. */
  let silent: Moment | null = null;
  let allBackMs = 0;

  const put = (row: Aired) => {
    rows = airedAfter(rows, row);
    if (row.toAt === null) open.set(keyOfRow(row), row);
    else if (open.get(keyOfRow(row))?.n === row.n) open.delete(keyOfRow(row));
    recorder.aired(row);
  };
  const words = createWordBook({
    rowOf: (key) => open.get(key) ?? null,
    put,
    note(one) {
      spoken = [...spoken, one];
      rows = airedSpoken(rows, one);
      const row = rows.findLast(({ n }) => n === one.n);
      if (row?.toAt === null) open.set(keyOfRow(row), row);
      recorder.spoken(one);
    },
    now,
  });

  /** What a page means that says no values: what is wished, or else what it had before it was taken out. */
  const itemFor =
    (show: Show) =>
    (overlay: string): Item => {
      const row = [...open.values()].findLast((one) => one.overlay === overlay);
      const its = row && { overlay, params: row.params, step: row.step - 1 };
      return itemOf(wishedOf(show, manifests), overlay) ?? its ?? { overlay, params: {}, step: -1 };
    };

  function begin({ item, on, outputs }: OnPages, byHand: readonly string[], at: Moment): void {
    const key = keyOfItem(item);
    const { overlay, params, step } = item;
    const moments = { fromAt: at.atMs, fromRaceMs: at.raceMs, toAt: null, toRaceMs: null };
    const takenBy = takers.takerOf(key, overlay);
    const n = (rows.at(-1)?.n ?? 0) + 1;
    const its = { n, overlay, params, step: step + 1, takenBy, pages: on, outputs, still: null, ...moments };
    put({ ...its, byHand: byHand.slice(-MOST_SAID), words: words.begun(key) });
  }
  function goOn(row: Aired, { on, outputs }: OnPages, byHand: readonly string[]): void {
    const pages = Math.max(row.pages, on);
    const said = byHand.filter((word) => !row.byHand.includes(word));
    const others = outputs.filter((name) => !row.outputs.includes(name));
    if (pages > row.pages || said.length > 0 || others.length > 0)
      put({ ...row, pages, outputs: [...row.outputs, ...others], byHand: [...row.byHand, ...said].slice(-MOST_SAID) });
  }
  function close(row: Aired, at: Moment): void {
    const end = doubted.get(row.n) ?? at;
    doubted.delete(row.n);
    put({ ...row, words: words.ended(row), toAt: end.atMs, toRaceMs: end.raceMs });
  }

  /** Nobody says anything: a picture that has lost its desk stands, for a while. */
  function wait(at: Moment): void {
    silent ??= at;
    for (const { n } of open.values()) if (!doubted.has(n)) doubted.set(n, silent);
    if (at.atMs - silent.atMs > GONE_MS) for (const row of [...open.values()]) close(row, silent);
  }

  function compare({ air, show, race }: AirNow, at: Moment): void {
    const drawn = onPages(
      air.filter(({ lostAtMs }) => lostAtMs === null || at.atMs - lostAtMs <= GONE_MS),
      itemFor(show),
    );
    const byHand = handWords(race);
    for (const [key, row] of [...open]) {
      const one = drawn.get(key);
      if (one && one.on > 0) doubted.delete(row.n);
      else if (!one && (!doubted.has(row.n) || at.atMs >= allBackMs)) close(row, at);
      else if (!doubted.has(row.n)) doubted.set(row.n, at);
    }
    for (const [key, one] of drawn) {
      const row = open.get(key);
      if (row) goOn(row, one, byHand);
      else if (one.on > 0) begin(one, byHand, at);
    }
    againMs = Math.min(
      ...air.map(({ lostAtMs }) => (lostAtMs ?? Number.POSITIVE_INFINITY) + GONE_MS).filter((ms) => ms >= at.atMs),
      allBackMs > at.atMs ? allBackMs - 1 : Number.POSITIVE_INFINITY,
    );
  }

  return {
    look(seen) {
      const at = { atMs: now(), raceMs: seen.race?.atMs ?? null };
      words.look();
      if (!seen.air.some(({ lostAtMs }) => lostAtMs === null)) return wait(at);
      if (silent) allBackMs = at.atMs + ALL_BACK_MS;
      const isAnother = silent !== null || before === null || !isSame(before, seen);
      silent = null;
      if (!isAnother && at.atMs <= againMs) return;
      before = seen;
      compare(seen, at);
    },
    taken: takers.note,
    tell: words.tell,
    have(n, still) {
      const row = rows.findLast((one) => one.n === n);
      if (row) put({ ...row, still });
    },
    rows: () => rows,
    spoken: () => spoken,
    open: (key) => open.get(key) ?? null,
    since: (after) =>
      [...open].filter(([, { n, still }]) => n > after && still === null).map(([key, { n }]) => ({ n, key })),
  };
}

const isSame = (a: AirNow, b: AirNow): boolean =>
  a.air === b.air &&
  a.show.program === b.show.program &&
  a.race?.overrides === b.race?.overrides &&
  a.race?.slate === b.race?.slate;
