import { isFrontMove } from '../../insight/story/front-move.ts';
import type { Story } from '../../insight/story.ts';
import { type OrganiserGap, type OrganiserRoad, organiserGroups } from '../truth/organiser-road.ts';

/** How many of the moves in front that were told could be compared with the organiser's own riders, and were so. */
export interface ToldMoves {
  readonly n: number;
  readonly true: number;
}

export interface ToldMovesTally {
  /** A frame: the stories of today as of then, and the organiser's riders. */
  see(stories: readonly Story[], road: OrganiserRoad): void;
  figures(): ToldMoves;
}

/** Each is judged at the moment it is offered: what is told must be so then. */
export function toldMovesTally(): ToldMovesTally {
  let seen = 0;
  let [n, isTrue] = [0, 0];
  return {
    see(stories, road) {
      for (const story of stories.slice(seen)) {
        const verdict = isSo(story, organiserGroups(road.order()));
        if (verdict === null) continue;
        n += 1;
        if (verdict) isTrue += 1;
      }
      seen = stories.length;
    },
    figures: () => ({ n, true: isTrue }),
  };
}

/** A group of the organiser need not be told to the last rider. */
const NEARLY = 0.6;

/** Null where it is no move in front, or most of its riders are not seen. `groups` from head to back. */
function isSo(story: Story, groups: readonly OrganiserGap[][]): boolean | null {
  if (!isFrontMove(story)) return null;
  const { kind, bibs, facts } = story;
  const sizes = groups.map(({ length }) => length);
  const peloton = sizes.indexOf(Math.max(...sizes));
  const where = bibs
    .map((bib) => groups.findIndex((group) => group.some((one) => one.bib === bib)))
    .filter((at) => at >= 0);
  if (where.length * 2 <= bibs.length) return null;
  const isMost = (holds: (at: number) => boolean) => where.filter(holds).length > where.length / 2;
  if (kind === 'attack') return where.every((at) => at < peloton);
  if (facts.together === undefined) return isMost((at) => at === peloton);
  return isMost((at) => sizes[at]! >= NEARLY * facts.together!);
}
