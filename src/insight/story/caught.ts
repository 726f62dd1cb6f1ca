import type { GroupLife, InFront } from './memory.ts';
import { joinedGroups, kmOf, LASTS_MS, latenessAt, TOGETHER_MS } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

/** So long a break is the story of the day. */
const LONG_KM = 60;
/** Who has been in front for nearly as far as the first of them is told with him. */
const ALIKE = 0.8;

/**
 * Riders who were in front are no more. Whether they were caught or have waited is not asked: the words say that they
 * are back. Who had been dropped from the break only falls back further.
 */
export const breakCaught: StoryTeller = (look) =>
  joinedGroups(look).flatMap((group) => {
    const { id, ended, into, way, side, isHead, heard } = group;
    const [first] = lastingLeaders(group);
    if (way !== 'caught' || side !== 'front' || group.broke?.way === 'off' || !first) return [];
    const farM = ended.distanceM - first.sinceM;
    const leaders = lastingLeaders(group).filter(({ sinceM }) => ended.distanceM - sinceM >= ALIKE * farM);
    // True of all of them.
    const km = kmOf(ended.distanceM - Math.max(...leaders.map(({ sinceM }) => sinceM)));
    const isOver = isHead && into.side === 'main';
    const far = first.isKnown ? Math.min(1, km / LONG_KM) : 0;
    return tellingOf('caught', `${id} km${kmOf(ended.distanceM)}`, {
      atMs: ended.atMs,
      readyMs: ended.atMs + TOGETHER_MS,
      atM: ended.distanceM,
      bibs: leaders.map(({ bib }) => bib),
      groups: [into.id, id],
      facts: {
        riders: leaders.length,
        ...(first.isKnown && km >= 1 && { km }),
        // Where others than the peloton have come up, it is with them that they ride on.
        ...(into.side === 'front' && { together: into.bibs.length }),
      },
      importance: Math.min(1, 0.3 + (isOver ? 0.55 : 0.3) * far + 0.15 * latenessAt(look.race, ended.distanceM)),
      confidence: heard,
    });
  });

/** Who was there before the last minute: others had come up to them, or have tried to. */
const lastingLeaders = ({ leaders, ended }: GroupLife): readonly (InFront & { readonly bib: string })[] =>
  leaders.filter(({ sinceMs }) => ended !== null && ended.atMs - sinceMs >= LASTS_MS);
