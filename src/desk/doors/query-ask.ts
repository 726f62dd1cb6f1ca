import type { Manifest } from '../../show/manifest.ts';
import { fromText } from '../../show/param.ts';

/**
 * `take-direct?overlay=position-tower&rows=10` as what it asks. Every word but `overlay` is a parameter; the manifest
 * says which texts mean numbers and flags, the desk's door what is wrong with them.
 */
export function askFromQuery(asked: string, search: URLSearchParams, manifests: ReadonlyMap<string, Manifest>): object {
  const overlay = search.get('overlay');
  const known = manifests.get(overlay ?? '')?.params ?? {};
  const words = [...search].filter(([name]) => name !== 'overlay');
  const params = Object.fromEntries(
    words.map(([name, text]) => [name, Object.hasOwn(known, name) ? fromText(known[name], text) : text]),
  );
  return { do: asked, ...(overlay !== null && { overlay }), ...(words.length > 0 && { params }) };
}
