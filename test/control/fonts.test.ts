import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const control = join(import.meta.dirname, '../../src/control');
const css = readdirSync(control, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join(control, file), 'utf8'))
  .join('\n');
const unique = (found: Iterable<RegExpMatchArray>) => [...new Set([...found].map(([, what = '']) => what))].sort();

it('control asks for one family, in the weights that it loads, and no others', () => {
  const main = readFileSync(join(control, 'main.tsx'), 'utf8');
  const loaded = [...main.matchAll(/'@fontsource\/([\w-]+)\/(\d+)\.css'/g)];
  const families = unique(css.matchAll(/(?:font|font-family):[^;]*?"([^"]+)"/g));
  expect(families.map((family) => family.toLowerCase().replaceAll(' ', '-'))).toEqual(unique(loaded));
  const weights = unique(css.matchAll(/(?:font:\s*|font-weight: )(\d{3})\b/g));
  expect(weights).toEqual(loaded.map(([, , weight]) => weight).sort());
});
