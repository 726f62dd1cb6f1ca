import type { Rules, Scale } from '../rules.ts';
import { NONE } from './neutral.ts';
import { vuelta2020 } from './vuelta-2020.ts';

/** By group of stages: 1, 2 and 3, 4 to 6 (radsport-seite.de, Vuelta 2025). */
const FLAT: Scale = [50, 30, 20, 18, 16, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2];
const HILLY: Scale = [30, 25, 22, 19, 17, 15, 13, 11, 9, 7, 6, 5, 4, 3, 2];
const MOUNTAIN: Scale = [20, 17, 15, 13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Vuelta a España rules 2025. Mountains as in 2023 (cyclingmagazine.de), unconfirmed for 2025. */
export const vuelta2025: Rules = {
  ...vuelta2020,
  name: 'Vuelta a España 2025',
  // Declared stage by stage: 3 s on the flat stages of 2023 (tour-magazin.de, August 2023).
  splitS: { ...vuelta2020.splitS, flat: 3 },
  protection: { ...vuelta2020.protection, soloCrash: false },
  // rtbf.be, August 2023: one line a stage gives 3, 2 and 1 s, a sprint or a bonus sprint on a climb; here the bonus
  // sprint, so that a stage with both does not count twice. Unconfirmed for 2025.
  bonusS: { ...vuelta2020.bonusS, sprint: NONE, bonusSprint: [3, 2, 1] },
  points: {
    finish: {
      flat: FLAT,
      hilly: HILLY,
      mountain: MOUNTAIN,
      circuit: FLAT,
      'time-trial': MOUNTAIN,
      'team-time-trial': NONE,
    },
    sprint: [20, 17, 15, 13, 10],
    bonusSprint: NONE,
  },
};
