import type { RaceInfo } from '../../race/sheet.ts';

/** "Tour of the Two Valleys · Stage 5 · Valbrun - Col des Aigles" */
export const raceTitle = ({ race, stage }: Pick<RaceInfo, 'race' | 'stage'>): string =>
  [race, stage].filter(Boolean).join(' · ');
