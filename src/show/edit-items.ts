import type { Manifest } from './manifest.ts';
import {
  freeKey,
  freeName,
  itemFrom,
  itemIn,
  itemOfKey,
  keyedOnce,
  MOST_ITEMS,
  type RundownItem,
  type Rundowns,
  rundownOf,
  type SaidItem,
} from './rundown.ts';
import { done, type Edited, full, noRundown, type RundownEdit, refused, withItems, wrongItem } from './rundown-edit.ts';
import { withAt, withoutAt } from './with-at.ts';

type Manifests = ReadonlyMap<string, Manifest>;

export function added(held: Rundowns, to: string, said: SaidItem, manifests: Manifests): Edited {
  const rundown = rundownOf(held, to);
  const wrong = wrongItem(said, manifests);
  if (!rundown) return refused(noRundown(held, to));
  if (wrong) return refused(wrong);
  if (rundown.items.length >= MOST_ITEMS) return refused(full(to));
  const made = held.made + 1;
  const bank = said.bank ?? 1;
  const key = said.key === undefined ? freeKey(rundown.items, bank) : said.key;
  const item = itemFrom(`i${made}`, { ...said, bank, key }, manifests.get(said.overlay)!);
  return done({ ...withItems(held, to, [...rundown.items, keyedOnce(item, rundown.items)]), made });
}

export function onItem(
  held: Rundowns,
  edit: Extract<RundownEdit, { do: 'edit' | 'duplicate' | 'move' | 'remove' }>,
  manifests: Manifests,
): Edited {
  const found = itemIn(held, edit.id);
  if (!found) return refused('This item is in no rundown any more: another control has removed it.');
  const { rundown, item } = found;
  const { name, items } = rundown;
  const place = items.indexOf(item);
  switch (edit.do) {
    case 'edit': {
      const wrong = wrongItem({ ...edit.item, overlay: item.overlay }, manifests);
      return wrong ? refused(wrong) : done(withItems(held, name, changed(items, item, edit.item)));
    }
    case 'duplicate': {
      if (items.length >= MOST_ITEMS) return refused(full(name));
      const made = held.made + 1;
      const titles = items.map((one) => ({ name: one.title }));
      const twin = { ...item, id: `i${made}`, title: freeName(titles, item.title), key: freeKey(items, item.bank) };
      return done({ ...withItems(held, name, withAt(items, place + 1, twin)), made });
    }
    case 'move': {
      const others = items.map((one, i) => ({ one, i })).filter(({ one }) => one.bank === item.bank);
      const next = others[others.findIndex(({ one }) => one === item) + edit.by];
      return done(next ? withItems(held, name, withAt(withoutAt(items, place), next.i, item)) : held);
    }
    case 'remove':
      return done({ ...withItems(held, name, withoutAt(items, place)), removed: { item, from: name, place } });
  }
}

function changed(items: readonly RundownItem[], item: RundownItem, said: Omit<Partial<SaidItem>, 'overlay'>) {
  const title = said.title === undefined ? item.title : said.title.trim() || item.title;
  const wanted = { ...item, ...said, title, params: { ...item.params, ...said.params } };
  const { bank, key } = wanted;
  const others = items.filter((one) => one !== item);
  const holder = key === null ? null : itemOfKey({ items: others }, bank, key);
  const next = holder && said.key === undefined ? { ...wanted, key: null } : wanted;
  if (sameRundownItem(item, next)) return items;
  const given = bank === item.bank ? item.key : null;
  return items.map((one) => (one === item ? next : one === holder && next.key === key ? { ...one, key: given } : one));
}

function sameRundownItem(a: RundownItem, b: RundownItem): boolean {
  const names = Object.keys({ ...a.params, ...b.params });
  const fields = ['title', 'bank', 'key', 'notes', 'outS'] as const;
  return fields.every((field) => a[field] === b[field]) && names.every((name) => a.params[name] === b.params[name]);
}
