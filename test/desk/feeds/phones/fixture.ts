import phones from '../../../../src/desk/feeds/phones/index.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

export default {
  name: 'phones',
  parser: phones.parser,
  papers: () => [
    { topic: 'start', text: JSON.stringify({ at: START_MS, utcOffsetMin: 120 }) },
    { topic: 'join', text: JSON.stringify({ at: START_MS, bib: '1', name: 'Novak' }) },
    { topic: 'join', text: JSON.stringify({ at: START_MS, bib: '2', name: 'Dupont' }) },
  ],
  bib: '1',
  place(bib, atMs) {
    const body = { _type: 'location', tst: atMs / 1000, lat: 45, lon: 0.005, vel: 0, acc: 5, batt: 80 };
    return { topic: 'own-tracks', text: JSON.stringify({ at: atMs, bib, body }) };
  },
  passing: () => null,
  topics: ['start', 'join', 'free', 'own-tracks', 'traccar', 'query'],
  fromMs: START_MS,
} satisfies Conformance;
