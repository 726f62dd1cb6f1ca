import type { Manifest } from '../../../show/manifest.ts';
import { unaccented } from '../../../show/plain.ts';
import { banks, hotkeys, itemOfKey, type Rundown, type RundownItem } from '../../../show/rundown.ts';
import { shortly } from '../../../show/shortly.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';

/** The id of the graphic that a text means, by its id, else by its title; what nobody is called stays as it was said. */
export function overlayNamed(manifests: ReadonlyMap<string, Manifest>, text: string): string {
  if (manifests.has(text)) return text;
  const one = [...manifests.values()].find(({ id, title }) => isCalled(id, text) || isCalled(title, text));
  return one?.id ?? text;
}

/** How an item's key is said beside its bank: "2" in the first, "2.3" elsewhere. */
export const keyName = (bank: number, key: string): string => (bank === banks[0] ? key : `${bank}.${key}`);

/**
 * The one item of a rundown that a text means: a digit is a key, "2.3" a key of a bank, else it is its id or its title,
 * so that a button means the same in the next race. `bank` as it was said, or null.
 */
export function itemNamed(rundown: Rundown, text: string, bank: string | null): Result<RundownItem> {
  const asked = bank === null ? null : banks.find((one) => String(one) === bank.trim());
  if (asked === undefined) return fail(`${shortly(bank)} is no bank: there are ${banks.join(', ')}.`);
  const [, inBank, key] = /^(?:([1-4])\.)?(\d)$/.exec(text.trim()) ?? [];
  if (key !== undefined && inBank !== undefined && asked !== null && inBank !== String(asked))
    return fail(`"${text}" says bank ${inBank} and "bank" says ${asked}: say one of them.`);
  const items = asked === null ? rundown.items : rundown.items.filter((one) => one.bank === asked);
  const found =
    key === undefined
      ? called(items, text)
      : items.filter((one) => one.key === key && String(one.bank) === (inBank ?? String(asked ?? banks[0])));
  if (found.length > 1)
    return fail(
      `${found.length} items are called ${shortly(text)}: say one by its key, ${found.map(keyOf).join(' or ')}.`,
    );
  return found[0] ? ok(found[0]) : fail(noItem(rundown, text, asked));
}

function called(items: readonly RundownItem[], text: string): readonly RundownItem[] {
  const byId = items.filter(({ id }) => id === text.trim());
  return byId.length > 0 ? byId : items.filter(({ title }) => isCalled(title, text));
}

/** Capitals and accents do not matter; all else does, so that what is nearly a name is none. */
const isCalled = (name: string, text: string): boolean => unaccented(name).trim() === unaccented(text).trim();

const keyOf = ({ bank, key, id }: RundownItem): string => (key === null ? id : keyName(bank, key));

/** As many as a sentence can hold. */
const MOST_NAMED = 10;

function noItem({ name, items }: Rundown, text: string, bank: number | null): string {
  const there = items.filter((one) => bank === null || one.bank === bank);
  const keyed = banks.flatMap((one) => hotkeys.flatMap((key) => itemOfKey({ items: there }, one, key) ?? []));
  const named = keyed.slice(0, MOST_NAMED).map((one) => `${keyOf(one)} ${one.title}`);
  const where = `${bank === null ? '' : `bank ${bank} of `}the rundown "${name}"`;
  return `There is no item ${shortly(text)} in ${where}; there ${named.length > 0 ? `are ${named.join(', ')}` : 'is none with a key'}.`;
}
