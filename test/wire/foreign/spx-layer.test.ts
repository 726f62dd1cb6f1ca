import { expect, test } from 'vitest';
import { excludes, layers } from '../../../src/show/zones.ts';
import { spxLayer } from '../../../src/wire/foreign/spx-layer.ts';

test('zones that may be held at once have each a web layer of SPX, which has five', () => {
  for (const one of layers) {
    expect(spxLayer(one)).toBeGreaterThanOrEqual(1);
    expect(spxLayer(one)).toBeLessThanOrEqual(5);
    for (const other of layers)
      if (!excludes(one, other)) expect(spxLayer(one), `${one} and ${other}`).not.toBe(spxLayer(other));
  }
});
