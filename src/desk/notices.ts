import type { Notice } from '../wire/crew/half.ts';

/** How many different notices are kept: the oldest go first. */
const MOST = 40;

/** What the producer should know, each sort once: counted, with its first sample. Newest sort first. */
export interface Notices {
  add(level: Notice['level'], text: string): void;
  /** An error that stands before all others, once a subject, until null says that it is cured. */
  stand(subject: string, text: string | null): void;
  /** A new array after each change. */
  list(): readonly Notice[];
}

/** `print` gets each sort once, and again at every tenfold of its count. */
export function createNotices(print: (line: string) => void): Notices {
  let notices: readonly (Notice & { readonly sort: string })[] = [];
  let list: readonly Notice[] = [];
  const standing = new Map<string, string>();
  const relist = () => {
    const stand = [...standing.values()].map((text): Notice => ({ level: 'error', text, count: 1 }));
    list = [...stand, ...notices.map(({ level, text, count }) => ({ level, text, count }))];
  };
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
      relist();
    },
    stand(subject, text) {
      if (text === null ? !standing.delete(subject) : standing.get(subject) === text) return;
      if (text !== null) {
        standing.set(subject, text);
        print(text);
      } else print(`${subject}: mended.`);
      relist();
    },
    list: () => list,
  };
}

/** Two sentences that differ only in a number or in what they quote say the same. */
const sortOf = (text: string): string => text.replace(/".*"/s, '""').replace(/\d+([.,]\d+)?/g, '#');
