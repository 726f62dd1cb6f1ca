import { manifest } from '../../overlays/position-tower/manifest.ts';
import { select } from '../../overlays/position-tower/select.ts';
import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { StackView } from '../../src/stage/kit/stack/stack-view.ts';
import { ridersIn } from './rows.ts';
import { seeing } from './seen.ts';

export const tower = seeing(manifest, select);
export const groups = [
  { kind: 'head', bibs: ['33', '12', '5'] },
  { kind: 'chasers', bibs: ['24'], gapS: 83 },
  { kind: 'peloton', bibs: ['3', '1', '2'], gapS: 254 },
] as const;
export const breakaway = situation({ headKm: 100, groups, jerseys: { general: '1' } });

export const bibs = (view: StackView) => ridersIn(view).map(({ key }) => Number(key));
export const titleOf = ({ header }: StackView) => header.beside[0];
/** The same race, and how it stood this morning. */
export const classified = (race: Race, ...general: readonly string[]): Race => ({
  ...race,
  sheet: { ...race.sheet, general: general.map((bib, i) => ({ bib, behindS: i * 7 })) },
});
