import type { Manifest } from '../../show/manifest.ts';

/** `1` to `9`; a graphic further down the page has its buttons. */
const HOTKEYS = 9;

/** By title, as a producer looks for them; the id decides between two of the same title. The keys follow this order. */
export const inHotkeyOrder = (all: readonly Manifest[]): readonly Manifest[] =>
  [...all].sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));

/** The key of a graphic: its place on the page. Null from the tenth on. */
export function hotkeyOf(manifests: readonly Manifest[], overlay: string): string | null {
  const place = manifests.findIndex(({ id }) => id === overlay) + 1;
  return place >= 1 && place <= HOTKEYS ? String(place) : null;
}

/** The graphic of a key, or null where nobody has it. */
export const withHotkey = (manifests: readonly Manifest[], key: string): Manifest | null =>
  manifests.find(({ id }) => hotkeyOf(manifests, id) === key) ?? null;
