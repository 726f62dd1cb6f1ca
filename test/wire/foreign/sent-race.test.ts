import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { noInsight } from '../../../src/insight/insight.ts';
import type { Race } from '../../../src/race/race.ts';
import { type Manifest, withDefaults } from '../../../src/show/manifest.ts';
import { mostSteps } from '../../../src/show/steps.ts';
import { isNothing, type Select } from '../../../src/stage/overlay.ts';
import { readSentRace } from '../../../src/wire/foreign/sent-race.ts';
import { sentRace } from './sent-race.arbitrary.ts';

interface Graphic {
  readonly manifest: Manifest;
  readonly select: Select<unknown>;
}

const root = join(import.meta.dirname, '../../..');
const graphics: Graphic[] = await Promise.all(
  readdirSync(join(root, 'overlays')).map(async (id) => ({
    ...(await import(`../../../overlays/${id}/manifest.ts`)),
    ...(await import(`../../../overlays/${id}/select.ts`)),
  })),
);

const told = (sent: unknown): Race => {
  const read = readSentRace(sent);
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
const why = (sent: unknown): string => {
  const read = readSentRace(sent);
  return read.ok ? 'it was read' : read.error;
};
const said = ({ manifest, select }: Graphic, race: Race, params: Manifest['params'] | object = {}, step = 0) =>
  select({
    race,
    insight: noInsight,
    edition: defaultEdition,
    params: withDefaults(manifest, params as Record<string, string>),
    step,
    news: 'fresh',
    beside: [],
    heard: [],
    replay: false,
    now: race.atMs,
  });
const wordsOf = (id: string, race: Race, params = {}, step = 0) =>
  JSON.stringify(said(graphics.find(({ manifest }) => manifest.id === id)!, race, params, step));

/** A number that is none would be `null` in JSON. */
const wordsIn = (view: unknown): string => JSON.stringify(view, (_, value) => (Number.isNaN(value) ? 'NaN' : value));

/** The example that the README gives to whoever sends a race. */
function example(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, json] = /```json race\n([\s\S]*?)```/.exec(readme) ?? [];
  return json ?? '';
}

describe('a race that a host sends', () => {
  it('is drawn as it was sent: the example of the README', () => {
    const race = told(example());
    const gaps = wordsOf('gap-ticker', race, { groups: 4 }, 1);
    for (const word of ['42.3', '92', "+1'23", 'AUBERTIN']) expect(gaps, word).toContain(word);
    expect(wordsOf('status-bar', race, { beside: 'elapsed' })).toContain('2:00:00');
    expect(wordsOf('rider-strap', race, { bib: '12' })).toContain('AUBERTIN');
    expect(race.groups.flatMap(({ gap }) => gap?.origin ?? [])).toEqual(['manual', 'manual']);
  });

  it('may be text, as hosts escape it for their forms', () => {
    const escaped = example().replaceAll('"', '&quot;');
    expect(told(escaped)).toEqual(told(JSON.parse(example())));
  });

  it('invents nothing: what was not said is nowhere drawn', () => {
    const race = told({ groups: [{ bibs: ['7'] }, { kind: 'peloton', riders: 92 }] });
    const view = wordsOf('gap-ticker', race, {}, 2);
    expect(view).not.toMatch(/\? /);
    expect(view).toContain('"92"');
    expect(JSON.parse(wordsOf('status-bar', race)).header).toMatchObject({ figure: '', beside: [''] });
    expect(wordsOf('status-bar', race, { beside: 'speed' })).not.toMatch(/km\/h|NaN/);
    for (const id of ['gradient-profile', 'climb-card', 'last-km'])
      expect(JSON.parse(wordsOf(id, race)), id).toMatchObject({ nothing: true });
  });

  it('ranks riders only as far as everybody before them is known', () => {
    const ranks = (groups: object[]) => told({ groups }).places.map(({ bib, rank }) => [bib, rank]);
    expect(ranks([{ bibs: ['1'] }, { bibs: ['2', '3'] }])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
    ]);
    expect(ranks([{ bibs: ['1'] }, { bibs: ['2'], riders: 5 }, { bibs: ['3'] }])).toEqual([
      ['1', 1],
      ['2', null],
      ['3', null],
    ]);
  });

  it.each([
    ['{"groups": [', /no JSON: "\{\\"groups\\": \["/],
    [[], /wrong at its beginning/],
    [{ kmToGo: '42' }, /wrong at kmToGo: .*number/],
    [{ kmToGo: 50, lengthKm: 40 }, /kmToGo: it is more than lengthKm/],
    [{ kmTogo: 42 }, /wrong at kmTogo: there is nothing of that name/],
    [{ groups: [{ riders: 3 }, { gap: 83, riders: 2 }] }, /wrong at groups\.1\.gap: there is nothing of that name/],
    [{ groups: [{ name: 'Head' }] }, /groups\.0: it has nobody in it/],
    [{ groups: [{ bibs: ['1', '2'], riders: 1 }] }, /groups\.0: it has more bibs than riders/],
    [{ groups: [{ riders: 1 }, { riders: 2, gapS: 90 }, { riders: 3, gapS: 80 }] }, /groups\.2\.gapS: it is less/],
    [{ groups: [{ bibs: ['12'] }, { bibs: [12] }] }, /groups\.1\.bibs: 12 rides in groups\.0 as well/],
    [{ groups: [{ riders: 1, kind: 'bunch' }] }, /groups\.0\.kind: it is none of head, chasers, peloton/],
    [{ riders: [{ bib: '1/2', name: 'Roy' }] }, /riders\.0\.bib: a bib is up to twelve/],
  ])('is refused in one sentence that says where: %j', (sent, sentence) => {
    expect(why(sent)).toMatch(sentence);
    expect(why(sent)).not.toMatch(/\n/);
  });

  it('never throws on what anybody sends', () => {
    fc.assert(fc.property(fc.anything(), (given) => typeof readSentRace(given).ok === 'boolean'));
    fc.assert(fc.property(fc.json(), (given) => typeof readSentRace(given).ok === 'boolean'));
  });

  it('is survived by every graphic, whatever is in it, and no figure is none', () => {
    fc.assert(
      fc.property(sentRace, (sent) => {
        const race = told(JSON.parse(JSON.stringify(sent)));
        for (const graphic of graphics)
          for (const params of choicesOf(graphic.manifest))
            for (let step = 0; step < mostSteps(graphic.manifest); step += 1) {
              const view = said(graphic, race, params, step);
              if (!isNothing(view) && /NaN|undefined|\? sent/.test(wordsIn(view)))
                throw new Error(`${graphic.manifest.id}: ${wordsIn(view)}`);
            }
      }),
      { numRuns: 15 },
    );
  });
});

/** Each choice that a graphic offers, with the defaults of all others. */
const choicesOf = ({ params }: Manifest): object[] => [
  {},
  ...Object.entries(params).flatMap(([name, param]) =>
    param.type === 'choice' ? Object.keys(param.choices).map((choice) => ({ [name]: choice })) : [],
  ),
];
