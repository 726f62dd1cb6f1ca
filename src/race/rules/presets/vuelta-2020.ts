import type { Rules, Scale } from '../rules.ts';
import { NONE, neutral, onTheRoad } from './neutral.ts';

/** The same on every stage (cyclingmagazine.de, August 2016; cycling-info.sk, 2020). */
const FINISH: Scale = [25, 20, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** The same from 2013 (radsport-seite.de) to 2023 (cyclingmagazine.de). */
const SUMMIT = {
  HC: [15, 10, 6, 4, 2],
  '1': [10, 6, 4, 2, 1],
  '2': [5, 3, 1],
  '3': [3, 2, 1],
  '4': NONE,
  uncategorised: NONE,
};

/** Vuelta a España rules of 2016 to 2020. */
export const vuelta2020: Rules = {
  ...neutral,
  name: 'Vuelta a España 2020',
  looks: { general: 'red', points: 'green', mountain: 'blue-dots', young: 'white' },
  protection: { ...neutral.protection, soloCrash: true },
  bonusS: { finish: onTheRoad([10, 6, 4]), sprint: [3, 2, 1], bonusSprint: NONE },
  points: { finish: { ...onTheRoad(FINISH), 'time-trial': FINISH }, sprint: [4, 2, 1], bonusSprint: NONE },
  mountain: {
    summit: SUMMIT,
    summitFinish: SUMMIT,
    // The Cima Alberto Fernández; the race's file names it.
    highest: { climb: null, scale: [20, 15, 10, 6, 4, 2], factor: 1 },
  },
};
