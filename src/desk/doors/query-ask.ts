import type { Manifest } from '../../show/manifest.ts';
import { fromText } from '../../show/param.ts';

/** `delay?output=ott&s=9`. */
function delayFrom(search: URLSearchParams): object {
  const [output, s] = [search.get('output'), search.get('s')];
  return { do: 'delay', ...(output !== null && { output }), ...(s?.trim() && { delayS: Number(s) }) };
}

/**
 * `take-direct?overlay=position-tower&rows=10` as what it asks. Every word but `overlay` and `outS` is a parameter; the manifest
 * says which texts mean numbers and flags, the desk's door what is wrong with them.
 */
export function askFromQuery(asked: string, search: URLSearchParams, manifests: ReadonlyMap<string, Manifest>): object {
  if (asked === 'delay') return delayFrom(search);
  const overlay = search.get('overlay');
  const known = new Map(Object.entries(manifests.get(overlay ?? '')?.params ?? {}));
  const outS = search.get('outS');
  const words = [...search].filter(([name]) => name !== 'overlay' && name !== 'outS');
  const read = (name: string, text: string) => {
    const param = known.get(name);
    return param ? fromText(param, text) : text;
  };
  const params = Object.fromEntries(words.map(([name, text]) => [name, read(name, text)]));
  const leaves = outS === null ? {} : { outS: outS.trim() === '' ? outS : Number(outS) };
  return { do: asked, ...(overlay !== null && { overlay }), ...(words.length > 0 && { params }), ...leaves };
}
