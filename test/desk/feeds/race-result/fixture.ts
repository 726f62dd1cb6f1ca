import raceResult from '../../../../src/desk/feeds/race-result/index.ts';
import { brought, withBrought } from '../../../support/brought.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

const fromMs = START_MS + 600_000;

export default {
  name: 'race-result',
  parser: withBrought(raceResult.parser),
  papers: () => brought,
  bib: '12',
  place: () => null,
  passing: (bib, atMs) => {
    const [date, time] = new Date(atMs + 7_200_000).toISOString().slice(0, 23).split('T');
    const number = ((atMs - fromMs) / 500 + 10) * 2 + (bib === '12' ? 0 : 1);
    const line = `#P;${number};${bib};${date};${time};0;12;88;1;A;finish;1;0;2.9;26;0;D-5001;0;0;0`;
    return { topic: 'lines', text: `${atMs} 120 ${line}` };
  },
  topics: ['lines', 'first'],
  fromMs,
} satisfies Conformance;
