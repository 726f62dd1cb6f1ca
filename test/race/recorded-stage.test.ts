import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openReplay } from '../../src/desk/feeds/replay/index.ts';
import { measure } from '../../src/desk/truth/measure.ts';

/** A real stage, which may not be given on: it lies beside the project, or this test is shown as skipped. */
const RECORDING = join(import.meta.dirname, '../../../shared/data/race-center-stage-5/recording.json.gz');

it.runIf(existsSync(RECORDING))('the engine agrees with the organiser of a recorded stage', () => {
  const playable = openReplay(RECORDING, () => null);
  const figures = playable.ok ? measure(playable.value) : playable;
  if (!figures.ok) throw new Error(figures.error);
  const { placeErrorM, gapErrorS, groups, catches, shownStale, samples, shown } = figures.value;
  expect(samples).toBe(216_594);
  expect(placeErrorM.median).toBeLessThanOrEqual(10);
  expect(placeErrorM.p99).toBeLessThanOrEqual(25);
  expect(gapErrorS.medianAbs).toBeLessThanOrEqual(1.5);
  expect(groups.changedFrameShare).toBeLessThanOrEqual(0.025);
  expect(groups.namedMax).toBeLessThanOrEqual(5);
  expect(shownStale).toBe(0);
  expect(shown.pelotonGapErrorS.median).toBeLessThanOrEqual(1.5);
  expect(shown.pelotonGapErrorS.p90).toBeLessThanOrEqual(5);
  expect(shown.pelotonGapErrorS.framesOver30sShare).toBe(0);
  expect(shown.headHoleFrames).toBe(0);
  expect(shown.jumpsOver30s).toBe(0);
  expect(shown.afterFirstArrival.jumpsOver5s).toBe(0);
  expect(catches).toHaveLength(1);
  expect(catches[0]!.kmToGo).toBeGreaterThanOrEqual(14);
  expect(catches[0]!.kmToGo).toBeLessThanOrEqual(15);
});
