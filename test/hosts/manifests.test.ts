import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifests } from '../../src/desk/manifests.ts';
import { ografId, ografManifest } from '../../src/wire/foreign/ograf-manifest.ts';
import { faultsIn } from './ograf-schema.ts';

const manifests = await readManifests(join(import.meta.dirname, '../../overlays'));
const thumbnails = [{ file: 'thumbnail.webp', resolution: { width: 640, height: 360 } }];
const about = { version: '1.0.0', main: 'graphic.mjs', thumbnails };

test('each manifest is what the schema and the prose of OGraf ask for', () => {
  for (const [id, manifest] of manifests) {
    const said = ografManifest(manifest, about);
    expect(said.id).toBe(ografId(id));
    expect(faultsIn(said, `${id}.ograf.json`), id).toEqual([]);
    expect(
      faultsIn(ografManifest(manifest, { version: '1.0.0', main: 'graphic.mjs' }), `${id}.ograf.json`),
      id,
    ).toEqual([]);
  }
  expect(manifests.size).toBeGreaterThan(0);
});

/** A graphic that has each kind of value, and one change for each rule. */
const whole = ografManifest(
  {
    id: 'a-b',
    title: 'A',
    layer: 'stack',
    params: {
      rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 },
      share: { type: 'number', label: 'Share', default: 0.5, min: 0, max: 1, step: 0.1 },
      mode: { type: 'choice', label: 'Mode', default: 'x', choices: { x: 'X', y: 'Y' } },
      line: { type: 'text', label: 'Line', default: '', maxLength: 80 },
      on: { type: 'flag', label: 'On', default: true },
    },
    steps: 2,
    glideHz: 0,
    hold: null,
  },
  about,
);

type Json = Record<string, unknown>;
const value = (name: string, change: (its: Json) => void) => (it: Json) =>
  change((it.schema as { properties: Record<string, Json> }).properties[name]!);
const without =
  (...names: readonly string[]) =>
  (it: Json) => {
    for (const name of names) delete it[name];
  };
const set = (over: Json) => (it: Json) => Object.assign(it, over);

const mutants: Readonly<Record<string, (it: Json) => void>> = {
  'no $schema': without('$schema'),
  'another $schema': set({ $schema: 'https://example.com/schema.json' }),
  'no id': without('id'),
  'an id with a slash': set({ id: 'org/a-b' }),
  'an id with capitals': set({ id: 'org.Ardoise.a-b' }),
  'an id without a hyphen': set({ id: 'gapticker' }),
  'no name': without('name'),
  'no main': without('main'),
  'a main elsewhere': set({ main: '../graphic.mjs' }),
  'a main that is no script': set({ main: 'graphic.json' }),
  'no word on real time': without('supportsRealTime'),
  'a text on real time': set({ supportsRealTime: 'yes' }),
  'no word on frames': without('supportsNonRealTime'),
  'no version': without('version'),
  'a version with capitals': set({ version: '1.0.0-RC' }),
  'a number as a version': set({ version: 1 }),
  'less than -1 steps': set({ stepCount: -2 }),
  'half a step': set({ stepCount: 1.5 }),
  'a name that nobody knows': set({ steps: 2 }),
  'actions by their old name': set({ actions: {} }),
  'an author without a name': set({ author: { email: 'a@example.com' } }),
  'an author with a name that nobody knows': set({ author: { name: 'A', phone: '1' } }),
  'an action without a name': set({ customActions: [{ id: 'a' }] }),
  'actions in a map': set({ customActions: {} }),
  'data that is a list': set({ schema: { type: 'array', items: { type: 'string' } } }),
  'data without values': set({ schema: { type: 'object' } }),
  'a thumbnail without a file': set({ thumbnails: [{ resolution: { width: 1, height: 1 } }] }),
  'a size in texts': set({ thumbnails: [{ file: 'a.webp', resolution: { width: '1', height: '1' } }] }),
  'a requirement that nobody knows': set({ renderRequirements: [{ gpu: true }] }),
  'a value without a type': value('rows', without('type')),
  'a value of a type that there is not': value('rows', set({ type: 'float' })),
  'a default of another type': value('rows', set({ default: '10' })),
  'a default that is not whole': value('rows', set({ default: 9.5 })),
  'a flag that is a number': value('on', set({ default: 1 })),
  'a value without a default': value('line', without('default')),
  'a value without a title': value('line', without('title')),
  'a single line that is a number': value('line', set({ type: 'number', default: 1 })),
  'a choice without choices': value('mode', without('enum')),
  'a choice without labels': value('mode', set({ gddOptions: {} })),
  'a choice without a label for one': value('mode', set({ gddOptions: { labels: { x: 'X' } } })),
  'choices of another type': value('mode', set({ enum: [1, 2] })),
  'a default that is no choice': value('mode', set({ default: 'z' })),
  'an order in texts': value('on', set({ order: 'first' })),
};

test.each(Object.keys(mutants))('refuses %s', (name) => {
  const mutant = structuredClone(whole) as unknown as Json;
  mutants[name]!(mutant);
  expect(faultsIn(mutant, 'a-b.ograf.json')).not.toEqual([]);
});

test('refuses another name of the file, and nothing else of that graphic', () => {
  expect(faultsIn(whole, 'a-b.json')).toEqual(['the file ends with .ograf.json']);
  expect(faultsIn({ ...whole, v_ardoise: { any: 1 } }, 'a-b.ograf.json')).toEqual([]);
});
