import type { Ask } from '../../../show/command.ts';
import type { Manifest } from '../../../show/manifest.ts';
import { fromText } from '../../../show/param.ts';
import { holds } from '../../../show/placing.ts';
import type { Rundown, RundownItem } from '../../../show/rundown.ts';
import { shortly } from '../../../show/shortly.ts';
import { itemOf, type Show } from '../../../show/show.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { RemoteCommand } from './command-shape.ts';
import { ownNames, seenField } from './fields.ts';
import { itemNamed, overlayNamed } from './named.ts';

/** What an ask is about, beside its own words. */
export interface AskFacts {
  readonly manifests: ReadonlyMap<string, Manifest>;
  /** The one that control shows. */
  readonly rundown: Rundown;
  readonly show: () => Show;
}

/** What is asked of the show: the desk's own door says what is wrong with it. */
export interface ReadAsk {
  readonly do: string;
  readonly overlay?: string;
  readonly layer?: string;
  readonly output?: string;
  readonly delayS?: number | string | null;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly outS?: number | string | null;
}

/**
 * `take-direct?overlay=position-tower&rows=10` or `take-direct?item=3` as what it asks. Of an item come its values, with
 * those beside it over them; the manifest says which texts mean numbers and flags.
 */
export function readAsk(command: RemoteCommand, said: URLSearchParams, facts: AskFacts): Result<ReadAsk> {
  if (command.name === 'delay') return ok(delayIn(said));
  const { manifests, rundown, show } = facts;
  const [overlayText, itemText] = [said.get('overlay'), said.get('item')];
  if (overlayText !== null && itemText !== null) return fail('Say "overlay" or "item", not both.');
  if (itemText === null && said.has('bank')) return fail('"bank" says where an item is: say "item" with it.');
  const item = itemText === null ? null : itemNamed(rundown, itemText, said.get('bank'));
  if (item && !item.ok) return item;
  const overlay = item?.value.overlay ?? (overlayText === null ? undefined : overlayNamed(manifests, overlayText));
  const given = paramsIn(said, overlay === undefined ? undefined : manifests.get(overlay));
  const placed = item && command.takesParams && command.name !== 'set' ? item.value : null;
  const [outS, layer] = [said.get('outS'), said.get('layer')];
  const ask = {
    do: command.name,
    ...(overlay !== undefined && { overlay }),
    ...(layer !== null && { layer }),
    ...((placed || given) && { params: { ...placed?.params, ...given } }),
    ...(outS !== null ? { outS: secondsIn(outS) } : placed?.outS && { outS: placed.outS }),
  };
  if (command.name !== 'toggle') return ok(ask);
  const was = said.get('seen');
  if (was !== null && !seenField.choices?.includes(was))
    return fail(`${shortly(was)} is nothing that was seen: "seen" is ${seenField.choices?.join(' or ')}.`);
  const isOn = was === null ? isOnAir(show(), overlay, item?.value ?? null) : was === 'air';
  return ok(isOn && overlay !== undefined ? { do: 'out', overlay } : { ...ask, do: 'take-direct' satisfies Ask['do'] });
}

/** `output=ott&s=9`: where no seconds are said the desk's own door says so. */
function delayIn(said: URLSearchParams): ReadAsk {
  const [output, s] = [said.get('output'), said.get('s')];
  return { do: 'delay', ...(output !== null && { output }), ...(s !== null && { delayS: secondsIn(s) }) };
}

/** "never" is null; what is no number is left to the desk's own door. */
function secondsIn(text: string): number | string | null {
  if (text === 'never') return null;
  const seconds = Number(text);
  return text.trim() === '' || Number.isNaN(seconds) ? text : seconds;
}

/** An item is on air where its own values are, a graphic with whatever values. */
const isOnAir = ({ program }: Show, overlay: string | undefined, item: RundownItem | null): boolean =>
  item ? holds(program, item) : overlay !== undefined && itemOf(program, overlay) !== null;

function paramsIn(said: URLSearchParams, manifest: Manifest | undefined): Record<string, unknown> | null {
  const words = [...said].filter(([name]) => !ownNames.includes(name));
  const read = (name: string, text: string) => {
    const param = manifest && Object.hasOwn(manifest.params, name) ? manifest.params[name] : undefined;
    return param ? fromText(param, text) : text;
  };
  return words.length === 0 ? null : Object.fromEntries(words.map(([name, text]) => [name, read(name, text)]));
}
