import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Box, Theme } from '../../src/edition/theme.ts';
import { excludes, type Layer, layers } from '../../src/show/zones.ts';

const folder = join(import.meta.dirname, '../../assets/themes');
const themes = readdirSync(folder)
  .filter((file) => !file.includes('schema'))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Theme);

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const pairs = layers.flatMap((a, i) => layers.slice(i + 1).map((b): readonly [Layer, Layer] => [a, b]));

it('every theme has exactly the zones that there are', () => {
  expect(themes.length).toBeGreaterThan(0);
  for (const theme of themes) expect(Object.keys(theme.zone).sort()).toEqual([...layers].sort());
});

it('zones of a theme that intersect exclude each other, whatever is taken', () => {
  const open = themes.flatMap(({ zone }) =>
    pairs.filter(([a, b]) => meet(zone[a], zone[b]) && !excludes(a, b)).map((pair) => pair.join(' ')),
  );
  expect(new Set(open)).toEqual(new Set());
});

it('to exclude goes both ways, and a zone holds one at a time', () => {
  for (const [a, b] of pairs) expect(excludes(a, b)).toBe(excludes(b, a));
  for (const layer of layers) expect(excludes(layer, layer)).toBe(true);
  expect(pairs.filter(([a, b]) => !excludes(a, b)).length).toBeGreaterThan(10);
});
