import type { Aired } from '../../wire/crew/aired.ts';
import type { WordsTold } from '../../wire/crew/report.ts';
import type { Spoken } from './aired.ts';
import { keyOfItem } from './on-pages.ts';
import { createWordBudget } from './word-budget.ts';

/** What is to be read in what is on air: first, last, and at moments between. */
export interface WordBook {
  tell(words: WordsTold): void;
  /** Notes what has waited. Call often. */
  look(): void;
  /** Of a row that begins: what was told before its page said that it draws it. */
  begun(key: string): Aired['words'];
  /** Of a row that ends. */
  ended(row: Aired): Aired['words'];
}

interface Options {
  /** What is on air, by the key of its item. */
  readonly rowOf: (key: string) => Aired | null;
  readonly put: (row: Aired) => void;
  readonly note: (spoken: Spoken) => void;
  readonly now: () => number;
}

/** Words come a little before the report of their page; later they are of another time. */
const EARLY_MS = 3000;
const MOST_EARLY = 40;

type Lines = readonly string[];

export function createWordBook({ rowOf, put, note, now }: Options): WordBook {
  const early = new Map<string, { readonly words: Lines; readonly untilMs: number }>();
  /** By the number of the row: what is newer than its words, and has not been noted. */
  const waiting = new Map<number, { readonly key: string; readonly words: Lines }>();
  const budgets = new Map<number, ReturnType<typeof createWordBudget>>();
  const mayNote = (n: number, words: Lines): boolean => {
    const budget = budgets.get(n) ?? createWordBudget(now);
    budgets.set(n, budget);
    return budget(words);
  };

  return {
    tell({ overlay, params, step, words }) {
      const key = keyOfItem({ overlay, params, step });
      const row = rowOf(key);
      if (!row) {
        early.set(key, { words, untilMs: now() + EARLY_MS });
        for (const oldest of early.keys()) if (early.size > MOST_EARLY) early.delete(oldest);
      } else if (!row.words) put({ ...row, words: { first: words, last: words } });
      else if (isSame(row.words.last, words)) waiting.delete(row.n);
      else {
        waiting.set(row.n, { key, words });
        // Its time runs from its first words on.
        if (!budgets.has(row.n)) budgets.set(row.n, createWordBudget(now));
      }
    },
    look() {
      for (const [n, { key, words }] of waiting) {
        if (rowOf(key)?.n !== n) waiting.delete(n);
        else if (mayNote(n, words)) {
          waiting.delete(n);
          note({ n, at: now(), words });
        }
      }
    },
    begun(key) {
      const its = early.get(key);
      early.delete(key);
      return its && now() <= its.untilMs ? { first: its.words, last: its.words } : null;
    },
    ended({ n, words }) {
      const last = waiting.get(n)?.words;
      waiting.delete(n);
      budgets.delete(n);
      return words && last ? { ...words, last } : words;
    },
  };
}

const isSame = (a: Lines, b: Lines): boolean => a.length === b.length && a.every((line, i) => line === b[i]);
