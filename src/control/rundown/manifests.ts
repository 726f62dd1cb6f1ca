import type { Manifest } from '../../show/manifest.ts';
import { inHotkeyOrder } from './hotkeys.ts';

const found = import.meta.glob<Manifest>('../../../overlays/*/manifest.ts', { eager: true, import: 'default' });

/** Every graphic of the house, in the order of the keys. */
export const manifests: readonly Manifest[] = inHotkeyOrder(Object.values(found));
