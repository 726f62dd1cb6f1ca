import type { Manifest, Param } from '../../../show/manifest.ts';
import { isTag } from '../../../show/replay.ts';
import type { RemoteCommand } from './command-shape.ts';
import { OSC_ROOT } from './osc-words.ts';

type Words = Readonly<Record<string, string>>;

/** What a call says that makes sense on a desk with these graphics. */
export function exampleWords({ example }: RemoteCommand, manifests: readonly Manifest[]): Words {
  if (typeof example !== 'string') return example;
  if (example === 'item') return { item: '2' };
  const own = manifests.filter((one) => !isTag(one));
  const graphic = (example === 'steps' && own.find(({ steps }) => steps !== 1)) || own[0];
  if (graphic && example === 'loss') return { overlay: graphic.id, outS: '120' };
  if (example !== 'values') return graphic ? { overlay: graphic.id } : {};
  const valued = own.find(({ params }) => Object.keys(params).length > 0);
  const [name, param] = Object.entries(valued?.params ?? {})[0] ?? [];
  return valued && name && param ? { overlay: valued.id, [name]: anotherValue(param) } : {};
}

/** One that is not the default. */
function anotherValue(param: Param): string {
  if (param.type === 'choice') return Object.keys(param.choices).find((one) => one !== param.default) ?? param.default;
  if (param.type === 'flag') return String(!param.default);
  return param.type === 'number' ? String(param.default === param.min ? param.max : param.min) : param.default;
}

/** `/api/take-direct?item=2`: what a button may call, by GET or by POST. */
export function exampleUrl(name: string, words: Words): string {
  const said = new URLSearchParams(words).toString();
  return `/api/${name}${said === '' ? '' : `?${said}`}`;
}

/** The same as OSC has it: an address with the texts beside it. */
export function exampleOsc(
  { name: command, main }: RemoteCommand,
  words: Words,
): { readonly address: string; readonly args: readonly string[] } {
  const key = main === 'target' ? ('item' in words ? 'item' : 'overlay') : (main ?? '');
  const about = words[key];
  const fits = about !== undefined && /^[\w.-]+$/.test(about);
  const others = Object.entries(words).filter(([name]) => name !== key);
  return {
    address: `${OSC_ROOT}${command}${fits ? `/${about}` : ''}`,
    args: [...(about !== undefined && !fits ? [about] : []), ...others.map(([one, text]) => `${one}=${text}`)],
  };
}
