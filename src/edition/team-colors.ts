import type { Sheet } from '../race/sheet.ts';
import { colorOf } from './color.ts';
import type { Color } from './theme.ts';

/** The two halves of a team's kit; null where nobody told its colours. */
export function teamColors({ teams }: Pick<Sheet, 'teams'>, code: string): readonly [Color, Color] | null {
  const [first, second] = teams.find((team) => team.code === code)?.colors ?? [];
  const upper = colorOf(first ?? null);
  return upper && [upper, colorOf(second ?? null) ?? upper];
}
