import type { Playable, Timed } from '../../src/desk/feeds/feed.ts';
import { riders, START_MS, sheet } from './race.ts';
import { fixAt, frame } from './ride.ts';

const SECONDS = 2000;
const EVERY_S = 4;
const made = sheet({ riders: riders(6) });
const bibs = [...made.riders.keys()];

/** Half an hour of a field that rides together on the flat; `id` is of the race. */
export function fieldAt(mps: number, id = 'test'): Playable {
  const papers = { ...made, info: { ...made.info, id } };
  const inputs = Array.from({ length: SECONDS / EVERY_S }, (_, i): Timed => {
    const atMs = START_MS + 600_000 + i * EVERY_S * 1000;
    return { feed: 'made', topic: 'fix', text: String(i * EVERY_S), atMs };
  });
  return {
    title: `at ${mps} m/s`,
    feeds: ['made'],
    reader: () => {
      let isFirst = true;
      return ({ text }) => {
        const s = Number(text);
        const samples = bibs.map((bib, i) => fixAt(papers.course, bib, 2000 + mps * s - i * 2));
        const fixes = frame(START_MS + 600_000 + s * 1000, samples);
        const events = isFirst ? [{ kind: 'sheet' as const, sheet: papers }, fixes] : [fixes];
        isFirst = false;
        return { events, faults: [] };
      };
    },
    span: { fromMs: inputs[0]!.atMs, toMs: inputs.at(-1)!.atMs },
    startMs: inputs[0]!.atMs,
    momentAt: () => null,
    play: () => inputs,
  };
}
