import { describe, expect, it } from 'vitest';
import { airState } from '../../../src/control/rundown/air.ts';
import { stateWords, valuesOf } from '../../../src/control/rundown/item-words.ts';
import { askOf, itemState, paramsOf, steppable } from '../../../src/control/rundown/rundown.ts';
import { apply } from '../../../src/show/apply.ts';
import type { Command } from '../../../src/show/command.ts';
import { type Manifest, withDefaults } from '../../../src/show/manifest.ts';
import { holds } from '../../../src/show/placing.ts';
import type { RundownItem } from '../../../src/show/rundown.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { onRoad } from '../line/facts.ts';
import { manifests, results, strap, ticker, tower } from '../manifests.ts';

const item = (manifest: Manifest, its: Partial<RundownItem> = {}): RundownItem => ({
  id: manifest.id,
  overlay: manifest.id,
  title: manifest.title,
  bank: 1,
  key: '1',
  notes: '',
  outS: null,
  ...its,
  params: withDefaults(manifest, its.params ?? {}),
});
const after = (...commands: Command[]): Show => commands.reduce(apply, emptyShow);
const placed = ({ overlay, params }: RundownItem, { layer }: Manifest) => ({ overlay, layer, params });
const direct = (manifest: Manifest, its = item(manifest)): Command => ({ do: 'take-direct', ...placed(its, manifest) });
const cue = (manifest: Manifest, its = item(manifest)): Command => ({ do: 'cue', ...placed(its, manifest) });
const other = item(tower, { id: 'other', key: '2', params: { rows: 5 } });

describe('the state of an item', () => {
  it('is off, cued, taken, or both', () => {
    expect(itemState(emptyShow, item(tower), tower)).toEqual({ taken: 'not', cued: false, step: null, displaces: [] });
    expect(itemState(after(cue(tower)), item(tower), tower)).toMatchObject({ taken: 'not', cued: true });
    const both = after(direct(tower), cue(tower));
    expect(itemState(both, item(tower), tower)).toMatchObject({ taken: 'so', cued: true, step: 0 });
  });

  it('knows its own values from those of another item of its graphic', () => {
    const show = after(direct(tower, other), cue(tower));
    expect(itemState(show, item(tower), tower)).toMatchObject({ taken: 'otherwise', cued: true });
    expect(itemState(show, other, tower)).toMatchObject({ taken: 'so', cued: false });
  });

  it('names the graphics that would make way, in its zone and in those that overlap it', () => {
    const displaces = (show: Show, manifest: Manifest) => itemState(show, item(manifest), manifest).displaces;
    expect(displaces(after(direct(tower)), results)).toEqual(['position-tower']);
    expect(displaces(after(direct(tower)), ticker)).toEqual([]);
    expect(displaces(after(direct(tower)), tower)).toEqual([]);
    const everything: Manifest = { ...results, layer: 'sheet' };
    expect(displaces(after(direct(tower), direct(ticker)), everything)).toEqual(['position-tower', 'gap-ticker']);
  });

  it('is said in words: what is wished and seen, and what is wished and not seen', () => {
    const life = (what: 'on' | 'waiting') => ({
      shown: { air: [{ overlay: tower.id, wished: true, life: what, why: null, on: 1, of: 1 }], monitors: [] },
      pages: { counts: [], list: [] },
    });
    const words = (show: Show, of = item(tower), what: 'on' | 'waiting' = 'on') =>
      stateWords(itemState(show, of, tower), airState(life(what), tower.id, true));
    expect(words(after(direct(tower)))).toBe('On air');
    expect(words(after(direct(tower), cue(tower)))).toBe('On air, Cued');
    expect(words(after(direct(tower)), item(tower), 'waiting')).toBe('Taken, waiting');
    expect(words(after(direct(tower)), other)).toBe('Other on air');
    expect(words(emptyShow)).toBe('');
  });
});

describe('the values of an item', () => {
  it('are those that tell it from others: the rider, what is not as by default, when it leaves', () => {
    expect(valuesOf(item(tower), tower, null)).toBe('');
    const set = { rows: 5, column: 'interval', teams: false, title: 'Étape' };
    expect(valuesOf(item(tower, { params: set, outS: 8 }), tower, null)).toBe(
      'Rows 5 · Interval · “Étape” · Team colours: off · out after 8 s',
    );
    expect(valuesOf(item(tower, { title: 'Interval', params: { column: 'interval' } }), tower, null)).toBe('');
    const rider = item(strap, { params: { rider: '31' } });
    expect(valuesOf(rider, strap, null)).toBe('Bib 31');
    expect(valuesOf(rider, strap, onRoad)).toBe(`31 ${onRoad.sheet.riders.get('31')!.family}`);
  });
});

describe('the values by which the command line cues a graphic', () => {
  it('are those cued, else those on air, else those of its first item, else the defaults; complete', () => {
    const rundown = { name: 'Stage', items: [item(ticker), other, item(tower)] };
    const rows = (show: Show) => paramsOf(show, tower, rundown).rows;
    expect(rows(emptyShow)).toBe(5);
    expect(paramsOf(emptyShow, tower, { name: 'Empty', items: [] }).rows).toBe(10);
    const six = item(tower, { params: { rows: 6 } });
    const seven = item(tower, { params: { rows: 7 } });
    expect(rows(after(direct(tower, seven)))).toBe(7);
    expect(rows(after(direct(tower, seven), cue(tower, six)))).toBe(6);
  });
});

describe('the next step', () => {
  const steps = (manifest: Manifest): Manifest => ({ ...manifest, steps: 2 });

  it('is for a graphic on air that has steps', () => {
    expect(steppable(after(cue(results)), manifests, null)).toBeNull();
    expect(steppable(after(direct(ticker)), manifests, 'gap-ticker')).toBeNull();
    expect(steppable(after(direct(results)), manifests, null)).toBe(results);
  });

  it('is for the one touched last, else for the first by title', () => {
    const both = [steps(ticker), results];
    const show = after(direct(ticker), direct(results));
    expect(steppable(show, both, 'results')).toBe(both[1]);
    expect(steppable(show, both, null)).toBe(both[0]);
  });
});

describe('the command of an intent', () => {
  const rundown = {
    name: 'Stage',
    items: [item(tower, { outS: 8 }), other, item(ticker, { bank: 2, key: '1' })],
  };
  const facts = { rundown, bank: 1, manifests, touched: null, leaving: null } as const;
  const of = (intent: Parameters<typeof askOf>[0], show = emptyShow) => askOf(intent, { ...facts, show });
  const asked = { overlay: 'position-tower', params: item(tower).params, outS: 8 };

  it('cues and takes the item of the key, with its values and its time', () => {
    expect(of({ do: 'cue', key: '1' })).toEqual({ do: 'cue', ...asked });
    expect(of({ do: 'direct', key: '1' })).toEqual({ do: 'take-direct', ...asked });
    expect(of({ do: 'direct', key: '1' }, after(cue(tower)))).toEqual({ do: 'take-direct', ...asked });
    expect(of({ do: 'cue', key: '2' })).toEqual({ do: 'cue', overlay: 'position-tower', params: other.params });
  });

  it('means the bank that is open', () => {
    expect(askOf({ do: 'cue', key: '1' }, { ...facts, show: emptyShow, bank: 2 })).toMatchObject({
      overlay: 'gap-ticker',
    });
  });

  it('is the same for a button, which says the item itself, of any bank', () => {
    expect(of({ do: 'direct', item: 'position-tower' })).toEqual(of({ do: 'direct', key: '1' }));
    expect(of({ do: 'cue', item: 'gap-ticker' })).toMatchObject({ overlay: 'gap-ticker' });
    expect(of({ do: 'cue', item: 'unheard-of' })).toBeNull();
  });

  it('takes back what is cued, takes out what is on air, with the values of the item', () => {
    expect(of({ do: 'cue', key: '1' }, after(cue(tower)))).toEqual({ do: 'uncue', overlay: 'position-tower' });
    expect(of({ do: 'direct', key: '1' }, after(direct(tower)))).toEqual({ do: 'out', overlay: 'position-tower' });
  });

  it('of another item of a graphic that is on air or cued is its values', () => {
    expect(of({ do: 'direct', key: '2' }, after(direct(tower)))).toMatchObject({
      do: 'take-direct',
      params: { rows: 5 },
    });
    expect(of({ do: 'cue', key: '2' }, after(cue(tower)))).toMatchObject({ do: 'cue', params: { rows: 5 } });
    expect(holds(after(cue(tower)).preview, other)).toBe(false);
  });

  it('is none for a key without an item, a step that nobody has, nothing to hold, and what is not for the show', () => {
    for (const intent of [
      { do: 'cue', key: '9' },
      { do: 'direct', key: '9' },
      { do: 'next' },
      { do: 'hold' },
      { do: 'help' },
      { do: 'bank', bank: 2 },
    ] as const)
      expect(of(intent)).toBeNull();
  });

  it('asks for the next step of the graphic that has steps, and holds the newest that leaves', () => {
    expect(of({ do: 'next' }, after(direct(results)))).toEqual({ do: 'next', overlay: 'results' });
    expect(of({ do: 'previous' }, after(direct(results)))).toEqual({ do: 'previous', overlay: 'results' });
    expect(askOf({ do: 'hold' }, { ...facts, show: emptyShow, leaving: 'results' })).toEqual({
      do: 'hold',
      overlay: 'results',
    });
  });

  it('passes on take, all out and panic', () => {
    expect((['take', 'clear', 'panic'] as const).map((what) => of({ do: what }))).toEqual([
      { do: 'take' },
      { do: 'clear' },
      { do: 'panic' },
    ]);
  });
});
