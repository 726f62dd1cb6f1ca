import { wordsOf } from '../../../edition/words/words.ts';
import type { Forecast } from '../../../insight/forecast.ts';
import type { Group } from '../../../race/groups/group.ts';
import { lookOf } from '../../../race/jersey-look.ts';
import type { Race } from '../../../race/race.ts';
import type { Seen } from '../../overlay.ts';
import { groupTexts, kindTexts } from '../group-words.ts';
import type { PennonWords } from '../pennon.ts';
import type { PoleWords } from '../stack/stack-view.ts';

/** By name as elsewhere; what kind of group it is where a card has no room for names. From long to short. */
export const groupOnCard = (seen: Seen, group: Group): readonly string[] => [
  ...new Set([...groupTexts(seen, group), ...kindTexts(seen, group)]),
];

/** The bunch, whatever it is called: that of the leader's jersey where there is no other. */
export const bunchOf = ({ groups }: Race): Group | undefined =>
  groups.find(({ kind }) => kind === 'peloton') ?? groups.find(({ kind }) => kind === 'jersey');

export const pennonOf = ({ race }: Seen, { kind, bibs }: Group): PennonWords => ({
  kind,
  size: String(bibs.length),
  look: lookOf(race.sheet, 'general'),
});

export const poleOf = ({ race }: Seen, { kind }: Group): PoleWords => ({ kind, look: lookOf(race.sheet, 'general') });

/** The name of a place of the road: the finish, a summit, a sprint. */
export function placeName({ race, edition }: Seen, mark: string): string {
  const { finish } = wordsOf(edition.language);
  const found = race.sheet.course.marks.find(({ id }) => id === mark);
  return found?.kind === 'finish' ? finish : (found?.name ?? '');
}

/** Why a forecast is not shown, in one phrase for the producer; null where it is. */
export function whySilent(forecast: Forecast | undefined, now: number): string | null {
  if (!forecast) return 'nothing is forecast of it yet';
  if (forecast.silent) return `the forecast is silent: ${forecast.silent}`;
  return now > forecast.untilMs ? 'the forecast is over' : null;
}
