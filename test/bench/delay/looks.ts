/** One frame of a page: the wall clock of the machine, the clock of the race in its picture, and the moment of its data. */
export interface Look {
  readonly atMs: number;
  readonly raceMs: number;
  readonly dataMs: number;
}

/** What `looks.js` has noted in a page. */
export interface Looks {
  readonly seen: readonly Look[];
  readonly lives: readonly { readonly atMs: number; readonly lives: Readonly<Record<string, string>> }[];
}

const FRAME_MS = 1000 / 60;
/** On its way to another delay time runs so much slower or faster. */
const SLEW = 0.1;
/** Rates are of a second of frames. */
const SPAN = 60;

/** How a picture ran: how often it went back or jumped, and its slowest and fastest second. */
export function runOf({ seen }: Looks) {
  const steps = seen.slice(1).map((now, i) => ({ now, before: seen[i]! }));
  const rates = seen
    .slice(SPAN)
    .filter((_, i) => i % SPAN === 0)
    .map((now, i) => rate(seen[i * SPAN]!, now));
  return {
    looks: seen.length,
    clockBack: steps.filter(({ now, before }) => now.raceMs < before.raceMs).length,
    dataBack: steps.filter(({ now, before }) => now.dataMs < before.dataMs).length,
    jumps: steps.filter(({ now, before }) => {
      const apartMs = now.atMs - before.atMs;
      return Math.abs(now.raceMs - before.raceMs - apartMs) > SLEW * apartMs + FRAME_MS;
    }).length,
    slowest: Math.min(...rates),
    fastest: Math.max(...rates),
  };
}

const rate = (a: Look, b: Look) => (b.raceMs - a.raceMs) / (b.atMs - a.atMs);

/** How much later than the first page the second had the same data, while both had it between two moments. */
export function apartMs(first: Looks, second: Looks, fromMs: number, toMs: number) {
  const [came, later] = [cameMs(first), cameMs(second)];
  const all = [...came].flatMap(([dataMs, atMs]) => {
    const then = later.get(dataMs);
    return then !== undefined && then >= fromMs && then <= toMs ? [then - atMs] : [];
  });
  const sorted = all.sort((a, b) => a - b);
  return { data: sorted.length, least: sorted[0]!, median: sorted[sorted.length >> 1]!, most: sorted.at(-1)! };
}

const cameMs = ({ seen }: Looks) =>
  new Map(seen.filter(({ dataMs }, i) => dataMs !== seen[i - 1]?.dataMs).map(({ dataMs, atMs }) => [dataMs, atMs]));

/** When a graphic came on air. */
export function entrancesMs({ lives }: Looks, overlay: string): number[] {
  const isOn = (i: number) => /^(entering|on)/.test(lives[i]?.lives[overlay] ?? '');
  return lives.flatMap(({ atMs }, i) => (isOn(i) && !isOn(i - 1) ? [atMs] : []));
}
