import type { Race } from '../../race/race.ts';
import { type Front, headKey, isDropped, moveFronts, newestIn, passedMs } from '../front.ts';
import type { Outcome } from '../outcome.ts';
import { recordedPast } from '../past.ts';
import { roadCells } from '../predict/pace.ts';
import { type Closed, type Lesson, missedBy, type Ridden } from './lesson.ts';

/** Sees a race go by, and what became of its forecasts; keeps what they teach. */
export interface LessonBook {
  /** Each second or so. */
  see(race: Race): void;
  note(outcome: Outcome): void;
  /** Null where no race was seen. */
  lesson(): Lesson | null;
}

/** Nobody rides slower or faster: it was no riding. */
const RIDDEN_KPH = [4, 110] as const;
const CHASE_KM = 40;
/** Over less a gap says more of the place than of the chase. */
const LEAST_CHASE_KM = 5;

type Road = ReturnType<typeof roadCells>;

/** The last border between two pieces of the road that a front passed, and when; null where nobody saw it. */
interface Border {
  readonly at: number;
  readonly atMs: number | null;
}

interface Chasing {
  readonly fromKm: number;
  readonly fromS: number;
  readonly toKm: number;
  readonly toS: number;
}

export function newLessonBook(): LessonBook {
  const ridden: Ridden[] = [];
  const outcomes: Outcome[] = [];
  const chases = new Map<string, Chasing>();
  const borders = new Map<string, Border>();
  let fronts: readonly Front[] = [];
  let last: Race | null = null;
  let road: Road | null = null;

  const follow = (front: Front, by: Ridden['by'], { cellM, cells }: Road): void => {
    const at = Math.min(cells.length, Math.floor(newestIn(front).distanceM / cellM));
    let border = borders.get(front.key);
    if (!border || at < border.at) border = { at, atMs: null };
    while (border.at < at) {
      const next: Border = { at: border.at + 1, atMs: passedMs(front, (border.at + 1) * cellM) };
      const s = next.atMs === null || border.atMs === null ? Number.NaN : (next.atMs - border.atMs) / 1000;
      const kph = (cellM * 3.6) / s;
      const cell = cells[border.at];
      if (cell && kph >= RIDDEN_KPH[0] && kph <= RIDDEN_KPH[1]) ridden.push({ by, ...cell, m: cellM, s });
      border = next;
    }
    borders.set(front.key, border);
  };
  return {
    see(race) {
      if (race.sheet.course !== last?.sheet.course) {
        road = roadCells(race.sheet.course, recordedPast.finale.km);
        borders.clear();
      }
      last = race;
      if (race.phase !== 'racing' || !road) return;
      fronts = moveFronts(fronts, race);
      for (const front of fronts) {
        const by = riddenBy(front, race);
        if (by) follow(front, by, road);
      }
      chase(chases, race);
    },
    note: (outcome) => void outcomes.push(outcome),
    lesson: () =>
      last && {
        race: raceKey(last),
        type: last.sheet.info.type,
        ridden,
        closed: closedIn(chases),
        missed: missedBy(outcomes),
      },
  };
}

const DAY_MS = 86_400_000;

/** Without a start that is known, races of one name on one day are one. */
const raceKey = ({ sheet: { info }, atMs }: Race): string =>
  `${info.id} ${info.startMs ?? Math.floor(atMs / DAY_MS) * DAY_MS}`;

/** Groups between the head and the peloton teach nothing of their own; a peloton at the head is the head. */
function riddenBy(front: Front, { groups }: Race): Ridden['by'] | null {
  if (front.key === headKey) return 'head';
  if (front.group.id === groups[0]?.id) return null;
  if (isDropped(front)) return 'dropped';
  return front.group.kind === 'peloton' ? 'peloton' : null;
}

function chase(chases: Map<string, Chasing>, { groups, sheet: { course } }: Race): void {
  const [head] = groups;
  const main = groups.find(({ kind }) => kind === 'peloton');
  if (!head || !main?.gap || main === head || main.gap.origin === 'estimated') return;
  const [km, gapS] = [main.frontM / 1000, main.gap.value];
  if (course.ridden?.isEndKnown === false || course.lengthM / 1000 - km > CHASE_KM) return;
  const key = `${main.id} ${head.id}`;
  const { fromKm = km, fromS = gapS } = chases.get(key) ?? {};
  chases.set(key, { fromKm, fromS, toKm: km, toS: gapS });
}

const closedIn = (chases: ReadonlyMap<string, Chasing>): Closed[] =>
  [...chases.values()]
    .map(({ fromKm, fromS, toKm, toS }) => ({ km: toKm - fromKm, s: fromS - toS }))
    .filter(({ km }) => km >= LEAST_CHASE_KM);
