import { paperTopics } from '../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../src/desk/feeds/race-center/parse.ts';
import { createEngine } from '../../src/race/engine.ts';
import { START_MS } from './race.ts';
import { paper, riderPaper } from './recording.ts';

const [book] = paper.checkpoints;
export const papers = {
  ...paper,
  riders: [...[1, 2, 3, 4].map((bib) => riderPaper(bib)), ...paper.teams],
  checkpoints: [{ ...book, 2: { ...book![2], checkpoint: 7 }, 3: { ...book![3], checkpoint: 8 } }],
};
export const HOUR_MS = 3_600_000;

/** Stage 5 of the papers: what the organiser says goes through its reader into an engine. */
export function opened({ early = [] as readonly [string, unknown][] } = {}) {
  const parse = raceCenterParse();
  const engine = createEngine();
  const faults: string[] = [];
  const take = (topic: string, value: unknown) => {
    const { events, faults: wrong } = parse({ topic, text: typeof value === 'string' ? value : JSON.stringify(value) });
    for (const event of events) engine.apply(event);
    faults.push(...wrong);
    return events;
  };
  const say = (bind: string, ...data: unknown[]) => take('news', { bind, data });
  for (const [bind, list] of early) say(bind, list);
  for (const topic of paperTopics) take(topic, papers[topic]);
  return { say, take, faults, race: () => engine.race(START_MS)!, mark: (kind: string) => markOf(engine, kind) };
}
const markOf = (engine: ReturnType<typeof createEngine>, kind: string) =>
  engine.race(0)!.sheet.course.marks.find((mark) => mark.kind === kind)!.id;

/** A list of times in milliseconds, of riders by their number. */
export const times = (type: string, rows: readonly (readonly [number, number])[], over: object = {}) => ({
  type,
  status: 'provisional',
  checkpoint: null,
  length: null,
  rankings: rows.map(([bib, absolute], i) => ({ position: i + 1, bib, absolute, relative: absolute - rows[0]![1] })),
  ...over,
});
export const points = (type: string, rows: readonly (readonly [number, number])[], over: object = {}) => ({
  ...times(type, rows, over),
  rankings: rows.map(([bib, absolute], i) => ({ position: `${i + 1}`, bib: `${bib}`, absolute: `${absolute}` })),
});
export const yesterday = times('itg', [
  [2, 15 * HOUR_MS],
  [1, 15 * HOUR_MS + 83_000],
]);
export const stage = times('ete', [
  [3, 4 * HOUR_MS],
  [1, 4 * HOUR_MS + 2000],
]);
