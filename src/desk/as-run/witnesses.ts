import type { AirPage } from '../register/air-page.ts';
import { valuesSaid } from './on-pages.ts';

/** A program page that may be asked how its picture looks. */
export interface Sitter {
  /** By its name, as the register has it. */
  readonly page: string;
  /** It is the one that tells what is to be read in its graphics, or is it no longer. */
  appoint(isWitness: boolean): void;
  /** A still is wanted, for the row of this number. */
  still(n: number): void;
}

/**
 * Who may be asked, in the order in which they came. One of them that has said what it draws is the witness: the others say
 * nothing, however many there are.
 */
export interface Witnesses {
  sit(sitter: Sitter): void;
  leave(sitter: Sitter): void;
  /** Another one is appointed where the witness draws nothing and somebody else does. Call often. */
  look(air: readonly AirPage[]): void;
  isWitness(sitter: Sitter): boolean;
  /** Those that say they draw this, whole; the witness first. */
  drawing(key: string): readonly Sitter[];
}

/** A witness that draws nothing may only be the first of all that something leaves. */
const PATIENCE_MS = 3000;

export function createWitnesses(now: () => number): Witnesses {
  const sitters = new Set<Sitter>();
  let witness: Sitter | null = null;
  let air: readonly AirPage[] = [];
  let idleSinceMs: number | null = null;

  const appoint = (next: Sitter | null) => {
    if (next === witness) return;
    witness?.appoint(false);
    witness = next;
    idleSinceMs = null;
    next?.appoint(true);
  };
  const pageOf = ({ page }: Sitter) => air.find((one) => one.page === page && one.lostAtMs === null);
  const isDrawing = (sitter: Sitter): boolean => pageOf(sitter)?.lives.some(({ life }) => life === 'on') === true;
  const hasSaid = (sitter: Sitter): boolean => pageOf(sitter) !== undefined;
  const firstOf = (is: (sitter: Sitter) => boolean): Sitter | null => [...sitters].find(is) ?? null;
  return {
    sit(sitter) {
      sitters.add(sitter);
    },
    leave(sitter) {
      sitters.delete(sitter);
      if (witness !== sitter) return;
      witness = null;
      appoint(firstOf(isDrawing) ?? firstOf(hasSaid));
    },
    look(seen) {
      if (seen === air && idleSinceMs === null) return;
      air = seen;
      if (!witness) appoint(firstOf(isDrawing) ?? firstOf(hasSaid));
      if (!witness || isDrawing(witness)) {
        idleSinceMs = null;
        return;
      }
      const other = firstOf(isDrawing);
      if (!other) idleSinceMs = null;
      else idleSinceMs ??= now();
      if (other && idleSinceMs !== null && now() - idleSinceMs > PATIENCE_MS) appoint(other);
    },
    isWitness: (sitter) => sitter === witness,
    drawing(key) {
      const all = witness ? [witness, ...[...sitters].filter((one) => one !== witness)] : [];
      return all.filter((one) =>
        pageOf(one)?.lives.some((life) => life.life === 'on' && valuesSaid(life)?.key === key),
      );
    },
  };
}
