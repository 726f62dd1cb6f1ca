import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTheme, readTheme } from '../../../src/wire/theme/parse.ts';
import { themeFile } from '../../../src/wire/theme/schema.ts';

const folder = join(import.meta.dirname, '../../../assets/themes');
type Json = Record<string, unknown>;
const file = (): Json => JSON.parse(readFileSync(join(folder, 'slate.json'), 'utf8'));
const errorOf = (input: unknown): string => {
  const read = parseTheme(input, 'a.json');
  return read.ok ? '' : read.error;
};

/** Every path of the file, to objects as well. */
const pathsIn = (value: unknown): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])])
    : [];
const optional = (path: readonly string[]) => /^(\$schema|default|gradient\.\d+|.*\.dots)$/.test(path.join('.'));
const paths = pathsIn(file());

function changed(path: readonly string[], change: (holder: Json, key: string) => void): Json {
  const all = file();
  const holder = path.slice(0, -1).reduce((at: Json, key) => at[key] as Json, all);
  change(holder, path.at(-1)!);
  return all;
}

describe('a file of a theme', () => {
  it('is read, without what is for editors', () => {
    const read = parseTheme(file(), 'slate.json');
    expect(read.ok && 'motion' in read.value && !('$schema' in read.value)).toBe(true);
  });

  it('is told what is missing, with its path', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths.filter((path) => !optional(path))), (path) => {
        const error = errorOf(changed(path, (holder, key) => delete holder[key]));
        expect(error).toMatch(new RegExp(`^a\\.json: ${path.join('\\.')} is missing, .+ is wanted\\.`));
      }),
      { numRuns: 300 },
    );
  });

  it('is told what is of another kind, with its path', () => {
    const other = fc.constantFrom<unknown>(null, [], {}, Number.NaN, -1e9, 'fast', true);
    const strange = (path: readonly string[], value: unknown) => {
      const key = path.at(-1);
      if (key === 'default') return value !== true;
      if (key === '$schema' || key === 'title' || key === 'family') return typeof value !== 'string';
      return true;
    };
    fc.assert(
      fc.property(fc.constantFrom(...paths), other, (path, value) => {
        fc.pre(strange(path, value));
        const error = errorOf(changed(path, (holder, key) => (holder[key] = value)));
        expect(error).toContain(`a.json: ${path.join('.')}`);
        expect(error).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is told which key nobody knows', () => {
    const holders = [
      [],
      ...paths.filter(
        (path) =>
          typeof path.reduce((at: unknown, key) => (at as Json)[key], file()) === 'object' &&
          path.join() !== 'gradient',
      ),
    ];
    for (const path of holders)
      expect(errorOf(changed([...path, 'cloht'], (holder, key) => (holder[key] = 1)))).toContain(
        `a.json: ${[...path, 'cloht'].join('.')} is no token, there are `,
      );
  });

  it.each([
    [['motion', 'cloth', 'inS'], 'fast', 'motion.cloth.inS is "fast", a number of seconds from 0 to 5 is wanted.'],
    [['plateAlpha'], 0, 'plateAlpha is 0, a whole number from 1 to 255 is wanted.'],
    [['size', 'pole'], 7, 'size.pole is 7, an even number of pixels from 2 to 54 is wanted.'],
    [['color', 'look'], 'lime', 'color.look is "lime", a colour as "#1f9d55" is wanted.'],
    [['group', 'head', 'color'], 'lime', 'group.head.color is "lime", a colour as "#1f9d55", or "jersey" is wanted.'],
    [['cut', 'outward'], 'left', 'cut.outward is "left", "top" or "bottom" is wanted.'],
    [
      ['motion', 'pole', 'ease'],
      'power9',
      'motion.pole.ease is "power9", an ease of gsap, as "power2.inOut", or "none" is wanted.',
    ],
    [['gradient', '2', 'fromPct'], 3, 'gradient.2.fromPct is 3, more than the 3 before it is wanted.'],
    [['zone', 'tag', 'x'], 30, 'zone.tag leaves the safe area, which is 32 by 18 modules.'],
    [['zone', 'tag', 'y'], 3.5, 'zone.tag begins or ends between even pixels, whole modules are wanted.'],
    [['zone', 'tag', 'y'], 14, 'zone.tag lies on zone.strip, and both may be on air at once: move one of them.'],
    [['zone', 'stack', 'height'], 12, 'zone.stack.height is 12, 13 or more is wanted.'],
    [['zone', 'strip', 'y'], 12, 'zone.strip lies on zone.stack, and both may be on air at once: move one of them.'],
    [['font', 'condense'], 0.95, 'font.condense is 0.95, no more than font.squeeze is wanted, which is 0.92.'],
  ])('says of %j that it is %j', (path, value, sentence) => {
    expect(errorOf(changed(path, (holder, key) => (holder[key] = value)))).toContain(`a.json: ${sentence}`);
  });

  it('tells three mistakes at once, and how many more there are', () => {
    expect(errorOf({ ...file(), motion: {}, text: {} })).toMatch(/And \d+ more\.$/);
    expect(errorOf(null)).toMatch(/^a\.json: it is null, an object of .+ is wanted\.$/);
    const torn = readTheme('{ "title": ', 'a.json');
    expect(torn.ok ? '' : torn.error).toMatch(/^a\.json: it is not JSON \(.+\)\.$/);
  });
});

it('has a schema for editors, which says the same: -u writes it anew', async () => {
  const schema = {
    title: 'A theme of Ardoise',
    ...toJsonSchema(themeFile, {
      typeMode: 'input',
      overrideSchema: ({ valibotSchema, jsonSchema }) =>
        valibotSchema.type === 'custom' ? { ...jsonSchema, type: 'string' } : undefined,
      ignoreActions: [],
      errorMode: 'ignore',
    }),
  };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'theme.schema.json'));
});
