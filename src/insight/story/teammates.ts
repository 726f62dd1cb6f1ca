import { heardOf, LASTS_MS, latenessAt, racingIn } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const LASTS = 3 * LASTS_MS;
const RIDERS = { least: 4, most: 40, share: 0.4 };

/** One team has more riders in front than every other: three or more, or two where all others have one. */
export const teammates: StoryTeller = (look) => {
  const { race, memory } = look;
  const head = memory.lives.get(race.groups[0]?.id ?? '');
  if (!head?.born || race.atMs - head.born.atMs < LASTS) return [];
  const { bibs, id, frontM, born } = head;
  if (bibs.length < RIDERS.least || bibs.length > Math.min(RIDERS.most, RIDERS.share * racingIn(race))) return [];
  const counts = new Map<string, number>();
  for (const bib of bibs) {
    const team = race.sheet.riders.get(bib)?.team;
    if (team) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  const [most, next] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const heard = heardOf(look, bibs, born.atMs);
  if (!most || most[1] < 2 || most[1] === next?.[1] || (most[1] === 2 && bibs.length > 2 * RIDERS.least)) return [];
  return heard === 0
    ? []
    : [
        tellingOf('teammates in front', `${id} ${most[0]} ${most[1]}`, {
          atMs: born.atMs + LASTS,
          readyMs: race.atMs - LASTS_MS,
          atM: frontM,
          bibs: bibs.filter((bib) => race.sheet.riders.get(bib)?.team === most[0]),
          groups: [id],
          team: most[0],
          facts: { riders: most[1], together: bibs.length },
          importance: Math.min(0.7, 0.38 + 0.08 * (most[1] - 2) + 0.2 * latenessAt(race, frontM)),
          confidence: heard,
        }),
      ];
};
