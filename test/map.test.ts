import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

test('the map names only what exists', () => {
  const text = readFileSync(join(src, 'README.md'), 'utf8');
  const paths = [...text.matchAll(/`((?:\.\.\/)?[\w-]+\/[\w/.-]*)`/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !existsSync(join(src, path)) && !existsSync(join(src, '..', path)))).toEqual([]);
});
