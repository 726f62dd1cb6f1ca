import { afterEach } from 'vitest';
import { START_MS } from '../support/race.ts';
import { onStage, pixelAt } from '../support/stage.ts';

/** The stage of the test that runs, and what its plate is doing. */
export let air: Awaited<ReturnType<typeof onStage>>;
export const open = async (...given: Parameters<typeof onStage>) => {
  air = await onStage(...given);
};
export const closeAfterEach = () => afterEach(() => air.close());

export const lives = () => Object.fromEntries(air.stage.lives().map(({ overlay, life }) => [overlay, life]));
export const why = () => air.stage.lives().find(({ overlay }) => overlay === 'test-plate')?.why ?? null;
export const still = { atMs: START_MS, pageMs: 0, rate: 0, floorMs: -Infinity };
export const life = () => lives()['test-plate'] ?? 'off';
export const alpha = () => pixelAt(air.pixels(), 400, 250)[3];
