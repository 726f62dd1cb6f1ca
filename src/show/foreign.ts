import type { Manifest, Param, Params, ParamValue } from './manifest.ts';
import { fits } from './manifest.ts';
import { wantedBy } from './param.ts';
import { shortly } from './shortly.ts';

/**
 * Values from a host that is not ours: playout systems send texts where a number or a flag is meant, escape them for HTML,
 * and send fields that belong to others. One of these for each graphic that such a host commands.
 */
export interface ForeignDoor {
  /** What the host has said so far, with this over it: of each parameter the last value that fits. */
  read(given: object): Params;
}

/** `report` is told once of each parameter that a host gets wrong, in one sentence, and again after it was right. */
export function foreignDoor(manifest: Manifest, report: (sentence: string) => void): ForeignDoor {
  let good: Params = {};
  const wrong = new Set<string>();
  return {
    read(given) {
      const { params, faults } = fromForeign(manifest, given);
      for (const name of Object.keys(params)) wrong.delete(name);
      for (const { name, sentence } of faults) {
        if (!wrong.has(name))
          report(`${sentence} ${good[name] === undefined ? 'The default stays' : 'The value before it stays'}.`);
        wrong.add(name);
      }
      good = { ...good, ...params };
      return good;
    },
  };
}

export interface ForeignParams {
  readonly params: Params;
  readonly faults: readonly { readonly name: string; readonly sentence: string }[];
}

/** What of it means a value of this graphic. Names that it does not know are others', and no fault; nothing said is nothing. */
export function fromForeign({ id, params: known }: Pick<Manifest, 'id' | 'params'>, given: object): ForeignParams {
  const said = new Map<string, unknown>(Object.entries(given));
  const params: Record<string, ParamValue> = {};
  const faults: { name: string; sentence: string }[] = [];
  for (const [name, param] of Object.entries(known)) {
    const value = said.get(name);
    if (value === undefined || value === null) continue;
    const meant = coerced(param, value);
    if (fits(param, meant)) params[name] = meant;
    else
      faults.push({ name, sentence: `${shortly(value)} does not fit ${name} of ${id}: it wants ${wantedBy(param)}.` });
  }
  return { params, faults };
}

/** What a foreign value means for this parameter; what means nothing comes back as it was. */
function coerced(param: Param, value: unknown): unknown {
  if (typeof value === 'string') return fromText(param, unescaped(value).trim(), value);
  if (param.type === 'text' || param.type === 'choice') return typeof value === 'number' ? String(value) : value;
  return param.type === 'flag' && (value === 0 || value === 1) ? value === 1 : value;
}

const YES = ['true', '1', 'on', 'yes'];
/** A flag that is off, and a 0, arrive as "" from SPX. */
const NO = ['false', '0', 'off', 'no', ''];

function fromText(param: Param, text: string, given: string): unknown {
  if (param.type === 'text') return text;
  if (param.type === 'flag') {
    const word = text.toLowerCase();
    return YES.includes(word) || (NO.includes(word) ? false : given);
  }
  if (text === '') return param.type === 'number' && fits(param, 0) ? 0 : param.default;
  if (param.type === 'number') return /^[-+]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : given;
  if (Object.hasOwn(param.choices, text)) return text;
  const alike = (one: string) => one.toLowerCase() === text.toLowerCase();
  return Object.entries(param.choices).find(([name, label]) => alike(name) || alike(label))?.[0] ?? given;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** `AT&amp;T` as it was typed: hosts that show a form in HTML escape what was typed into it. */
export const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
