import type { StillHead, WordsTold } from '../../wire/crew/report.ts';
import { type AirNow, type AsRun, type AsRunOptions, createAsRun } from './as-run.ts';
import type { StillFolder } from './still-folder.ts';
import { createStills } from './stills.ts';
import { createWitnesses, type Sitter } from './witnesses.ts';

/** What was on air, and how it looked. */
export interface AirLog extends Pick<AsRun, 'rows' | 'spoken' | 'taken'> {
  /** Call often. */
  look(now: AirNow): void;
  /** A program page that may be asked. */
  sit(sitter: Sitter): Seat;
  /** The still of a row, by its number; null where it has none. */
  still(n: number): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
}

/** Where a page that may be asked answers. */
export interface Seat {
  tell(words: WordsTold): void;
  take(still: StillHead, bytes: Uint8Array): void;
  leave(): void;
}

export function createAirLog({ folder, ...options }: AsRunOptions & { readonly folder: StillFolder }): AirLog {
  const { now } = options;
  const asRun = createAsRun(options);
  const witnesses = createWitnesses(now);
  const rowOf = (n: number) => asRun.rows().findLast((row) => row.n === n);
  const stills = createStills({
    witnesses,
    folder,
    isOpen: (n, key) => asRun.open(key)?.n === n,
    have: asRun.have,
    overlayOf: (n) => rowOf(n)?.overlay ?? '',
    now,
  });
  /** The newest row whose still is wanted, or was. */
  let wanted = 0;
  return {
    rows: asRun.rows,
    spoken: asRun.spoken,
    taken: asRun.taken,
    look(seen) {
      asRun.look(seen);
      witnesses.look(seen.air);
      const newest = asRun.rows().at(-1)?.n ?? 0;
      if (newest > wanted) for (const { n, key } of asRun.since(wanted)) stills.want(n, key);
      wanted = newest;
      stills.look();
    },
    sit(sitter) {
      witnesses.sit(sitter);
      return {
        tell(words) {
          if (witnesses.isWitness(sitter)) asRun.tell(words);
        },
        take: (still, bytes) => stills.take(sitter, still, bytes),
        leave: () => witnesses.leave(sitter),
      };
    },
    async still(n) {
      const name = rowOf(n)?.still ?? null;
      const bytes = name === null ? null : await folder.read(name);
      return name !== null && bytes ? { name, bytes } : null;
    },
  };
}
