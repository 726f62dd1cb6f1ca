import rmonitor from '../../../../src/desk/feeds/rmonitor/index.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

const fromMs = START_MS + 600_000;

/** "00:10:02.500" */
const written = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

export default {
  name: 'rmonitor',
  parser: rmonitor.parser,
  papers: () => [
    {
      topic: 'lines',
      text: `${fromMs - 1000} ${[
        '$B,7,"Criterium of the Tests"',
        '$C,1,"Elite"',
        '$A,"12","12",52474,"Jana","Novák","CZE",1',
        '$COMP,"13","13",1,"Luc","Dupont","FRA","Morava"',
        '$E,"TRACKNAME","Valbrun"',
        '$E,"TRACKLENGTH","1.200"',
        `$F,900,"00:00:00","14:09:59","${written(599_000).slice(0, 8)}","Green "`,
      ].join('\n')}`,
    },
  ],
  bib: '12',
  place: () => null,
  passing: (bib, atMs) => {
    const total = written(atMs - START_MS);
    const lap = Math.round((atMs - fromMs) / 500) + 10;
    return { topic: 'lines', text: `${atMs} $J,"${bib}","00:00:01.000","${total}"\n$G,1,"${bib}",${lap},"${total}"` };
  },
  topics: ['lines'],
  fromMs,
} satisfies Conformance;
