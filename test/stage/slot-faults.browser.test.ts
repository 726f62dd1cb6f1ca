import { expect, test } from 'vitest';
import { plate } from '../support/overlay.ts';
import { pixelAt } from '../support/stage.ts';
import { air, alpha, closeAfterEach, lives, open, why } from './on-air.ts';

closeAfterEach();

for (const [what, broken] of Object.entries({
  draw: { onDraw: fail },
  update: { onUpdate: fail },
  select: { select: fail },
  playIn: { onPlayIn: fail },
}))
  test(`an overlay that throws in ${what} goes alone, and is reported`, async () => {
    await open([plate({ ...broken, x: 700 }), plate({ manifest: { id: 'test-other', layer: 'strip' } })]);
    air.want('test-plate', 'test-other');
    air.clock.run(500);
    expect(lives()).toEqual({ 'test-plate': 'failed', 'test-other': 'on' });
    expect(air.faults).toEqual(['test-plate: no such thing']);
    expect(why()).toBe('no such thing');
    expect([...air.stage.faults.values()]).toMatchObject([
      { count: 1, remedy: expect.stringMatching(/^Take test-plate out and in again/) },
    ]);
    expect([alpha(), pixelAt(air.pixels(), 900, 250)[3]]).toEqual([204, 0]);
    air.want('test-other');
    expect(lives()).toEqual({ 'test-other': 'on' });
  });

function fail(): never {
  throw new Error('no such thing');
}
