import { climbLines } from '../course/climb-lines.ts';
import type { Course, Mark } from '../course/course.ts';
import { lapAt } from '../course/road.ts';
import { type Bib, compareBibs, type Origin } from '../units.ts';
import type { Passage } from './passage.ts';
import { LONGEST_BRACKET_MS, type TimedPlace } from './timetable.ts';

/** Lines crossed. What comes late finds its place, and those behind it move down. */
export interface PassageBook {
  /** The lines at which order or time counts, in road order. */
  readonly marks: readonly Mark[];
  /** Oldest first; the same object until something is added. */
  all(): readonly Passage[];
  /** Over a line that is crossed once, or on its last lap. */
  of(mark: Mark, bib: Bib, lap?: number): Passage | undefined;
  /** Enters the lines between two places of a rider; a better origin is never overwritten by a worse one. */
  cross(bib: Bib, from: TimedPlace, to: TimedPlace): void;
  enter(bib: Bib, mark: Mark, atMs: number, origin: Origin, lap?: number, bracketS?: number | null): void;
  strike(mark: Mark, bib: Bib): void;
  /** All lines were crossed so much later. */
  moveClock(byMs: number): void;
}

const crossedKinds = new Set<Mark['kind']>(['sprint', 'bonus-sprint', 'summit', 'split', 'protection-line', 'finish']);
/** Worst first. A hand is believed more than a satellite, a transponder more than a hand. */
const worth: readonly Origin[] = ['estimated', 'gps', 'manual', 'timed'];

export function newPassageBook(course: Course): PassageBook {
  const marks = [...course.marks.filter((mark) => crossedKinds.has(mark.kind)), ...climbLines(course)].sort(
    (a, b) => a.distanceM - b.distanceM,
  );
  const lists = new Map<string, Passage[]>();
  const byRider = new Map<string, Passage>();
  let all: Passage[] | null = [];

  const lastLap = (mark: Mark): number => lapAt(course, mark.distanceM - 1) ?? 0;
  const rerank = (list: Passage[], from: number): void => {
    for (let i = from; i < list.length; i += 1) {
      const one = list[i]!;
      if (one.rank === i + 1) continue;
      list[i] = { ...one, rank: i + 1 };
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
  const enter: PassageBook['enter'] = (
    bib,
    mark,
    atMs,
    origin,
    lap = lastLap(mark),
    bracketS = origin === 'timed' || origin === 'manual' ? 0 : null,
  ) => {
    const { id } = mark;
    const before = byRider.get(riderKey(id, bib, lap));
    if (before && worth.indexOf(before.origin) > worth.indexOf(origin)) return;
    if (before?.atMs === atMs && before.origin === origin) return;
    if (before) strike(before);
    const list = lists.get(lineKey(id, lap)) ?? [];
    lists.set(lineKey(id, lap), list);
    let at = list.length;
    while (at > 0 && comesAfter(list[at - 1]!, atMs, bib)) at -= 1;
    const passage = { mark: id, bib, rank: at + 1, atMs, origin, lap, bracketS };
    list.splice(at, 0, passage);
    byRider.set(riderKey(id, bib, lap), passage);
    rerank(list, at + 1);
    all = null;
  };

  return {
    marks,
    all() {
      all ??= [...lists.values()].flat().sort((a, b) => a.atMs - b.atMs || compareBibs(a.bib, b.bib));
      return all;
    },
    of: (mark, bib, lap = lastLap(mark)) => byRider.get(riderKey(mark.id, bib, lap)),
    cross(bib, from, to) {
      for (const mark of marks) {
        if (mark.distanceM <= from.distanceM) continue;
        if (mark.distanceM > to.distanceM) break;
        const share = (mark.distanceM - from.distanceM) / (to.distanceM - from.distanceM);
        const atMs = Math.round(from.atMs + share * (to.atMs - from.atMs));
        const bracketMs = to.atMs - from.atMs;
        const origin = bracketMs > LONGEST_BRACKET_MS ? 'estimated' : 'gps';
        enter(bib, mark, atMs, origin, lastLap(mark), bracketMs / 1000);
      }
    },
    enter,
    strike(mark, bib) {
      const one = byRider.get(riderKey(mark.id, bib, lastLap(mark)));
      if (one) strike(one);
    },
    moveClock(byMs) {
      for (const [line, list] of lists) {
        const moved = list.map((one) => ({ ...one, atMs: one.atMs + byMs }));
        lists.set(line, moved);
        for (const one of moved) byRider.set(riderKey(one.mark, one.bib, one.lap), one);
      }
      all = null;
    },
  };
}

const lineKey = (mark: string, lap: number): string => `${mark} ${lap}`;
const riderKey = (mark: string, bib: Bib, lap: number): string => `${mark} ${lap} ${bib}`;
const comesAfter = (one: Passage, atMs: number, bib: Bib): boolean =>
  one.atMs > atMs || (one.atMs === atMs && compareBibs(one.bib, bib) > 0);
