import { metresBetween } from '../../race/course/projection.ts';
import { rawLengths } from '../../race/course/scale.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import type { MapRoad } from './file-map.ts';

/** Where one road ends and the next begins within this, they are one. */
const JOINED_M = 500;
/** Two drawings whose ends and lengths differ by no more than this share are of the same road. */
const SAME_SHARE = 0.02;

/**
 * The road of the race among those of a file. Roads that follow each other are one, in whatever order they are written; far apart they are never joined: who
 * asks is told which there are, and names one of them by its number.
 */
export function oneRoad(roads: readonly MapRoad[], track: number | null): Result<MapRoad> {
  if (track !== null) {
    const chosen = roads[track - 1];
    return chosen
      ? ok(chosen)
      : fail(`it has no track ${track}: there ${roads.length === 1 ? 'is one' : `are ${roads.length}`}`);
  }
  const joined: MapRoad[] = [];
  for (const road of roads) {
    const last = joined.at(-1);
    if (joined.some((one) => isSame(one, road))) continue;
    if (last && metresBetween(last.line.at(-1)!, road.line[0]!) <= JOINED_M)
      joined[joined.length - 1] = { name: last.name, line: [...last.line, ...road.line] };
    else if (last && metresBetween(road.line.at(-1)!, joined[0]!.line[0]!) <= JOINED_M)
      joined[0] = { name: joined[0]!.name, line: [...road.line, ...joined[0]!.line] };
    else joined.push(road);
  }
  const [first, ...others] = joined;
  if (first && others.length === 0) return ok(first);
  const list = roads.map((road, i) => `${i + 1} ${road.name ? `"${road.name}", ` : ''}${kmOf(road)} km`).join('; ');
  return fail(`it has ${roads.length} tracks that do not follow each other (${list}): choose one with --track 1`);
}

const lengthOf = ({ line }: MapRoad): number => rawLengths(line).at(-1)!;
const kmOf = (road: MapRoad): string => (lengthOf(road) / 1000).toFixed(1);

function isSame(a: MapRoad, b: MapRoad): boolean {
  const lengthM = lengthOf(a);
  const toleranceM = SAME_SHARE * lengthM;
  return (
    Math.abs(lengthOf(b) - lengthM) <= toleranceM &&
    metresBetween(a.line[0]!, b.line[0]!) <= toleranceM &&
    metresBetween(a.line.at(-1)!, b.line.at(-1)!) <= toleranceM
  );
}
