import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/story-card/manifest.ts';
import { select } from '../../overlays/story-card/select.ts';
import { sampleInsight, sampleStory } from '../../src/insight/sample/samples.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const card = seeing(manifest, select);
const race = situation({
  headKm: 130,
  jerseys: { mountain: '33' },
  groups: [
    { kind: 'head', bibs: ['33', '12'] },
    { kind: 'peloton', bibs: 20, gapS: 100 },
  ],
});
const early = sampleStory({
  id: 'early',
  kind: 'attack',
  offeredMs: START_MS - 500,
  bibs: ['33', '12'],
  groups: ['g1'],
});
const late = sampleStory({ id: 'late', kind: 'dropped', offeredMs: START_MS - 100, bibs: ['54'], facts: { gap: 9 } });
/** What `sampleStory` is called by. */
const params = { story: sampleStory().id };
const told = sampleInsight(race, { stories: [late, early] });

describe('which story is told', () => {
  it('is the one that the operator has chosen, and no other', () => {
    expect(card.of(told, { params: { story: 'early' } }).title.name).toBe('Attack');
    expect(card.of(told, { params: { story: 'late' } }).title.name).toBe('Contact lost');
    expect(card.whyNot(told)).toBe('no story is chosen: S in control takes the one at the top of the queue');
  });

  it('is none where there is none; one that is old is told, where it was chosen', () => {
    expect(card.whyNot(race, { params: { story: 'late' } })).toBe('there is no story "late"');
    const passed = sampleInsight(race, { stories: [{ ...late, untilMs: START_MS - 1 }] });
    expect(card.of(passed, { params: { story: 'late' } }).title.name).toBe('Contact lost');
  });
});

describe('whose it is', () => {
  const its = (over: Parameters<typeof sampleStory>[0]) => {
    const { jersey, kit, pennon, pole } = card.of(sampleInsight(race, { stories: [sampleStory(over)] }), { params });
    return { jersey: jersey?.letter, hasKit: kit !== null, size: pennon?.size, pole: pole?.kind };
  };

  it('is seen: a group by its pennon, a rider by what he wears', () => {
    expect(its({ bibs: ['33', '12'], groups: ['g1'] })).toMatchObject({ size: '2', pole: 'head' });
    expect(its({ bibs: ['33'], groups: ['g1'] })).toMatchObject({ jersey: 'M', pole: 'jersey' });
    expect(its({ bibs: ['12'], groups: ['g1'] })).toMatchObject({ hasKit: true, size: undefined, pole: undefined });
  });

  it('is the jersey that it is about, before anybody', () => {
    expect(its({ jersey: 'general', bibs: ['12'], groups: ['g1'] })).toMatchObject({ jersey: 'G' });
  });

  it('is the first rider where the group is no more, and nobody where nobody is known', () => {
    expect(its({ bibs: ['33', '12'], groups: ['g9'] })).toMatchObject({ jersey: 'M' });
    expect(its({ bibs: [], groups: ['g9'] })).toEqual({
      jersey: undefined,
      hasKit: false,
      size: undefined,
      pole: undefined,
    });
  });
});

it('of what is expected is called a forecast', () => {
  const changed = sampleInsight(race, { stories: [sampleStory({ kind: 'forecast changed' })] });
  expect(card.of(changed, { params, edition: { language: 'nl' } }).title).toEqual({
    name: 'Verwachting',
    forecast: 'Verwachting',
  });
  expect(card.of(told, { params: { story: 'early' } }).title.forecast).toBe('');
});
