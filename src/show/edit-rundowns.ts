import { added, onItem } from './edit-items.ts';
import type { Manifest } from './manifest.ts';
import {
  chosenIn,
  freeName,
  itemFrom,
  itemOfKey,
  keyedOnce,
  MOST_ITEMS,
  MOST_RUNDOWNS,
  type Removed,
  type RundownItem,
  type Rundowns,
  rundownOf,
  type SaidRundown,
} from './rundown.ts';
import { done, type Edited, full, noRundown, type RundownEdit, refused, withItems, wrongItem } from './rundown-edit.ts';
import { withAt, withoutAt } from './with-at.ts';

type Manifests = ReadonlyMap<string, Manifest>;

/**
 * The rundowns after an edit, or one sentence on why not; the same rundowns when nothing changes. Always: at least one
 * rundown, each by another name, ids and the keys of a bank never twice.
 */
export function edited(held: Rundowns, edit: RundownEdit, manifests: Manifests): Edited {
  switch (edit.do) {
    case 'add':
      return added(held, edit.to, edit.item, manifests);
    case 'edit':
    case 'duplicate':
    case 'move':
    case 'remove':
      return onItem(held, edit, manifests);
    case 'put-back':
      return putBack(held);
    case 'bring':
      return brought(held, edit.rundown, manifests);
    case 'rename':
      return renamed(held, edit.name, edit.to);
    default:
      return onRundown(held, edit);
  }
}

function putBack(held: Rundowns): Edited {
  const { removed } = held;
  if (!removed) return refused('Nothing was removed: there is nothing to put back.');
  if ('rundown' in removed) {
    const rundown = { ...removed.rundown, name: freeName(held.all, removed.rundown.name) };
    if (held.all.length >= MOST_RUNDOWNS) return refused(tooMany);
    return done({ ...held, all: withAt(held.all, removed.place, rundown), chosen: rundown.name, removed: null });
  }
  const { name, items } = rundownOf(held, removed.from) ?? chosenIn(held);
  if (items.length >= MOST_ITEMS) return refused(full(name));
  const after = withAt(items, removed.place, keyedOnce(removed.item, items));
  return done({ ...withItems(held, name, after), removed: null });
}

function brought(held: Rundowns, { name, items }: SaidRundown, manifests: Manifests): Edited {
  if (held.all.length >= MOST_RUNDOWNS) return refused(tooMany);
  if (items.length > MOST_ITEMS) return refused(full(name));
  const own: RundownItem[] = [];
  for (const [i, said] of items.entries()) {
    const wrong = wrongItem(said, manifests);
    if (wrong) return refused(`items.${i} of "${name}" is wrong: ${wrong}`);
    const item = itemFrom(`i${held.made + 1 + i}`, said, manifests.get(said.overlay)!);
    const other = item.key === null ? null : itemOfKey({ items: own }, item.bank, item.key);
    if (other)
      return refused(
        `items.${i} of "${name}" is wrong: key ${item.key} of bank ${item.bank} is that of "${other.title}".`,
      );
    own.push(item);
  }
  const rundown = { name: freeName(held.all, name), items: own };
  return done({ ...held, all: [...held.all, rundown], chosen: rundown.name, made: held.made + items.length });
}

function onRundown(held: Rundowns, edit: Extract<RundownEdit, { do: 'choose' | 'new' | 'drop' }>): Edited {
  const { all, chosen } = held;
  if (edit.do === 'new') {
    if (all.length >= MOST_RUNDOWNS) return refused(tooMany);
    const name = freeName(all, edit.name.trim() || 'Rundown');
    return done({ ...held, all: [...all, { name, items: [] }], chosen: name });
  }
  const rundown = rundownOf(held, edit.name);
  if (!rundown) return refused(noRundown(held, edit.name));
  if (edit.do === 'choose') return done(chosen === edit.name ? held : { ...held, chosen: edit.name });
  if (all.length === 1) return refused(`"${edit.name}" is the only rundown: make another one first.`);
  const place = all.indexOf(rundown);
  const rest = withoutAt(all, place);
  const next = chosen === edit.name ? rest[Math.min(place, rest.length - 1)]!.name : chosen;
  return done({ ...held, all: rest, chosen: next, removed: { rundown, place } });
}

function renamed(held: Rundowns, from: string, said: string): Edited {
  const to = said.trim();
  if (!rundownOf(held, from)) return refused(noRundown(held, from));
  if (to === '' || to === from) return done(held);
  if (rundownOf(held, to)) return refused(`There is a rundown "${to}" already: choose another name.`);
  const all = held.all.map((one) => (one.name === from ? { ...one, name: to } : one));
  const chosen = held.chosen === from ? to : held.chosen;
  return done({ ...held, all, chosen, removed: movedTo(held.removed, from, to) });
}

/** What was removed from a rundown goes back to it under its new name. */
const movedTo = (removed: Removed | null, from: string, to: string): Removed | null =>
  removed && 'item' in removed && removed.from === from ? { ...removed, from: to } : removed;

const tooMany = `There are ${MOST_RUNDOWNS} rundowns at most: remove one first.`;
