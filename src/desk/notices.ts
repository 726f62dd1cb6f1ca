import type { Notice } from '../wire/crew/half.ts';

/** How many different notices are kept: the oldest go first. */
const MOST = 40;

/** What the producer should know, each sort once: counted, with its first sample. Newest sort first. */
export interface Notices {
  add(level: Notice['level'], text: string): void;
  /** A new array after each change. */
  list(): readonly Notice[];
}

/** `print` gets each sort once, and again at every tenfold of its count. */
export function createNotices(print: (line: string) => void): Notices {
  let notices: readonly (Notice & { readonly sort: string })[] = [];
  let list: readonly Notice[] = [];
  return {
    add(level, text) {
      const sort = sortOf(text);
      const known = notices.find((notice) => notice.sort === sort);
      const count = (known?.count ?? 0) + 1;
      if (Number.isInteger(Math.log10(count)))
        print(count === 1 ? text : `${known?.text ?? text} (${count} times so far)`);
      notices = known
        ? notices.map((notice) => (notice === known ? { ...notice, count } : notice))
        : [{ sort, level, text, count }, ...notices].slice(0, MOST);
      list = notices.map((notice) => ({ level: notice.level, text: notice.text, count: notice.count }));
    },
    list: () => list,
  };
}

/** Two sentences that differ only in a number or in what they quote say the same. */
const sortOf = (text: string): string => text.replace(/".*"/s, '""').replace(/\d+([.,]\d+)?/g, '#');
