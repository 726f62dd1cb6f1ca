import metarace from '../../../../src/desk/feeds/metarace/index.ts';
import { brought, withBrought } from '../../../support/brought.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

export default {
  name: 'metarace',
  parser: withBrought(metarace.parser),
  papers: () => brought,
  bib: '12',
  place: () => null,
  passing: (bib, atMs) => {
    const [date, time] = new Date(atMs + 7_200_000).toISOString().slice(0, 23).split('T');
    return { topic: 'timer', text: `${atMs} 120 ${atMs % 1000};rrs;finish;${bib};${time!.replace(':', 'h')};${date}` };
  },
  topics: ['timer'],
  fromMs: START_MS + 600_000,
} satisfies Conformance;
