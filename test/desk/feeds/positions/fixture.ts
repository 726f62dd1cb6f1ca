import positions from '../../../../src/desk/feeds/positions/index.ts';
import { textOfMessage } from '../../../../src/desk/feeds/positions/parse.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

const message = (said: object, atMs: number) => ({ topic: 'message', text: textOfMessage(JSON.stringify(said), atMs) });

export default {
  name: 'positions',
  parser: positions.parser,
  papers: () => [
    message(
      {
        riders: [
          { bib: 1, family: 'Novak' },
          { bib: '2', family: 'Dupont' },
        ],
      },
      START_MS,
    ),
  ],
  bib: '1',
  place: (bib, atMs) => message({ positions: [{ bib, lat: 45, lon: 0.001, at: atMs }] }, atMs + 300),
  passing: (bib, atMs) =>
    message({ passings: [{ bib, mark: 'finish', at: new Date(atMs).toISOString() }] }, atMs + 300),
  topics: ['message'],
  fromMs: START_MS,
} satisfies Conformance;
