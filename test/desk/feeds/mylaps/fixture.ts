import mylaps from '../../../../src/desk/feeds/mylaps/index.ts';
import { brought, withBrought } from '../../../support/brought.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

const fromMs = START_MS + 600_000;

export default {
  name: 'mylaps',
  parser: withBrought(mylaps.parser),
  papers: () => brought,
  bib: '12',
  place: () => null,
  passing: (bib, atMs) => {
    const [day, time] = new Date(atMs + 7_200_000).toISOString().slice(2, 23).split('T');
    const passing = `t=${time}|c=0000041|ct=UH|d=${day!.replaceAll('-', '')}|l=3|dv=4|re=0|an=00001111|g=0|b=${bib}|n=${bib}`;
    return { topic: 'frames', text: `${atMs} 120 finish@Passing@${passing}@${atMs % 10_000}@` };
  },
  topics: ['frames'],
  fromMs,
} satisfies Conformance;
