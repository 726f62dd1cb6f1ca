import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { createRecorder, noPast } from '../../../src/desk/recorder.ts';
import { newTape } from '../../../src/desk/tape/write.ts';

const FROM_S = 120;
const TO_S = 420;

it('a tape of the built-in race takes less than 2 MB an hour, written second by second', () => {
  const feed = simulation({ seed: 1 });
  const file = join(mkdtempSync(join(tmpdir(), 'ardoise-size-')), 'a.ndjson.gz');
  const head = { tape: 2, feed: 'simulation', title: '', source: '', startedAt: 1 } as const;
  const day = { ms: 0 };
  const recorder = createRecorder(
    newTape(file, head, { trouble: () => {}, mended: () => {}, now: () => 0 }),
    noPast,
    () => day.ms,
  );
  let fromBytes = 0;
  for (const input of feed.play(Number.NEGATIVE_INFINITY)) {
    const atS = (input.atMs - feed.span.fromMs) / 1000;
    day.ms = Math.max(day.ms, input.atMs);
    recorder.input(input);
    recorder.clock({ atMs: input.atMs + 0.123, rate: 1 }, false);
    if (atS < FROM_S) fromBytes = statSync(file).size;
    if (atS > TO_S) break;
  }
  const perHour = ((statSync(file).size - fromBytes) * 3600) / (TO_S - FROM_S);
  expect(perHour).toBeLessThan(2e6);
  expect(perHour).toBeGreaterThan(0.5e6);
});
