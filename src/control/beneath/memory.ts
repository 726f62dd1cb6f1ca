import type { Camera } from './camera.ts';

/** What is beneath the monitors, as this browser keeps it: a still whole, a camera by its id and its name. */
export type Chosen = { readonly still: string } | { readonly camera: Camera } | null;

export interface BeneathMemory {
  recall(): Chosen;
  /** Whether there was room for it. */
  keep(kept: Chosen): boolean;
}

const NAME = 'ardoise beneath';

/** The memory of a browser: it outlives a reload, and no other machine has it. */
export const browserMemory: BeneathMemory = {
  recall() {
    try {
      return keptIn(JSON.parse(localStorage.getItem(NAME) ?? 'null'));
    } catch {
      return null;
    }
  },
  keep(kept) {
    try {
      localStorage.removeItem(NAME);
      if (kept) localStorage.setItem(NAME, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  },
};

/** What another version of this page wrote may be anything. */
function keptIn(read: unknown): Chosen {
  if (typeof read !== 'object' || read === null) return null;
  if ('still' in read && typeof read.still === 'string' && read.still.startsWith('data:image/'))
    return { still: read.still };
  return 'camera' in read && isCamera(read.camera) ? { camera: read.camera } : null;
}

const isCamera = (read: unknown): read is Camera =>
  typeof read === 'object' &&
  read !== null &&
  'id' in read &&
  typeof read.id === 'string' &&
  'name' in read &&
  typeof read.name === 'string';
