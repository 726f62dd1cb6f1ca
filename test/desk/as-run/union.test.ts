import { expect, it } from 'vitest';
import type { Spoken } from '../../../src/desk/as-run/aired.ts';
import { createAsRun } from '../../../src/desk/as-run/as-run.ts';
import { keyOfItem } from '../../../src/desk/as-run/on-pages.ts';
import { createRegister, type PageEntry } from '../../../src/desk/register/register.ts';
import type { TapeEntry } from '../../../src/desk/tape/entry.ts';
import { readTape } from '../../../src/desk/tape/read.ts';
import { foldTape } from '../../../src/desk/tape/resume.ts';
import { apply } from '../../../src/show/apply.ts';
import { emptyShow, type Item } from '../../../src/show/show.ts';
import type { Aired } from '../../../src/wire/crew/aired.ts';
import type { ReportedLife } from '../../../src/wire/crew/report.ts';
import { report } from '../../support/report.ts';
import { chances } from '../../support/ride.ts';

/** A page that was lost is waited for so long. */
const WAITED_MS = 60_000;

const items: readonly Item[] = [
  { overlay: 'gap-ticker', params: { groups: 3 }, step: 0 },
  { overlay: 'gap-ticker', params: { groups: 3 }, step: 1 },
  { overlay: 'gap-ticker', params: { groups: 5 }, step: 0 },
  { overlay: 'rider-strap', params: { bib: '31', line: '=1+1' }, step: 0 },
  { overlay: 'rider-strap', params: { line: '=1+1', bib: '7' }, step: 0 },
];
const lives = ['on', 'on', 'entering', 'leaving', 'waiting', 'failed', 'off'] as const;
const seen: readonly string[] = ['on', 'entering', 'leaving'];

/** What a page said, or what became of it, at one moment. */
interface Told {
  readonly page: string;
  readonly atMs: number;
  /** The items that it draws, by their keys; null when it is lost, or closed. */
  readonly keys: readonly string[] | null;
  readonly how: 'said' | 'lost' | 'closed';
}
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  /** Until then it may be back. */
  readonly untilMs: number;
}

/** When a page drew an item: what it drew before it was lost goes on where it is back in time and still draws it. */
function spansOf(key: string, told: readonly Told[], endMs: number): Span[] {
  const spans: Span[] = [];
  let fromMs: number | null = null;
  let lostMs: number | null = null;
  for (const { atMs, keys, how } of told) {
    const draws = keys?.includes(key) === true;
    // It was back without a word, and is lost again.
    if (how === 'lost' && lostMs !== null) continue;
    if (lostMs !== null && fromMs !== null) {
      const isBack = draws && atMs - lostMs <= WAITED_MS;
      if (!isBack) {
        spans.push({ fromMs, toMs: lostMs, untilMs: Math.min(atMs, lostMs + WAITED_MS) });
        fromMs = null;
      }
      lostMs = null;
    }
    if (how === 'lost') lostMs = fromMs === null ? null : atMs;
    else if (fromMs !== null && !draws) {
      spans.push({ fromMs, toMs: atMs, untilMs: atMs });
      fromMs = null;
    } else if (draws) fromMs ??= atMs;
  }
  if (fromMs !== null && lostMs === null) spans.push({ fromMs, toMs: Infinity, untilMs: Infinity });
  else if (fromMs !== null && lostMs !== null)
    spans.push({ fromMs, toMs: lostMs, untilMs: Math.min(endMs, lostMs + WAITED_MS) });
  return spans;
}

/** Spans that touch are one; it ends where the last page that drew it said so. */
function union(spans: readonly Span[]): { fromMs: number; toMs: number; untilMs: number }[] {
  const all: { fromMs: number; toMs: number; untilMs: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = all.at(-1);
    if (!last || span.fromMs > last.untilMs) all.push({ ...span });
    else {
      last.toMs = Math.max(last.toMs, span.toMs);
      last.untilMs = Math.max(last.untilMs, span.untilMs);
    }
  }
  return all;
}

function storm(seed: number, acts: number) {
  const chance = chances(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const clock = { ms: 0 };
  const register = createRegister(() => clock.ms);
  const tape: TapeEntry[] = [];
  const asRun = createAsRun({
    recorder: {
      aired: (aired: Aired) => tape.push({ at: clock.ms, aired }),
      spoken: ({ at, ...spoken }: Spoken) => tape.push({ at, spoken }),
    },
    now: () => clock.ms,
  });
  let show = emptyShow;
  const look = () => asRun.look({ air: register.air(), show, race: null });
  // One page is always there, and draws nothing.
  const caller = (page: string) => ({ page, role: 'program', monitor: false, output: null, address: page });
  register.hello(caller('still')).report(report());
  register.hello({ ...caller('monitor'), monitor: true }).report(drawing([...items]));
  const pages = new Map<string, PageEntry | null>(['a', 'b', 'c', 'd'].map((page) => [page, null]));
  const told: Told[] = [];

  function drawing(its: readonly Item[], how: () => ReportedLife['life'] = () => 'on') {
    const said = its.map(({ overlay, params, step }): ReportedLife => {
      const shuffled = chance() < 0.5 ? params : Object.fromEntries(Object.entries(params).reverse());
      return { overlay, layer: 'stack', life: how(), why: null, item: { params: shuffled, step } };
    });
    return report({ lives: said });
  }
  const act = () => {
    const page = one([...pages.keys()]);
    const entry = pages.get(page) ?? null;
    const what = entry ? one(['say', 'say', 'say', 'say', 'lost', 'closed'] as const) : 'hello';
    if (what === 'hello') pages.set(page, register.hello(caller(page)));
    else if (what === 'say') {
      const said = drawing(
        items.filter(() => chance() < 0.35),
        () => one(lives),
      );
      entry!.report(said);
      const keys = said.lives
        .filter(({ life }) => seen.includes(life))
        .map(({ overlay, item }) => keyOfItem({ overlay, ...item! }));
      told.push({ page, atMs: clock.ms, keys, how: 'said' });
    } else {
      entry!.end(what);
      pages.set(page, null);
      told.push({ page, atMs: clock.ms, keys: null, how: what });
    }
    if (chance() < 0.2) show = apply(show, { do: 'take-direct', layer: 'stack', ...one(items) });
    if (chance() < 0.5) {
      const { overlay, params, step } = one(items);
      asRun.tell({ overlay, params, step, words: [`${overlay} ${Math.floor(clock.ms / 7000)}`] });
    }
  };
  for (let i = 0; i < acts; i += 1) {
    const nextMs = clock.ms + 1000 * (1 + Math.floor(chance() * (chance() < 0.1 ? 90 : 8)));
    for (; clock.ms < nextMs; clock.ms += 500) look();
    act();
    look();
  }
  clock.ms += WAITED_MS + 1000;
  look();
  return { rows: asRun.rows(), spoken: asRun.spoken(), told, tape, endMs: clock.ms };
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('is the union of what all pages said that they drew, storm %i', (seed) => {
  const { rows, spoken, told, tape, endMs } = storm(seed, 1250);
  const expected = items.flatMap((item) => {
    const key = keyOfItem(item);
    const spans = ['a', 'b', 'c', 'd'].flatMap((page) =>
      spansOf(
        key,
        told.filter((one) => one.page === page),
        endMs,
      ),
    );
    return union(spans).map(({ fromMs, toMs }) => ({ key, fromMs, toMs }));
  });
  const got = rows.map((row) => ({
    key: keyOfItem({ overlay: row.overlay, params: row.params, step: row.step - 1 }),
    fromMs: row.fromAt,
    toMs: row.toAt ?? Infinity,
  }));
  const inOrder = (list: typeof got) =>
    list.toSorted((a, b) => a.fromMs - b.fromMs || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  expect(got.length).toBeGreaterThan(100);
  expect(inOrder(got)).toEqual(inOrder(expected));
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1));

  const head = { tape: 1, feed: '', title: '', source: '', startedAt: 0 };
  const read = readTape('tape', [head, ...tape].map((line) => JSON.stringify(line)).join('\n'));
  expect(spoken.length).toBeGreaterThan(5);
  expect(read.ok && foldTape(read.value.entries, new Map()).air).toEqual({ rows, spoken });
});
