import mqtt from '../../../../src/desk/feeds/mqtt/index.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

const published = (topic: string, at: number, body: object) => ({
  topic: 'message',
  text: JSON.stringify({ at, topic, body }),
});

export default {
  name: 'mqtt',
  parser: mqtt.parser,
  papers: () => [
    { topic: 'start', text: JSON.stringify({ at: START_MS, utcOffsetMin: 120 }) },
    published('owntracks/race/1/info', START_MS, { _type: 'card', name: 'Ana Novak' }),
    published('owntracks/race/2/info', START_MS, { _type: 'card', name: 'Luis Dupont' }),
  ],
  bib: '1',
  place: (bib, atMs) =>
    published(`owntracks/race/${bib}`, atMs, {
      _type: 'location',
      tid: 'XY',
      tst: atMs / 1000,
      lat: 45,
      lon: 0.005,
      vel: 0,
      acc: 5,
      batt: 80,
    }),
  passing: () => null,
  topics: ['start', 'message'],
  fromMs: START_MS,
} satisfies Conformance;
