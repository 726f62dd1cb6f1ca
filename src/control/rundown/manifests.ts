import type { Manifest } from '../../show/manifest.ts';

const found = import.meta.glob<Manifest>('../../../overlays/*/manifest.ts', { eager: true, import: 'default' });

/** Every graphic of the house, in the order of the keys. */
export const manifests: readonly Manifest[] = inKeyOrder(Object.values(found));

export function inKeyOrder(all: readonly Manifest[]): readonly Manifest[] {
  for (const { id, key } of all) {
    const other = all.find((its) => its.key === key && its.id !== id);
    if (other)
      throw new Error(`The graphics ${id} and ${other.id} both want key ${key}: change one in its manifest.ts.`);
  }
  return [...all].sort((a, b) => a.key.localeCompare(b.key));
}
