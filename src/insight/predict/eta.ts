import type { Mark, MarkKind } from '../../race/course/course.ts';
import type { Eta, Fact, Silence } from '../forecast.ts';
import { type Front, headKey, isDropped, newestIn } from '../front.ts';
import type { Outlook } from '../outlook.ts';
import { arrivalAt } from './arrival.ts';
import { isTooWide } from './interval.ts';
import { climbingShare } from './pace.ts';

/** The finish is always forecast, and of these the next two. */
const points: readonly MarkKind[] = ['summit', 'sprint', 'bonus-sprint'];
const NEXT_POINTS = 2;
const NEXT_POINT_M = 40_000;
/** Who has lost contact is not forecast before he has ridden so long by himself. */
const OWN_MS = 1_200_000;

/** When the front of the race, and of each group, comes to the finish and to the next summits and sprints. */
export const etas = (outlook: Outlook): readonly Eta[] =>
  outlook.fronts.flatMap((front) => marksAhead(outlook, front).map((mark) => etaOf(outlook, front, mark)));

/** The marks that a front is forecast for, in the order of the road. */
export function marksAhead({ race: { sheet } }: Pick<Outlook, 'race'>, front: Front): readonly Mark[] {
  const { distanceM } = newestIn(front);
  const { marks, ridden } = sheet.course;
  const ahead = marks.filter((mark) => mark.distanceM > distanceM && mark.distanceM <= (ridden?.knownM ?? Infinity));
  const next = ahead.filter(({ kind, distanceM: m }) => points.includes(kind) && m - distanceM <= NEXT_POINT_M);
  return [...next.slice(0, NEXT_POINTS), ...ahead.filter(({ kind }) => kind === 'finish')];
}

export const etaId = (front: string, mark: string): string => `eta ${front} ${mark}`;

function etaOf(outlook: Outlook, front: Front, mark: Mark): Eta {
  const { race } = outlook;
  const { distanceM } = newestIn(front);
  const { estimate, pacePct } = arrivalAt(outlook, front, mark.distanceM, mark.kind === 'finish' ? 'finish' : 'point');
  const silent: Silence | null = isEarly(front)
    ? 'too early'
    : isTooWide(estimate, estimate.value - race.atMs)
      ? 'too wide'
      : null;
  const because: readonly Fact[] = [
    { of: 'pace', value: pacePct },
    { of: 'climbing', value: climbingShare(outlook.road, distanceM, mark.distanceM) },
  ];
  return {
    kind: 'eta',
    id: etaId(front.key, mark.id),
    madeMs: race.atMs,
    untilMs: estimate.most.high,
    because,
    silent,
    group: front.group.id,
    mark: mark.id,
    atM: mark.distanceM,
    estimate: silent ? null : estimate,
  };
}

function isEarly(front: Front): boolean {
  const { trail } = front;
  return isDropped(front) && front.key !== headKey && newestIn(front).atMs - trail[0]!.atMs < OWN_MS;
}
