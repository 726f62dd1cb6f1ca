import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { kinds } from '../../support/feeds.ts';
import { timekeeper } from '../../support/timekeeper.ts';
import { type Conformance, conforms } from './conformance.ts';

const fixtureOf = (name: string): string => join(import.meta.dirname, name, 'fixture.ts');
/** A kind without a parser plays what others have sent. */
const own = [...kinds.values()].filter(({ parser }) => parser !== null);

it.each(own.map(({ name }) => name))('%s has a fixture for the suite beside its tests', (name) => {
  expect(existsSync(fixtureOf(name)), `write test/desk/feeds/${name}/fixture.ts`).toBe(true);
});

it('is called by the name of its folder', () => {
  for (const [name, kind] of kinds)
    expect(existsSync(join(import.meta.dirname, '../../../src/desk/feeds', name, 'index.ts')), kind.help).toBe(true);
});

for (const { name } of own) {
  if (!existsSync(fixtureOf(name))) continue;
  const fixture: { default: Conformance } = await import(pathToFileURL(fixtureOf(name)).href);
  conforms(fixture.default);
}
conforms(timekeeper);
