import { usualLooks } from '../../jersey-look.ts';
import type { ByType, Rules, Scale } from '../rules.ts';

/** Nothing to be won. */
export const NONE: Scale = [];

/** The same on every road stage, nothing against the clock. */
export const onTheRoad = (scale: Scale): ByType<Scale> => ({
  flat: scale,
  hilly: scale,
  mountain: scale,
  circuit: scale,
  'time-trial': NONE,
  'team-time-trial': NONE,
});

/**
 * What holds where a race has said nothing: the sport's own rules and no prizes, for bonuses, points and time limits
 * are each organiser's decision.
 */
export const neutral: Rules = {
  name: 'UCI rules',
  looks: usualLooks,
  // UCI 1.2.107: one second.
  splitS: { flat: 1, hilly: 1, mountain: 1, circuit: 1, 'time-trial': 1, 'team-time-trial': 1 },
  protection: {
    // UCI 2.6.027: the last 3 km of a road stage; 2.6.028: the last km of a team time trial.
    fromFinishM: { flat: 3000, hilly: 3000, mountain: 3000, circuit: 3000, 'time-trial': 0, 'team-time-trial': 1000 },
    // UCI 2.6.027 as from 1 January 2025: a crash must involve several riders.
    soloCrash: false,
  },
  bonusS: { finish: onTheRoad(NONE), sprint: NONE, bonusSprint: NONE },
  points: { finish: onTheRoad(NONE), sprint: NONE, bonusSprint: NONE },
  mountain: {
    summit: { HC: NONE, '1': NONE, '2': NONE, '3': NONE, '4': NONE, uncategorised: NONE },
    summitFinish: { HC: NONE, '1': NONE, '2': NONE, '3': NONE, '4': NONE, uncategorised: NONE },
    highest: { climb: null, scale: NONE, factor: 1 },
  },
  // UCI 2.6.032: a matter of each race.
  timeLimit: {
    juryPct: null,
    table: { flat: null, hilly: null, mountain: null, circuit: null, 'time-trial': null, 'team-time-trial': null },
    tables: {},
  },
  // Convention, unconfirmed: 25 or younger in the year of the race.
  youngMaxAge: 25,
  // Convention, unconfirmed: the three best times of each stage; in a team time trial the team's own.
  teamBest: { flat: 3, hilly: 3, mountain: 3, circuit: 3, 'time-trial': 3, 'team-time-trial': 1 },
  // The fourth rider, as is traditional (Cyclingnews, 7 March 2023).
  teamTimeTrial: { clockOn: 4, generalBy: 'team' },
};
