import { readLinear } from '../lookup.ts';
import { categoryOf, findRises } from './climbs.ts';
import type { Climb, Mark, MarkKind, Profile } from './course.ts';
import type { CourseSource } from './source.ts';

/** A rise found this near to a climb of the road book is that climb. */
const SAME_CLIMB_M = 2000;
/** A top named this near to one that we found is that one. */
const SAME_TOP_M = 1000;
/** A mark of the road book this near to the one that we add is that one. */
const SAME_MARK_M = 300;
const FLAMME_ROUGE_M = 1000;

/** The road book's climbs, and those that only the elevation shows. */
export function buildClimbs(source: CourseSource, profile: Profile): Climb[] {
  const named = source.climbs.map((climb) => {
    const summitM = climb.summitKm * 1000;
    return {
      name: climb.name,
      category: climb.category,
      footM: Math.max(0, summitM - climb.lengthKm * 1000),
      summitM,
      altitudeM: climb.altitudeM ?? altitudeOn(profile, summitM),
      gradientPct: climb.gradientPct,
      found: false,
    };
  });
  const near = (footM: number, summitM: number) =>
    named.some((climb) => climb.footM < summitM + SAME_CLIMB_M && climb.summitM > footM - SAME_CLIMB_M);
  const found = findRises(profile)
    .filter((rise) => !near(rise.footM, rise.summitM))
    .map((rise) => ({
      name: topNear(source, rise.summitM) ?? `km ${(rise.summitM / 1000).toFixed(1)}`,
      category: categoryOf(rise.summitM - rise.footM, rise.gradientPct) ?? ('uncategorised' as const),
      footM: rise.footM,
      summitM: rise.summitM,
      altitudeM: altitudeOn(profile, rise.summitM),
      gradientPct: Math.round(rise.gradientPct * 10) / 10,
      found: true,
    }));
  return [...named, ...found]
    .sort((a, b) => a.summitM - b.summitM)
    .map((climb, i) => ({ id: `climb-${i + 1}`, ...climb }));
}

/** What people call the top of a climb that we found. */
function topNear({ tops = [] }: CourseSource, summitM: number): string | null {
  const apartM = (km: number) => Math.abs(km * 1000 - summitM);
  const [nearest] = [...tops].sort((a, b) => apartM(a.km) - apartM(b.km));
  return nearest && apartM(nearest.km) <= SAME_TOP_M ? nearest.name : null;
}

function altitudeOn({ stepM, altitudesM }: Profile, distanceM: number): number {
  const at = Math.min(altitudesM.length - 1, Math.max(0, distanceM / stepM));
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return Math.round(altitudesM[low]! + (at - low) * (altitudesM[high]! - altitudesM[low]!));
}

type Plain = Omit<Mark, 'id'>;

/**
 * The road book's marks, with those that every course has: start, summits, last kilometre, finish. The mark of a
 * climb of the road book has the climb's id; a climb that only we found has no line on the road, so it has no mark.
 */
export function buildMarks(source: CourseSource, climbs: readonly Climb[], lengthM: number, startM: number): Mark[] {
  const own = source.marks
    .filter((mark) => mark.kind !== 'summit' || !climbs.some((climb) => isAt(mark.km * 1000, climb.summitM)))
    .map((mark) => ({ kind: mark.kind, name: mark.name, distanceM: mark.km * 1000 }));
  const marks: Plain[] = own.filter((mark) => mark.kind !== 'start' && mark.kind !== 'finish');
  const named = (kind: MarkKind) => own.find((mark) => mark.kind === kind)?.name ?? '';
  const add = (kind: MarkKind, distanceM: number) => {
    if (!marks.some((mark) => mark.kind === kind)) marks.push({ kind, name: named(kind), distanceM });
  };
  if (startM < 0) add('neutral-start', startM);
  add('start', 0);
  if (source.protectionKm !== null) add('protection-line', lengthM - source.protectionKm * 1000);
  if (lengthM > FLAMME_ROUGE_M) add('flamme-rouge', lengthM - FLAMME_ROUGE_M);
  add('finish', lengthM);
  const summits = climbs
    .filter((climb) => !climb.found)
    .map((climb) => ({ id: climb.id, kind: 'summit' as const, name: climb.name, distanceM: climb.summitM }));
  return [...summits, ...withIds(marks)].sort((a, b) => a.distanceM - b.distanceM || a.id.localeCompare(b.id));
}

const isAt = (a: number, b: number) => Math.abs(a - b) <= SAME_MARK_M;

/** `finish` where there is one of a kind, else `sprint-1`, `sprint-2` in the order of the road. */
function withIds(marks: readonly Plain[]): Mark[] {
  const inOrder = [...marks].sort((a, b) => a.distanceM - b.distanceM);
  return inOrder.map((mark) => {
    const alike = inOrder.filter((other) => other.kind === mark.kind);
    return { id: alike.length === 1 ? mark.kind : `${mark.kind}-${alike.indexOf(mark) + 1}`, ...mark };
  });
}

/** Elevation as a function of the distance, from figures or from the line; null where neither has any. */
export function elevationOf(
  source: CourseSource,
  line: readonly { readonly distanceM: number; readonly altitudeM: number | null }[],
): ((distanceM: number) => number) | null {
  if (source.elevation.length > 1) {
    const figures = [...source.elevation].sort((a, b) => a.km - b.km);
    return (distanceM) =>
      readLinear(
        figures,
        distanceM / 1000,
        (f) => f.km,
        (f) => f.altitudeM,
      );
  }
  const known = line.flatMap(({ distanceM, altitudeM }) => (altitudeM === null ? [] : [{ distanceM, altitudeM }]));
  if (known.length < 2) return null;
  return (distanceM) =>
    readLinear(
      known,
      distanceM,
      (p) => p.distanceM,
      (p) => p.altitudeM,
    );
}
