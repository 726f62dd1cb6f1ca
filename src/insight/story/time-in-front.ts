import { confidenceOf, heardOf, kmOf, OLD_MS } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const HOUR_MS = 3_600_000;
/** Who came to the front within so long of each other came together. */
const TOGETHER_MS = 120_000;
const MOST_RIDERS = 12;

/** Riders have been in front for another full hour. */
export const timeInFront: StoryTeller = (look) => {
  const { race, memory } = look;
  const head = memory.lives.get(race.groups[0]?.id ?? '');
  const [first] = head?.leaders ?? [];
  if (!head || !first || head.side !== 'front') return [];
  const forMs = race.atMs - first.sinceMs;
  const hours = Math.floor(forMs / HOUR_MS);
  const beyondMs = forMs % HOUR_MS;
  const leaders = head.leaders.filter(({ sinceMs }) => sinceMs - first.sinceMs < TOGETHER_MS);
  const heard = heardOf(
    look,
    leaders.map(({ bib }) => bib),
    race.atMs - OLD_MS,
  );
  if (hours === 0 || beyondMs > OLD_MS || heard === 0 || leaders.length > MOST_RIDERS) return [];
  return [
    tellingOf(
      'time in front',
      `${leaders
        .map(({ bib }) => bib)
        .sort()
        .join(' ')} ${hours}h`,
      {
        atMs: race.atMs - beyondMs,
        atM: head.frontM,
        bibs: leaders.map(({ bib }) => bib),
        groups: [head.id],
        facts: { riders: leaders.length, time: hours * 3600, km: kmOf(head.frontM - first.sinceM) },
        importance: 0.35 + 0.05 * hours + (leaders.length === 1 ? 0.1 : 0),
        confidence: confidenceOf(heard, false),
      },
    ),
  ];
};
