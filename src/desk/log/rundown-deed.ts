import type { Manifest } from '../../show/manifest.ts';
import { itemIn, type RundownItem, type Rundowns } from '../../show/rundown.ts';
import type { RundownEdit } from '../../show/rundown-edit.ts';
import type { Deed } from './log.ts';
import { paramsSaid } from './show-deed.ts';

/** What an edit has done, by the titles of items and the names of rundowns. */
export const rundownDeed = (
  edit: RundownEdit,
  before: Rundowns,
  after: Rundowns,
  manifests: ReadonlyMap<string, Manifest>,
): Deed => ({ kind: 'rundown', what: whatOf(edit, before, after, manifests), why: null });

function whatOf(
  edit: RundownEdit,
  before: Rundowns,
  after: Rundowns,
  manifests: ReadonlyMap<string, Manifest>,
): string {
  switch (edit.do) {
    case 'add':
      return `adds ${titleIn(after, `i${after.made}`)} to "${edit.to}"`;
    case 'edit':
      return `edits ${titleIn(before, edit.id)}: ${changesOf(before, after, edit.id, manifests)}`;
    case 'duplicate':
      return `duplicates ${titleIn(before, edit.id)}`;
    case 'move':
      return `moves ${titleIn(before, edit.id)} ${edit.by > 0 ? 'down' : 'up'}`;
    case 'remove':
      return `removes ${titleIn(before, edit.id)}`;
    case 'put-back': {
      const { removed } = before;
      return `puts back ${removed && ('item' in removed ? removed.item.title : `"${removed.rundown.name}"`)}`;
    }
    case 'choose':
      return `shows the rundown "${edit.name}"`;
    case 'new':
      return `begins the rundown "${after.chosen}"`;
    case 'drop':
      return `removes the rundown "${edit.name}"`;
    case 'rename':
      return `calls the rundown "${edit.name}" "${edit.to}"`;
    case 'bring':
      return `brings in the rundown "${after.chosen}"`;
  }
}

const titleIn = (rundowns: Rundowns, id: string): string => itemIn(rundowns, id)?.item.title ?? id;

/** "key 3, rows 12", and whose key that was. */
function changesOf(before: Rundowns, after: Rundowns, id: string, manifests: ReadonlyMap<string, Manifest>): string {
  const [was, is] = [itemIn(before, id)?.item, itemIn(after, id)?.item];
  if (!was || !is) return 'nothing';
  const params = Object.entries(is.params).filter(([name, value]) => was.params[name] !== value);
  return [
    was.title !== is.title && `title "${is.title}"`,
    (was.key !== is.key || was.bank !== is.bank) && keyOf(is),
    was.notes !== is.notes && 'notes',
    was.outS !== is.outS && (is.outS === null ? 'stays until it is taken out' : `out after ${is.outS} s`),
    params.length > 0 && paramsSaid(Object.fromEntries(params), manifests.get(is.overlay)),
  ]
    .filter(Boolean)
    .join(', ');
}

const keyOf = ({ bank, key }: RundownItem): string => `${key === null ? 'no key' : `key ${key}`} of bank ${bank}`;
