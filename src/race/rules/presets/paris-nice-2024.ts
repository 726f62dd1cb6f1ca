import type { Rules } from '../rules.ts';
import { neutral } from './neutral.ts';

/** Paris-Nice 2024, road book article 16: the team time trial only; its prizes are for the race's own file. */
export const parisNice2024: Rules = {
  ...neutral,
  name: 'Paris-Nice 2024',
  looks: { general: 'yellow', points: 'green', mountain: 'red-dots', young: 'white' },
  protection: { ...neutral.protection, soloCrash: true },
  timeLimit: {
    juryPct: null,
    table: { ...neutral.timeLimit.table, 'team-time-trial': 'team' },
    tables: { team: [{ uptoKph: null, pct: 30 }] },
  },
  teamTimeTrial: { clockOn: 1, generalBy: 'individual' },
};
