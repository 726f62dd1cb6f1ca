import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { eastDegrees, START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';
import type { Conformance } from '../conformance.ts';

const papers = { ...paper, riders: [1, 2, 3].map((bib) => riderPaper(bib)) };
const fromMs = START_MS + 600_000;

export default {
  name: 'race-center',
  parser: raceCenterParse,
  papers: () => paperTopics.map((topic) => ({ topic, text: JSON.stringify(papers[topic]) })),
  bib: '1',
  place: (bib, atMs) => {
    const Longitude = 5 + eastDegrees(6 + (atMs - fromMs) / 100_000);
    return { topic: 'stream', text: frame(atMs, 0, { Riders: [{ Bib: bib, Latitude: 45, Longitude, kph: 36 }] }) };
  },
  passing: () => null,
  topics: [...paperTopics, 'stream'],
  fromMs,
} satisfies Conformance;
