import { climbLines } from '../course/climb-lines.ts';
import type { Course, Mark } from '../course/course.ts';
import { lapAt } from '../course/road.ts';
import { type Bib, compareBibs, type Origin } from '../units.ts';
import type { Passage } from './passage.ts';
import { LONGEST_BRACKET_MS, type TimedPlace, type Timetable } from './timetable.ts';

/**
 * Lines crossed. What comes late finds its place, and those behind it move down. Of one crossing several may tell: the
 * best origin is shown, the others wait for it to be taken back.
 */
export interface PassageBook {
  /** The lines at which order or time counts, in road order. */
  readonly marks: readonly Mark[];
  /** Oldest first; the same object until something is added. */
  all(): readonly Passage[];
  /** All that was told, what is shown and what waits. */
  told(): readonly Told[];
  /** Over a line that is crossed once, or on its last lap. */
  of(mark: Mark, bib: Bib, lap?: number): Passage | undefined;
  /** As a timekeeper or a hand told it, over the line that lies at this very distance; null where none did. */
  toldAt(bib: Bib, distanceM: number): Passage | null;
  /** The same, of whoever was first there. */
  firstToldAt(distanceM: number): Passage | null;
  /** His newest crossing that was told, before a moment, and where that line lies; null where there is none. */
  toldBefore(bib: Bib, atMs: number): TimedPlace | null;
  /** What trackers have said of his crossings since a moment is not believed. */
  doubt(bib: Bib, sinceMs: number): void;
  /** Enters the lines between two places of a rider; through a hole, as the timetable has him come. */
  cross(bib: Bib, from: TimedPlace, to: TimedPlace, timetable: Pick<Timetable, 'timeAt'>): void;
  enter(bib: Bib, mark: Mark, atMs: number, origin: Origin, lap?: number, bracketS?: number | null): void;
  /** Takes back what this origin told of a crossing; without a lap, of the newest one. */
  release(bib: Bib, mark: Mark, origin: Origin, lap?: number): void;
  /** All lines were crossed so much later. */
  moveClock(byMs: number): void;
}

type Told = Omit<Passage, 'rank'>;

const crossedKinds = new Set<Mark['kind']>(['sprint', 'bonus-sprint', 'summit', 'split', 'protection-line', 'finish']);
/** Best first. A transponder is believed more than a satellite, and a hand more than all until it is taken back. */
const worth: readonly Origin[] = ['manual', 'timed', 'gps', 'estimated'];

export function newPassageBook(course: Course): PassageBook {
  const marks = [...course.marks.filter((mark) => crossedKinds.has(mark.kind)), ...climbLines(course)].sort(
    (a, b) => a.distanceM - b.distanceM,
  );
  const placesM = Float64Array.from(marks, ({ distanceM }) => distanceM);
  const lists = new Map<string, Passage[]>();
  const byRider = new Map<string, Passage>();
  const told = new Map<string, Map<Origin, Told>>();
  /** The lines of which was told, by where they lie. */
  const places = new Map<number, { readonly mark: string; readonly lap: number }>();
  let all: Passage[] | null = [];

  const lastLap = (mark: Mark): number => lapAt(course, mark.distanceM - 1) ?? 0;
  const rerank = (list: Passage[], from: number): void => {
    for (let i = from; i < list.length; i += 1) {
      const one = list[i]!;
      if (one.rank === i + 1) continue;
      list[i] = rankedAs(i + 1, one);
      byRider.set(riderKey(one.mark, one.bib, one.lap), list[i]!);
    }
  };
  const strike = (one: Passage): void => {
    const list = lists.get(lineKey(one.mark, one.lap))!;
    const at = list.indexOf(one);
    list.splice(at, 1);
    byRider.delete(riderKey(one.mark, one.bib, one.lap));
    rerank(list, at);
    all = null;
  };
  const insert = (one: Told): void => {
    const line = lineKey(one.mark, one.lap);
    const list = lists.get(line) ?? [];
    lists.set(line, list);
    let at = list.length;
    while (at > 0 && comesAfter(list[at - 1]!, one.atMs, one.bib)) at -= 1;
    list.splice(at, 0, rankedAs(at + 1, one));
    byRider.set(riderKey(one.mark, one.bib, one.lap), list[at]!);
    rerank(list, at + 1);
    all = null;
  };
  /** Shows the best of what was told of a crossing. */
  const show = (key: string): void => {
    const said = told.get(key)!;
    const best = worth.map((origin) => said.get(origin)).find((one) => one);
    const before = byRider.get(key);
    if (before?.atMs === best?.atMs && before?.origin === best?.origin) return;
    if (before) strike(before);
    if (best) insert(best);
  };
  const enter: PassageBook['enter'] = (bib, mark, atMs, origin, onLap, bracketS = isLineWord(origin) ? 0 : null) => {
    const lap = onLap ?? lastLap(mark);
    if (isLineWord(origin)) places.set(lineM(course, mark, onLap), { mark: mark.id, lap });
    const key = riderKey(mark.id, bib, lap);
    const said = told.get(key) ?? new Map<Origin, Told>();
    told.set(key, said.set(origin, { mark: mark.id, bib, atMs, origin, lap, bracketS }));
    show(key);
  };

  return {
    marks,
    all() {
      all ??= ([] as Passage[]).concat(...lists.values()).sort((a, b) => a.atMs - b.atMs || compareBibs(a.bib, b.bib));
      return all;
    },
    told: () => [...told.values()].flatMap((said) => [...said.values()]),
    of: (mark, bib, lap = lastLap(mark)) => byRider.get(riderKey(mark.id, bib, lap)),
    toldAt(bib, distanceM) {
      const line = places.get(distanceM);
      const one = line && byRider.get(riderKey(line.mark, bib, line.lap));
      return one && isLineWord(one.origin) ? one : null;
    },
    firstToldAt(distanceM) {
      const line = places.get(distanceM);
      return (line && lists.get(lineKey(line.mark, line.lap))?.find(({ origin }) => isLineWord(origin))) ?? null;
    },
    toldBefore(bib, atMs) {
      let newest: TimedPlace | null = null;
      for (const [distanceM, { mark, lap }] of places) {
        const one = byRider.get(riderKey(mark, bib, lap));
        if (one && isLineWord(one.origin) && one.atMs < atMs && one.atMs > (newest?.atMs ?? Number.NEGATIVE_INFINITY))
          newest = { distanceM, atMs: one.atMs };
      }
      return newest;
    },
    doubt(bib, sinceMs) {
      for (const [key, said] of told)
        for (const [origin, one] of said) {
          if (one.bib !== bib || isLineWord(origin) || one.atMs <= sinceMs) continue;
          said.delete(origin);
          show(key);
        }
    },
    cross(bib, from, to, timetable) {
      let next = 0;
      while (placesM[next]! <= from.distanceM) next += 1;
      for (; placesM[next]! <= to.distanceM; next += 1) {
        const mark = marks[next]!;
        const share = (mark.distanceM - from.distanceM) / (to.distanceM - from.distanceM);
        const bracketMs = to.atMs - from.atMs;
        const isHole = bracketMs > LONGEST_BRACKET_MS;
        const passed = isHole ? timetable.timeAt(bib, mark.distanceM) : null;
        const atMs = Math.round(passed?.atMs ?? from.atMs + share * bracketMs);
        enter(bib, mark, atMs, isHole ? 'estimated' : 'gps', lastLap(mark), bracketMs / 1000);
      }
    },
    enter,
    release(bib, mark, origin, lap) {
      const said = [...told.values()].flatMap((all) => all.get(origin) ?? []);
      const mine = said.filter((one) => one.bib === bib && one.mark === mark.id && (lap ?? one.lap) === one.lap);
      const newest = mine.sort((a, b) => b.atMs - a.atMs)[0];
      if (!newest) return;
      const key = riderKey(mark.id, bib, newest.lap);
      told.get(key)!.delete(origin);
      show(key);
    },
    moveClock(byMs) {
      const later = <T extends Told>(one: T): T => ({ ...one, atMs: one.atMs + byMs });
      for (const said of told.values()) for (const [origin, one] of said) said.set(origin, later(one));
      for (const [line, list] of lists) {
        const moved = list.map(later);
        lists.set(line, moved);
        for (const one of moved) byRider.set(riderKey(one.mark, one.bib, one.lap), one);
      }
      all = null;
    },
  };
}

/** Field by field: whole bunches move down, and an object that is spread takes long to make. */
const rankedAs = (rank: number, { mark, bib, atMs, origin, lap, bracketS }: Told): Passage => ({
  mark,
  bib,
  atMs,
  origin,
  lap,
  bracketS,
  rank,
});

/** By a timekeeper or a hand, who see the line itself. */
export const isLineWord = (origin: Origin): origin is 'timed' | 'manual' => origin === 'timed' || origin === 'manual';

/** Where a line is crossed: on a circuit, on a lap of which it is told; else where its mark is. */
export function lineM({ laps }: Course, { distanceM }: Mark, lap: number | undefined): number {
  return laps && lap !== undefined ? distanceM - (laps.count - lap) * laps.lengthM : distanceM;
}

const lineKey = (mark: string, lap: number): string => `${mark} ${lap}`;
const riderKey = (mark: string, bib: Bib, lap: number): string => `${mark} ${lap} ${bib}`;
const comesAfter = (one: Passage, atMs: number, bib: Bib): boolean =>
  one.atMs > atMs || (one.atMs === atMs && compareBibs(one.bib, bib) > 0);
