import { type Manifest, storyParam, withDefaults } from '../../show/manifest.ts';
import { fittingParams } from '../../show/param.ts';
import { isTag } from '../../show/replay.ts';
import { banks, hotkeys, type SaidRundown } from '../../show/rundown.ts';
import type { Offered } from './hand.ts';

const found = import.meta.glob<SaidRundown>('../../../assets/rundowns/1-*.json', { eager: true, import: 'default' });

/** The first bank of the rundown for a road stage, by its keys; what is not in it has the keys that are left. */
export function offeredOf(manifests: ReadonlyMap<string, Manifest>): readonly Offered[] {
  const said = Object.values(found).flatMap(({ items }) => items);
  const listed = said.flatMap(({ overlay, params = {}, title, bank = banks[0], key = null }): Offered[] => {
    const manifest = manifests.get(overlay);
    if (!manifest || bank !== banks[0]) return [];
    return [{ ...itemWith(manifest, fittingParams(manifest, params).params), title: title ?? manifest.title, key }];
  });
  const free = hotkeys.filter((key) => listed.every((item) => item.key !== key));
  const others = [...manifests.values()].filter(
    // A story is told once somebody has chosen it from a queue, which is in control.
    (manifest) =>
      !isTag(manifest) && storyParam(manifest) === null && listed.every(({ overlay }) => overlay !== manifest.id),
  );
  return [...listed, ...others.map((manifest, i) => ({ ...itemWith(manifest, {}), key: free[i] ?? null }))];
}

const itemWith = (manifest: Manifest, params: Offered['params']): Offered => ({
  overlay: manifest.id,
  params: withDefaults(manifest, params),
  title: manifest.title,
  key: null,
  outS: null,
});
