import type { Course, MarkKind } from '../../race/course/course.ts';
import { footOn } from '../../race/course/projection.ts';
import type { CourseSource } from '../../race/course/source.ts';
import type { MapPlace } from './file-map.ts';

/** A place farther than this from the road is not on it. */
const REACH_M = 100;
/** A top named within this of one that the elevation shows is that one. */
const SAME_TOP_M = 1000;

/** What the words of people and programs mean, first match first; "" is a place of no known kind. */
const words: readonly (readonly [RegExp, MarkKind | 'top' | 'end'])[] = [
  [/\b(bonus|bonif)/i, 'bonus-sprint'],
  [/sprint|traguardo volante|meta volante/i, 'sprint'],
  [/feed|food|ravito|ravitaill|rifornimento|avituallamiento|bevoorrading|verpflegung/i, 'feed-zone'],
  [/\b(split|chrono|intertemps|inter|intermedio|tussentijd|zwischenzeit)\b/i, 'split'],
  [/summit|category|\b(col|côte|cote|cima|passo|pass|puerto|alto|mont|monte|mur|muro|gpm|kom|berg)\b/i, 'top'],
  [/\b(start|départ|depart|partenza|salida|finish|arrivée|arrivee|arrivo|meta|llegada|aankomst|ziel)\b/i, 'end'],
];

export interface OnRoad {
  readonly marks: CourseSource['marks'];
  readonly tops: NonNullable<CourseSource['tops']>;
  readonly doubts: readonly string[];
}

/** The named places of a file that lie on its road, as marks and as names of climbs; the others are said. */
export function placesOnRoad(course: Course, places: readonly MapPlace[]): OnRoad {
  const marks: CourseSource['marks'][number][] = [];
  const tops: OnRoad['tops'][number][] = [];
  const doubts: string[] = [];
  for (const place of places) {
    const name = place.name || place.sort;
    const distanceM = placeOnRoad(course, place);
    const kind = words.find(([pattern]) => pattern.test(`${place.name} ${place.sort}`))?.[1] ?? 'point';
    if (distanceM === null) doubts.push(`"${name}" is not on the road: left out`);
    else if (kind === 'top' && course.climbs.some((climb) => Math.abs(climb.summitM - distanceM) <= SAME_TOP_M))
      tops.push({ name, km: distanceM / 1000 });
    else if (kind !== 'end') marks.push({ name, km: distanceM / 1000, kind: kind === 'top' ? 'point' : kind });
  }
  return { marks, tops, doubts };
}

/** Where the road first comes nearest to a place, within reach; null where it does not. */
function placeOnRoad({ line }: Course, place: MapPlace): number | null {
  let best: { distanceM: number; crossM: number } | null = null;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const [a, b] = [line[i]!, line[i + 1]!];
    const { t, crossM } = footOn(a, b, place);
    // A few metres nearer on a later lap is no reason to be there.
    if (crossM > REACH_M || (best && crossM > best.crossM - 10)) continue;
    best = { distanceM: a.distanceM + t * (b.distanceM - a.distanceM), crossM };
  }
  return best && Math.max(0, best.distanceM);
}
