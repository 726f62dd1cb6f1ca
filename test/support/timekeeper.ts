import type { Parse } from '../../src/desk/feeds/feed.ts';
import { jsonOf, numberOf, quoted, recordOf, textOf } from '../../src/desk/feeds/json.ts';
import type { Conformance } from '../desk/feeds/conformance.ts';
import { START_MS, sheet } from './race.ts';

const papers = sheet();
const mark = papers.course.marks.find(({ kind }) => kind === 'sprint')!.id;
const fromMs = START_MS + 600_000;

const parse: Parse = ({ topic, text }) => {
  if (topic === 'list' && text === 'today') return { events: [{ kind: 'sheet', sheet: papers }], faults: [] };
  const line = recordOf(jsonOf(text));
  const [bib, atMs] = [textOf(line?.bib), numberOf(line?.at)];
  if (topic !== 'line' || bib === '' || atMs === null)
    return { events: [], faults: [`a "${quoted(topic)}" is no crossing of a line and was left out: ${quoted(text)}`] };
  return { events: [{ kind: 'passings', origin: 'timed', passings: [{ bib, mark, atMs }] }], faults: [] };
};

/** A feed that knows nothing but who crossed a line, as small as it can be: the suite itself is tried with it. */
export const timekeeper = {
  name: 'timekeeper',
  parser: () => parse,
  papers: () => [{ topic: 'list', text: 'today' }],
  bib: '1',
  place: () => null,
  passing: (bib, atMs) => ({ topic: 'line', text: JSON.stringify({ bib, at: atMs }) }),
  topics: ['list', 'line'],
  fromMs,
} satisfies Conformance;
