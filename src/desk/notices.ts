import type { Notice } from '../wire/crew/half.ts';

/** How many different notices are kept: the oldest go first. */
const MOST = 40;
/** What has not come again for so long is over, and after so long nobody is told of it any more. */
const OVER_MS = 2 * 60_000;
const GONE_MS = 30 * 60_000;

/** What the producer should know, each sort once: counted, with its first sample. Newest sort first. */
export interface Notices {
  /** What concerns one of many, such as a rider, is a sort for each of them: `of`. */
  add(level: Notice['level'], text: string, of?: string): void;
  /** An error that stands before all others, once a subject, until null says that it is cured. */
  stand(subject: string, text: string | null): void;
  /** A new array after each change, and when something is over or gone. */
  list(): readonly Notice[];
}

interface Kept {
  readonly sort: string;
  readonly level: Notice['level'];
  readonly text: string;
  readonly atMs: number;
  /** Since it was last over, and in all. */
  readonly count: number;
  readonly total: number;
}

/** `print` gets each sort once, and again at every tenfold of its count. `now` is the wall clock, in milliseconds. */
export function createNotices(print: (line: string) => void, now: () => number = Date.now): Notices {
  let notices: readonly Kept[] = [];
  let list: readonly Notice[] = [];
  /** The list is another one from then on, though nothing comes. */
  let untilMs = Number.POSITIVE_INFINITY;
  const standing = new Map<string, string>();
  const isOver = ({ atMs }: Kept): boolean => now() - atMs >= OVER_MS;
  const relist = () => {
    notices = notices.filter(({ atMs }) => now() - atMs < GONE_MS);
    const stand = [...standing.values()].map(
      (text): Notice => ({ level: 'error', text, count: 1, atMs: null, isOver: false }),
    );
    list = [
      ...stand,
      ...notices.map((one) => {
        const { level, text, count, atMs } = one;
        return { level, text, count, atMs, isOver: isOver(one) };
      }),
    ];
    untilMs = Math.min(...notices.map((one) => one.atMs + (isOver(one) ? GONE_MS : OVER_MS)));
  };
  return {
    add(level, text, of = '') {
      const sort = `${of} ${sortOf(text)}`;
      const known = notices.find((notice) => notice.sort === sort);
      const total = (known?.total ?? 0) + 1;
      const count = known && !isOver(known) ? known.count + 1 : 1;
      if (Number.isInteger(Math.log10(total)))
        print(total === 1 ? text : `${known?.text ?? text} (${total} times so far)`);
      notices = known
        ? notices.map((notice) => (notice === known ? { ...notice, count, total, atMs: now() } : notice))
        : [{ sort, level, text, count, total, atMs: now() }, ...notices].slice(0, MOST);
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
    list() {
      if (now() >= untilMs) relist();
      return list;
    },
  };
}

/** Two sentences that differ only in a number or in what they quote say the same. */
const sortOf = (text: string): string => text.replace(/".*"/s, '""').replace(/\d+([.,]\d+)?/g, '#');
