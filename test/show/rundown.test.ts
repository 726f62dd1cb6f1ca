import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited } from '../../src/show/edit-rundowns.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import {
  banks,
  chosenIn,
  hotkeys,
  itemIn,
  MOST_ITEMS,
  type Rundowns,
  rundownsFrom,
  saidRundownOf,
} from '../../src/show/rundown.ts';
import type { RundownEdit } from '../../src/show/rundown-edit.ts';

const base = { glideHz: 0, hold: { outS: 60 }, steps: 1 } as const;
const strap: Manifest = {
  ...base,
  id: 'strap',
  title: 'Rider',
  layer: 'strap',
  params: {
    bib: { type: 'text', label: 'Bib', default: '1', maxLength: 5 },
    rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 },
  },
};
const card: Manifest = { ...base, id: 'card', title: 'Climb', layer: 'card', params: {} };
const manifests = new Map([strap, card].map((manifest) => [manifest.id, manifest]));

const begun = rundownsFrom([{ name: 'Stage', items: [] }], null, manifests).rundowns;
const after = (...edits: readonly RundownEdit[]): Rundowns =>
  edits.reduce((held, edit) => {
    const next = edited(held, edit, manifests);
    if (!next.ok) throw new Error(next.error);
    return next.value;
  }, begun);
const refusal = (held: Rundowns, edit: RundownEdit) => {
  const next = edited(held, edit, manifests);
  return next.ok ? null : next.error;
};
const add = (title: string, more: object = {}): RundownEdit => ({
  do: 'add',
  to: 'Stage',
  item: { overlay: 'strap', title, ...more },
});
const three = after(add('A'), add('B'), add('C'));
const keys = (held: Rundowns) => chosenIn(held).items.map(({ title, bank, key }) => `${title} ${bank}${key ?? '-'}`);

describe('an item', () => {
  it('has the first free key, its defaults, and an id of its own', () => {
    expect(chosenIn(three).items[1]).toEqual({
      id: 'i2',
      overlay: 'strap',
      title: 'B',
      bank: 1,
      key: '2',
      params: { bib: '1', rows: 10 },
      notes: '',
      outS: null,
    });
    expect(chosenIn(after({ do: 'add', to: 'Stage', item: { overlay: 'card' } })).items[0]!.title).toBe('Climb');
  });

  it('is edited field by field; who had its new key gets the old one', () => {
    const held = after(add('A'), add('B'), {
      do: 'edit',
      id: 'i1',
      item: { key: '2', outS: 8, notes: 'late', params: { bib: '31' } },
    });
    expect(keys(held)).toEqual(['A 12', 'B 11']);
    expect(itemIn(held, 'i1')!.item).toMatchObject({ outS: 8, notes: 'late', params: { bib: '31', rows: 10 } });
  });

  it('keeps its key in another bank where that is free, and takes none from anybody there', () => {
    const moved = after(add('A'), add('B', { bank: 2 }), { do: 'edit', id: 'i1', item: { bank: 2 } });
    expect(keys(moved)).toEqual(['A 2-', 'B 21']);
    expect(keys(after(add('A'), { do: 'edit', id: 'i1', item: { bank: 3 } }))).toEqual(['A 31']);
  });

  it('is duplicated behind itself, moved within its bank, removed and put back', () => {
    expect(keys(after(add('A'), add('B'), { do: 'duplicate', id: 'i1' }))).toEqual(['A 11', 'A 2 13', 'B 12']);
    const mixed = after(add('A'), add('X', { bank: 2 }), add('B'), { do: 'move', id: 'i3', by: -1 });
    expect(keys(mixed)).toEqual(['B 12', 'A 11', 'X 21']);
    const edge: RundownEdit = { do: 'move', id: 'i3', by: 1 };
    expect(edited(three, edge, manifests)).toEqual({ ok: true, value: three });
    const gone = edited(three, { do: 'remove', id: 'i2' }, manifests);
    if (!gone.ok) throw new Error(gone.error);
    expect(keys(gone.value)).toEqual(['A 11', 'C 13']);
    expect(edited(gone.value, { do: 'put-back' }, manifests)).toMatchObject({ ok: true, value: three });
  });

  it('that comes back to a key which somebody has has none', () => {
    const held = after(add('A'), { do: 'remove', id: 'i1' }, add('B'), { do: 'put-back' });
    expect(keys(held)).toEqual(['A 1-', 'B 11']);
  });

  it('is checked as a command is', () => {
    expect(refusal(begun, { do: 'add', to: 'Stage', item: { overlay: 'moon' } })).toMatch(/no overlay "moon"/);
    expect(refusal(three, { do: 'edit', id: 'i1', item: { params: { rows: 99 } } })).toMatch(
      /99 does not fit rows of strap/,
    );
    expect(refusal(three, { do: 'edit', id: 'i9', item: {} })).toMatch(/in no rundown any more/);
    expect(refusal(three, { do: 'add', to: 'Etape', item: { overlay: 'card' } })).toMatch(/no rundown "Etape"/);
    const many = after(...Array.from({ length: MOST_ITEMS }, () => add('A')));
    expect(refusal(many, add('B'))).toMatch(/100 items at most/);
    expect(refusal(many, { do: 'duplicate', id: 'i1' })).toMatch(/100 items at most/);
  });
});

describe('rundowns', () => {
  it('are begun, chosen, renamed and removed, and the only one stays', () => {
    const two = after({ do: 'new', name: 'Stage' });
    expect([two.all.map(({ name }) => name), two.chosen]).toEqual([['Stage', 'Stage 2'], 'Stage 2']);
    const renamed = after({ do: 'new', name: 'B' }, { do: 'rename', name: 'B', to: 'C' });
    expect(renamed.chosen).toBe('C');
    expect(refusal(renamed, { do: 'rename', name: 'C', to: 'Stage' })).toMatch(/already/);
    const dropped = after(add('A'), { do: 'new', name: 'B' }, { do: 'drop', name: 'Stage' });
    expect(dropped.all.map(({ name }) => name)).toEqual(['B']);
    expect(refusal(dropped, { do: 'drop', name: 'B' })).toMatch(/only rundown/);
    const back = edited(dropped, { do: 'put-back' }, manifests);
    expect(back.ok && keys(back.value)).toEqual(['A 11']);
  });

  it('take an import as one more, or not at all', () => {
    const held = after(add('A'), { do: 'bring', rundown: { name: 'Stage', items: [{ overlay: 'card', key: '1' }] } });
    expect([held.all.length, held.chosen, keys(held)]).toEqual([2, 'Stage 2', ['Climb 11']]);
    const wrong = (items: readonly { overlay: string; key?: '1'; title?: string; params?: object }[]) =>
      refusal(begun, { do: 'bring', rundown: { name: 'N', items: items as never } });
    expect(wrong([{ overlay: 'card' }, { overlay: 'strap', params: { rows: 2 } }])).toMatch(
      /^items\.1 of "N" is wrong/,
    );
    expect(
      wrong([
        { overlay: 'card', key: '1', title: 'X' },
        { overlay: 'card', key: '1' },
      ]),
    ).toBe('items.1 of "N" is wrong: key 1 of bank 1 is that of "X".');
  });

  it('older than the manifests lose what no longer fits, and say so; ids are counted as if nothing were lost', () => {
    const items = [{ overlay: 'gone' }, { overlay: 'strap', params: { rows: 99, bib: '4' } }];
    const { rundowns, leftOut } = rundownsFrom([{ name: 'Old', items }], 'Old', manifests);
    expect(leftOut).toHaveLength(2);
    expect(chosenIn(rundowns).items).toMatchObject([{ id: 'i2', params: { rows: 10, bib: '4' } }]);
    expect(rundowns.made).toBe(2);
  });

  it('have no tag of a replay among their items: nobody takes it', () => {
    const tag: Manifest = { ...manifests.get('card')!, id: 'tag', layer: 'tag', replay: 'tag' };
    const all = new Map([...manifests, [tag.id, tag]]);
    const { rundowns, leftOut } = rundownsFrom([{ name: 'Own', items: [{ overlay: 'tag' }] }], 'Own', all);
    expect(leftOut).toEqual(['The rundown "Own" has tag, which this desk shows with a replay only: it is left out.']);
    expect(edited(rundowns, { do: 'add', to: 'Own', item: { overlay: 'tag' } }, all)).toEqual({
      ok: false,
      error: 'tag comes and goes with a replay: it is no item of a rundown.',
    });
  });
});

const key = fc.option(fc.constantFrom(...hotkeys), { nil: null });
const said = fc.record(
  {
    title: fc.constantFrom('A', 'B', 'B 2', ''),
    bank: fc.constantFrom(...banks),
    key,
    outS: fc.option(fc.integer({ min: 1, max: 3600 }), { nil: null }),
    notes: fc.string({ maxLength: 10 }),
  },
  { requiredKeys: [] },
);
const item = fc.tuple(said, fc.constantFrom('strap', 'card')).map(([its, overlay]) => ({ ...its, overlay }));
const name = fc.constantFrom('Stage', 'Stage 2', 'Finale');
const id = fc.integer({ min: 1, max: 12 }).map((n) => `i${n}`);
const edit: fc.Arbitrary<RundownEdit> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('add' as const), to: name, item }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), id, item: said }) },
  fc.record({ do: fc.constantFrom('duplicate' as const, 'remove' as const), id }),
  fc.record({ do: fc.constant('move' as const), id, by: fc.constantFrom(1 as const, -1 as const) }),
  fc.constant<RundownEdit>({ do: 'put-back' }),
  fc.record({ do: fc.constantFrom('choose' as const, 'new' as const, 'drop' as const), name }),
  fc.record({ do: fc.constant('rename' as const), name, to: name }),
  fc.record({
    do: fc.constant('bring' as const),
    rundown: fc.record({ name, items: fc.array(item, { maxLength: 4 }) }),
  }),
);
/** What is refused changes nothing. */
const folded = fc.array(edit, { maxLength: 30 }).map((edits) =>
  edits.reduce((held, one) => {
    const next = edited(held, one, manifests);
    return next.ok ? next.value : held;
  }, begun),
);

describe('after any edits', () => {
  it('ids are unique, and so are names and the keys of a bank', () => {
    fc.assert(
      fc.property(folded, ({ all, chosen, made }) => {
        const ids = all.flatMap(({ items }) => items.map((one) => one.id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((one) => Number(one.slice(1)) <= made)).toBe(true);
        expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
        expect(all.map((one) => one.name)).toContain(chosen);
        for (const { items } of all) {
          const held = items.filter((one) => one.key !== null).map((one) => `${one.bank} ${one.key}`);
          expect(new Set(held).size).toBe(held.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('an import of an export is the same', () => {
    fc.assert(
      fc.property(folded, (held) => {
        for (const rundown of held.all) {
          const again = edited(begun, { do: 'bring', rundown: saidRundownOf(rundown) }, manifests);
          if (!again.ok) throw new Error(again.error);
          expect(saidRundownOf(chosenIn(again.value)).items).toEqual(saidRundownOf(rundown).items);
        }
      }),
    );
  });
});
