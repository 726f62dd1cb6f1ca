import { formatGap, UNKNOWN } from '../../../edition/format.ts';
import { toGo } from '../../../edition/to-go.ts';
import { wordsOf } from '../../../edition/words/words.ts';
import { lookOf } from '../../../race/jersey-look.ts';
import type { Race } from '../../../race/race.ts';
import type { JerseyKind } from '../../../race/sheet.ts';
import type { Seen } from '../../overlay.ts';
import type { JerseyWords } from '../jersey.ts';
import { noValue, type StackHeader, type Value } from './stack-view.ts';

/** What the head of the race still has to ride, and what is said beside it. */
export function stackHeader({ race, edition }: Seen, beside: readonly string[]): StackHeader {
  return { ...toGo(race, edition), beside };
}

/** "Stage 9": the name of a stage as far as its first dot. */
export const stageName = ({ sheet: { info } }: Race): string => info.stage.replace(/ · .*/, '');

export function jerseyWords({ race: { sheet }, edition }: Seen, kinds: readonly JerseyKind[]): JerseyWords[] {
  const { jerseyLetter } = wordsOf(edition.language);
  return kinds.map((kind) => ({ look: lookOf(sheet, kind), letter: jerseyLetter[kind] }));
}

/** Late news makes every value an estimate. */
export function gapValue({ edition, news }: Seen, gapS: number | null, isEstimated: boolean): Value {
  const text = formatGap(gapS, edition, { estimated: isEstimated || news === 'late' });
  const { sameTime } = wordsOf(edition.language);
  return text === '' ? noValue : { text, isWord: text === sameTime || text === UNKNOWN };
}
