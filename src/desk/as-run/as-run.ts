import type { Race } from '../../race/race.ts';
import type { Manifest } from '../../show/manifest.ts';
import { wishedOf } from '../../show/replay.ts';
import { type Item, itemOf, type Show, sameItem } from '../../show/show.ts';
import type { Shown } from '../../wire/crew/half.ts';
import { handWords } from '../by-hand.ts';
import type { Recorder } from '../recorder.ts';
import { type Aired, airedAfter } from './aired.ts';
import type { Takers } from './takers.ts';

/** What was on air, as program pages said that they drew it: nobody's wish. */
export interface AsRun {
  /** Notes what came and what went. Call often. */
  look(now: AirNow): void;
  /** Oldest first; what is on air has no end yet. */
  rows(): readonly Aired[];
}

export interface AirNow {
  /** Over all program pages but control's own monitors. */
  readonly air: readonly Shown[];
  /** How many of them have said what they draw. */
  readonly saying: number;
  readonly show: Show;
  readonly race: Race | null;
  readonly takers: Takers;
}

interface Options {
  /** As the tape of a killed desk has them. */
  readonly past: readonly Aired[];
  readonly recorder: Pick<Recorder, 'aired'>;
  /** Of what may be on air: the tag of a replay is wished without being taken. */
  readonly manifests?: readonly Manifest[];
  /** The wall clock. */
  readonly now: () => number;
}

/** Of what hands said while one graphic was on air, the newest: a row is written anew with each. */
const MOST_SAID = 40;
/** Without a page for so long, nothing was on air since then. */
const GONE_MS = 60_000;

export function createAsRun({ past, recorder, manifests = [], now }: Options): AsRun {
  let rows = past;
  let before: AirNow | null = null;
  /** Since when no page says what it draws; null while one does. */
  let silentAt: number | null = null;

  const put = (row: Aired) => {
    rows = airedAfter(rows, row);
    recorder.aired(row);
  };
  const openOf = (overlay: string): Aired | undefined =>
    rows.findLast((row) => row.overlay === overlay && row.toAt === null);

  const itemIn = (show: Show, overlay: string): Item | null => itemOf(wishedOf(show, manifests), overlay);

  function begin({ overlay, on }: Shown, { show, race, takers }: AirNow): void {
    const item = itemIn(show, overlay);
    put({
      n: (rows.at(-1)?.n ?? 0) + 1,
      overlay,
      params: item?.params ?? {},
      step: item ? item.step + 1 : 0,
      takenBy: takers[overlay] ?? '',
      pages: on,
      byHand: handWords(race),
      fromAt: now(),
      fromRaceMs: race?.atMs ?? null,
      toAt: null,
      toRaceMs: null,
    });
  }
  function goOn(row: Aired, { on }: Shown, { race }: AirNow): void {
    const pages = Math.max(row.pages, on);
    const said = handWords(race).filter((words) => !row.byHand.includes(words));
    if (pages > row.pages || said.length > 0)
      put({ ...row, pages, byHand: [...row.byHand, ...said].slice(-MOST_SAID) });
  }

  function close(toAt: number, { race }: AirNow, isGone: (row: Aired) => boolean): void {
    for (const row of rows) if (row.toAt === null && isGone(row)) put({ ...row, toAt, toRaceMs: race?.atMs ?? null });
  }

  return {
    look(seen) {
      if (seen.saying > 0) silentAt = null;
      else silentAt ??= now();
      // A page that lost its desk holds its picture; one that does not come back is no page any more.
      if (silentAt !== null && now() - silentAt > GONE_MS) close(silentAt, seen, () => true);
      if (silentAt !== null || (before !== null && isSame(before, seen))) return;
      before = seen;
      const drawn = seen.air.filter(({ on }) => on > 0);
      close(now(), seen, (row) => !drawn.some(({ overlay }) => overlay === row.overlay));
      for (const one of drawn) {
        const row = openOf(one.overlay);
        if (row && !hasOtherValues(row, itemIn(seen.show, row.overlay))) goOn(row, one, seen);
        else {
          close(now(), seen, (other) => other === row);
          begin(one, seen);
        }
      }
    },
    rows: () => rows,
  };
}

/** Another rider's strap is another graphic, and so is what is taken again. What is on its way out is what it was. */
function hasOtherValues({ overlay, params, step }: Aired, item: Item | null): boolean {
  return item !== null && !sameItem(item, { overlay, params, step: step - 1 });
}

const isSame = (a: AirNow, b: AirNow): boolean =>
  a.air === b.air &&
  a.show.program === b.show.program &&
  a.race?.overrides === b.race?.overrides &&
  a.race?.slate === b.race?.slate;
