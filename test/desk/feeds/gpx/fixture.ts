import gpx from '../../../../src/desk/feeds/gpx/index.ts';
import { START_MS } from '../../../support/race.ts';
import type { Conformance } from '../conformance.ts';

export default {
  name: 'gpx',
  parser: gpx.parser,
  papers: () => [
    {
      topic: 'riders',
      text: JSON.stringify({
        ...{ id: 'gpx-club', startMs: START_MS, utcOffsetMin: 120, leftOut: [] },
        riders: ['1', '2'].map((bib) => ({ bib, family: `Family ${bib}`, given: '' })),
      }),
    },
  ],
  bib: '1',
  place: (bib, atMs) => ({ topic: 'fixes', text: JSON.stringify([[bib, atMs, 45, 0.01, 210]]) }),
  passing: () => null,
  topics: ['riders', 'fixes'],
  fromMs: START_MS,
} satisfies Conformance;
