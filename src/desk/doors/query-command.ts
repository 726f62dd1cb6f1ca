import type { Command } from '../../show/command.ts';
import { fits, type Manifest, type Params, withDefaults } from '../../show/manifest.ts';
import { fail, ok, type Result } from '../../wire/result.ts';

const plain = ['take', 'clear', 'panic'] as const;
const onOne = ['cue', 'uncue', 'take-direct', 'out', 'next', 'set'] as const;

/** `take-direct?overlay=position-tower&rows=10` as a command; the manifest says what it may carry. */
export function commandFromQuery(
  asked: string,
  search: URLSearchParams,
  manifests: ReadonlyMap<string, Manifest>,
): Result<Command> {
  const alone = plain.find((name) => name === asked);
  if (alone) return ok({ do: alone });
  const name = onOne.find((known) => known === asked);
  if (!name) return fail(`There is no "${asked}" here; there are state, ${[...plain, ...onOne].join(', ')}.`);
  const manifest = manifests.get(search.get('overlay') ?? '');
  if (!manifest) return fail(`Say which overlay: ?overlay= one of ${[...manifests.keys()].join(', ')}.`);
  const params = paramsOf(manifest, search);
  return params.ok ? ok(commandOn(name, manifest, params.value)) : params;
}

function commandOn(name: (typeof onOne)[number], manifest: Manifest, params: Params): Command {
  const { id: overlay, layer, steps } = manifest;
  switch (name) {
    case 'cue':
    case 'take-direct':
      return { do: name, overlay, layer, params: withDefaults(manifest, params) };
    case 'set':
      return { do: name, overlay, params };
    case 'next':
      return { do: name, overlay, steps };
    case 'out':
    case 'uncue':
      return { do: name, overlay };
  }
}

/** Every other word of the query is a parameter of the overlay. */
function paramsOf(manifest: Manifest, search: URLSearchParams): Result<Params> {
  const params: Record<string, Params[string]> = {};
  for (const [name, text] of search) {
    if (name === 'overlay') continue;
    const param = Object.hasOwn(manifest.params, name) ? manifest.params[name] : undefined;
    const known = Object.keys(manifest.params).join(', ') || 'no parameters';
    if (!param) return fail(`${manifest.id} has no "${name}"; it has ${known}.`);
    const value = given(param, text);
    if (!fits(param, value)) return fail(`"${text}" does not fit ${name} of ${manifest.id}: ${wish(param)}.`);
    params[name] = value;
  }
  return ok(params);
}

type Param = Manifest['params'][string];

function given(param: Param, text: string): Params[string] {
  if (param.type === 'number') return text === '' ? Number.NaN : Number(text);
  return param.type === 'flag' ? text === 'true' || text === '1' : text;
}

function wish(param: Param): string {
  if (param.type === 'number') return `it wants a number from ${param.min} to ${param.max}`;
  if (param.type === 'choice') return `it wants one of ${Object.keys(param.choices).join(', ')}`;
  return param.type === 'flag' ? 'it wants true or false' : `it wants at most ${param.maxLength} letters`;
}
