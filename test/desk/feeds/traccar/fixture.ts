import traccar from '../../../../src/desk/feeds/traccar/index.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

const said = (at: number, body: object) => ({ topic: 'message', text: JSON.stringify({ at, body }) });

export default {
  name: 'traccar',
  parser: traccar.parser,
  papers: () => [
    { topic: 'start', text: JSON.stringify({ at: START_MS, utcOffsetMin: 120 }) },
    said(START_MS, {
      devices: [
        { id: 501, name: '1 Ana Novak', uniqueId: '861107036012345' },
        { id: 502, name: '2 Luis Dupont', uniqueId: '861107036012346' },
        { id: 9876, name: '9876', uniqueId: '861107036012347' },
      ],
    }),
  ],
  bib: '1',
  place(bib, atMs) {
    const time = new Date(atMs).toISOString();
    const where = { latitude: 45, longitude: 0.005, altitude: 210, speed: 0, accuracy: 4 };
    const position = {
      deviceId: bib === '1' ? 501 : Number(bib),
      fixTime: time,
      deviceTime: time,
      valid: true,
      ...where,
    };
    return said(atMs, { positions: [{ ...position, attributes: { batteryLevel: 80 } }] });
  },
  passing: () => null,
  topics: ['start', 'message'],
  fromMs: START_MS,
} satisfies Conformance;
