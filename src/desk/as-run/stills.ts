import type { StillHead } from '../../wire/crew/report.ts';
import type { StillFolder } from './still-folder.ts';
import type { Sitter, Witnesses } from './witnesses.ts';

/** Asks for a still of each graphic that comes on air, once it stands there whole. */
export interface Stills {
  /** Of this row, which has begun. */
  want(n: number, key: string): void;
  /** Call often. */
  look(): void;
  /** What a page sends; it counts where it was asked. */
  take(sitter: Sitter, still: StillHead, bytes: Uint8Array): void;
}

interface Options {
  readonly witnesses: Witnesses;
  readonly folder: Pick<StillFolder, 'put'>;
  /** Whether this row is still on air. */
  readonly isOpen: (n: number, key: string) => boolean;
  /** The still of this row is kept. */
  readonly have: (n: number, name: string) => void;
  readonly overlayOf: (n: number) => string;
  readonly now: () => number;
}

/** One after the other, so often at most; who does not answer for so long is asked no more for this one. */
const EVERY_MS = 250;
const ANSWER_MS = 5000;
/** What another graphic, or another value, goes over into stands whole after so long. */
const SETTLED_MS = 1000;
/** So many pages are asked for one. */
const TRIES = 2;
/** So many may wait: in a storm the newest. */
const MOST_WAITING = 12;

export function createStills({ witnesses, folder, isOpen, have, overlayOf, now }: Options): Stills {
  const waiting = new Map<number, { readonly key: string; readonly sinceMs: number; readonly asked: Set<Sitter> }>();
  let asked: { readonly n: number; readonly sitter: Sitter; readonly atMs: number } | null = null;
  let askedMs = Number.NEGATIVE_INFINITY;
  return {
    want(n, key) {
      waiting.set(n, { key, sinceMs: now(), asked: new Set() });
      for (const oldest of waiting.keys()) if (waiting.size > MOST_WAITING) waiting.delete(oldest);
    },
    look() {
      if (waiting.size === 0 || now() - askedMs < EVERY_MS) return;
      if (asked && now() - asked.atMs < ANSWER_MS) return;
      asked = null;
      for (const [n, one] of waiting) {
        if (one.asked.size >= TRIES || !isOpen(n, one.key)) {
          waiting.delete(n);
          continue;
        }
        if (now() - one.sinceMs < SETTLED_MS) continue;
        const sitter = witnesses.drawing(one.key).find((page) => !one.asked.has(page));
        if (!sitter) continue;
        one.asked.add(sitter);
        askedMs = now();
        asked = { n, sitter, atMs: askedMs };
        sitter.still(n);
        return;
      }
    },
    take(sitter, { n, kind }, bytes) {
      if (asked?.n !== n || asked.sitter !== sitter) return;
      asked = null;
      if (!isPicture(kind, bytes)) return;
      waiting.delete(n);
      folder.put(n, overlayOf(n), kind, bytes).then((name) => {
        if (name !== null) have(n, name);
      });
    },
  };
}

/** By its first bytes: it is given out as what it says it is. */
function isPicture(kind: StillHead['kind'], bytes: Uint8Array): boolean {
  const letters = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  return kind === 'png' ? letters(1, 4) === 'PNG' : letters(0, 4) === 'RIFF' && letters(8, 12) === 'WEBP';
}
