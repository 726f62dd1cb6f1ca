import type { LimitTable, Rules, Scale } from '../rules.ts';
import { NONE, neutral, onTheRoad } from './neutral.ts';

/** Tour de France points, equal in the rules of 2023 and 2025 (inrng.com, July 2025; reuters-fr.com, July 2025). */
const FLAT: Scale = [50, 30, 20, 18, 16, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2];
const HILLY: Scale = [30, 25, 22, 19, 17, 15, 13, 11, 9, 7, 6, 5, 4, 3, 2];
const MOUNTAIN: Scale = [20, 17, 15, 13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Mountains: Tour de France rules as from 2017, confirmed for 2025 by cyclismactu.net 88427. */
const SUMMIT = {
  HC: [20, 15, 12, 10, 8, 6, 4, 2],
  '1': [10, 8, 6, 4, 2, 1],
  '2': [5, 3, 2, 1],
  '3': [2, 1],
  '4': [1],
  uncategorised: NONE,
};

/** Tour de France rules 2023, as printed before the start: bonuses, time limits, protection. */
export const tour2023: Rules = {
  ...neutral,
  name: 'Tour de France 2023',
  looks: { general: 'yellow', points: 'green', mountain: 'red-dots', young: 'white' },
  // Declared stage by stage: 3 s where a bunch sprint is expected, which is what flat stages were.
  splitS: { ...neutral.splitS, flat: 3 },
  protection: { ...neutral.protection, soloCrash: true },
  bonusS: { finish: onTheRoad([10, 6, 4]), sprint: NONE, bonusSprint: [8, 5, 2] },
  points: {
    finish: {
      flat: FLAT,
      hilly: HILLY,
      mountain: MOUNTAIN,
      circuit: FLAT,
      'time-trial': MOUNTAIN,
      'team-time-trial': NONE,
    },
    sprint: MOUNTAIN,
    bonusSprint: NONE,
  },
  // The highest col of the race counts double; the race's file names it.
  mountain: { summit: SUMMIT, summitFinish: SUMMIT, highest: { climb: null, scale: NONE, factor: 2 } },
  timeLimit: {
    juryPct: null,
    // The coefficient is given stage by stage; these are the usual ones of each type (convention, unconfirmed).
    table: { flat: '1', hilly: '3', mountain: '4', circuit: '1', 'time-trial': '6', 'team-time-trial': null },
    tables: {
      '1': stepped({ pct: 4, uptoKph: 36, stepKph: 2, maxPct: 12 }),
      '2': stepped({ pct: 6, uptoKph: 35, stepKph: 1, maxPct: 18 }),
      '3': stepped({ pct: 10, uptoKph: 35, stepKph: 1, maxPct: 20 }),
      '4': stepped({ pct: 7, uptoKph: 30, stepKph: 1, maxPct: 18 }),
      '5': stepped({ pct: 10, uptoKph: 29, stepKph: 1, maxPct: 18 }),
      '6': [{ uptoKph: null, pct: 33 }],
    },
  },
};

/** One percent more for each step of speed that is begun, up to a maximum. */
function stepped(from: { pct: number; uptoKph: number; stepKph: number; maxPct: number }): LimitTable {
  return Array.from({ length: from.maxPct - from.pct + 1 }, (_, step) => {
    const pct = from.pct + step;
    return { uptoKph: pct === from.maxPct ? null : from.uptoKph + step * from.stepKph, pct };
  });
}
