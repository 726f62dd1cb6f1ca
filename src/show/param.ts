import { fits, type Manifest, type Param, type Params, type ParamValue } from './manifest.ts';
import { shortly } from './shortly.ts';

/** Null where a graphic has such a parameter and the value fits it, else one sentence. */
export function wrongParam({ id, params }: Manifest, name: string, value: unknown): string | null {
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  if (!param) return `${id} has no ${shortly(name)}; it has ${Object.keys(params).join(', ') || 'no parameters'}.`;
  return fits(param, value) ? null : `${shortly(value)} does not fit ${name} of ${id}: it wants ${wantedBy(param)}.`;
}

/** "a whole number from 5 to 18" */
export function wantedBy(param: Param): string {
  if (param.type === 'choice') return `one of ${Object.keys(param.choices).join(', ')}`;
  if (param.type === 'flag') return 'true or false';
  if (param.type === 'text') return `at most ${param.maxLength} letters`;
  const { min, max, step = 1 } = param;
  const sort = step === 1 ? 'a whole number' : 'a number';
  return `${sort} from ${min} to ${max}${step === 1 ? '' : ` in steps of ${step}`}`;
}

/** What a text means for a parameter, where a host or a query knows texts only; what means nothing stays a text. */
export function fromText(param: Param, text: string): ParamValue {
  if (param.type === 'number') return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
  if (param.type !== 'flag') return text;
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : text;
}

/** Those that fit, and a sentence for each that does not: for what is older than the manifest, or sent for others too. */
export function fittingParams(manifest: Manifest, given: object): { params: Params; faults: readonly string[] } {
  const judged = Object.entries(given).map(([name, value]) => ({
    name,
    value,
    wrong: wrongParam(manifest, name, value),
  }));
  return {
    params: Object.fromEntries(judged.filter(({ wrong }) => wrong === null).map(({ name, value }) => [name, value])),
    faults: judged.flatMap(({ wrong }) => wrong ?? []),
  };
}
