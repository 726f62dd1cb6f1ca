import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulation } from '../../src/desk/feeds/simulation/index.ts';
import { createRecorder, noPast } from '../../src/desk/recorder.ts';
import { newTape } from '../../src/desk/tape/write.ts';
import { plainOf } from '../support/tapes.ts';

/** Where the hour begins: the whole field rides. */
const FROM_M = 60_000;
const HOUR_MS = 3_600_000;
/** How often a desk looks at its clock. */
const LOOK_MS = 20;

/**
 * What an hour of the built-in race takes on disk as a desk writes it at 1x: each frame by itself when it comes, and each
 * second where the race stands. Beside it the same as lines.
 */
export async function tapeBench() {
  const feed = simulation({ seed: 1 });
  const fromMs = feed.momentAt(FROM_M)!;
  const file = join(mkdtempSync(join(tmpdir(), 'ardoise-bench-')), 'tape.ndjson.gz');
  const head = { tape: 2, feed: 'simulation', title: feed.title, source: 'bench', startedAt: fromMs } as const;
  const tape = newTape(file, head, { trouble: fail, mended: fail, now: () => 0 });
  const day = { ms: fromMs };
  const recorder = createRecorder(tape, noPast, () => day.ms);
  let written = 0;
  for (const input of feed.play(Number.NEGATIVE_INFINITY)) {
    if (input.atMs > fromMs + HOUR_MS) break;
    if (input.atMs < fromMs && input.topic !== 'sheet') continue;
    const from = cpuUs();
    for (; day.ms < input.atMs; day.ms += LOOK_MS) recorder.clock({ atMs: day.ms, rate: 1 }, false);
    recorder.together(() => recorder.input(input));
    written += cpuUs() - from;
  }
  recorder.end();
  const bytes = statSync(file).size;
  const plain = Buffer.byteLength(plainOf(file));
  return {
    tapeMBPerHour: bytes / 1e6,
    plainMBPerHour: plain / 1e6,
    writeMsPerSecond: written / 1000 / (HOUR_MS / 1000),
  };
}

function fail(sentence: string | null): never {
  throw new Error(sentence ?? 'the tape was in trouble');
}

function cpuUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
