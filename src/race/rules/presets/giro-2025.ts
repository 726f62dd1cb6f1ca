import type { LimitTable, Rules, Scale } from '../rules.ts';
import { NONE, neutral, onTheRoad } from './neutral.ts';

/** Categories a and b, c, d and e of the Giro's stages (bet365.it and totosi.sport, 2025; full lists: Giro rules 2025). */
const EASY: Scale = [50, 35, 25, 18, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1];
const MEDIUM: Scale = [25, 18, 12, 8, 6, 5, 4, 3, 2, 1];
const HARD: Scale = [15, 12, 9, 7, 6, 5, 4, 3, 2, 1];

/** Giro d'Italia 2025 (cyclingpro.net, "Regolamento"). */
const SUMMIT = {
  HC: NONE,
  '1': [40, 18, 12, 9, 6, 4, 2, 1],
  '2': [18, 8, 6, 4, 2, 1],
  '3': [9, 4, 2, 1],
  '4': [3, 2, 1],
  uncategorised: NONE,
};

/** Giro d'Italia rules 2025. */
export const giro2025: Rules = {
  ...neutral,
  name: "Giro d'Italia 2025",
  looks: { general: 'pink', points: 'cyclamen', mountain: 'blue', young: 'white' },
  // The Red Bull KM is the one bonus sprint: 6, 4 and 2 s (redbull.com, 2025).
  bonusS: { finish: onTheRoad([10, 6, 4]), sprint: NONE, bonusSprint: [6, 4, 2] },
  points: {
    finish: { flat: EASY, hilly: MEDIUM, mountain: HARD, circuit: EASY, 'time-trial': HARD, 'team-time-trial': NONE },
    // Five riders by a reading of the rules; bet365.it has eight, beginning 12, 8, 6.
    sprint: [12, 8, 5, 3, 1],
    bonusSprint: NONE,
  },
  mountain: {
    summit: SUMMIT,
    summitFinish: { ...SUMMIT, '1': [50, 24, 16, 9, 6, 4, 2, 1] },
    // The Cima Coppi; the race's file names it.
    highest: { climb: null, scale: [50, 30, 20, 14, 10, 6, 4, 2, 1], factor: 1 },
  },
  timeLimit: {
    juryPct: null,
    table: { flat: 'a', hilly: 'c', mountain: 'd', circuit: 'a', 'time-trial': 'e', 'team-time-trial': null },
    // oasport.it 2020 and cicloweb.it 2019, the same in both years; unconfirmed for 2025.
    tables: {
      a: bands([40, 7], [45, 8], [null, 10]),
      b: bands([37, 9], [41, 10], [null, 11]),
      c: bands([35, 11], [39, 12], [null, 13]),
      d: bands([30, 16], [34, 17], [null, 18]),
      'd, under 150 km': bands([30, 19], [34, 21], [null, 22]),
      e: bands([null, 30]),
    },
  },
};

function bands(...rows: readonly (readonly [uptoKph: number | null, pct: number])[]): LimitTable {
  return rows.map(([uptoKph, pct]) => ({ uptoKph, pct }));
}
