import type { Rules } from '../rules.ts';
import { NONE } from './neutral.ts';
import { tour2023 } from './tour-2023.ts';

/** Tour de France rules 2025, where they differ from 2023 (cyclismactu.net 88427; cyclingpro.net, July 2025). */
export const tour2025: Rules = {
  ...tour2023,
  name: 'Tour de France 2025',
  // A crash must involve several riders. Seven stages had 5 km instead of 3: a mark of their courses.
  protection: { ...tour2023.protection, soloCrash: false },
  // No bonus sprints.
  bonusS: { ...tour2023.bonusS, bonusSprint: NONE },
  timeLimit: {
    juryPct: null,
    // Coefficients 1 to 3 were tightened and the mountains eased; the figures are not public, so no road limit is known.
    table: {
      ...tour2023.timeLimit.table,
      flat: null,
      hilly: null,
      mountain: null,
      circuit: null,
      'time-trial': 'flat',
    },
    // rmcsport.bfmtv.com, 18 July 2025: 25 % for the flat one; 33 % uphill, which the jury raised to 40.
    tables: { flat: [{ uptoKph: null, pct: 25 }], uphill: [{ uptoKph: null, pct: 33 }] },
  },
};
