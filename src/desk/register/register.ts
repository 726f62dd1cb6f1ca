import type { AllShown, PageCount, PageState, Pages } from '../../wire/crew/half.ts';
import type { Report } from '../../wire/crew/report.ts';
import type { AirPage } from './air-page.ts';
import { createLately, type Lately } from './lately.ts';
import { shownBy, type Wanted } from './shown.ts';

/** A page that was lost is shown as lost until it is back, or for so long. */
const LOST_FOR_MS = 600_000;
/** How many pages are listed one by one; all are counted. */
const LISTED = 50;
/** How many lost pages are remembered: a stranger that comes and goes must not fill the memory. */
const MOST_LOST = 200;

/** Who a page is. */
export type Caller = Pick<PageState, 'page' | 'role' | 'monitor' | 'output' | 'address'>;

/** One page on one socket, from its hello to its end. */
export interface PageEntry {
  report(report: Report): void;
  /** It closed properly, and is forgotten; or it fell silent, and is shown as lost. */
  end(how: 'closed' | 'lost'): void;
}

/** All pages of the desk: who, since when, what they say they draw, and who fell silent. */
export interface Register {
  hello(caller: Caller): PageEntry;
  /** The same object until something changes. */
  pages(): Pages;
  /** What each program page draws that has said so, lost ones too; the same until something changes. */
  air(): readonly AirPage[];
  /** What program pages draw of what is wanted; the same object until something changes, of the same `drawn`. */
  shown(wanted: Wanted): AllShown;
}

/**
 * `now` is the wall clock, in milliseconds: moments are for people to read. `beLooked` is called before a page says
 * something else than what nobody has asked `air` for yet: whoever keeps all that was on air asks then.
 */
export function createRegister(now: () => number, beLooked: () => void = () => {}): Register {
  const here = new Set<PageState>();
  let lost: readonly PageState[] = [];
  /** What each page said lately, by its newest state: what it counted goes on when it is back. */
  const lately = new WeakMap<PageState, Lately>();
  let pages: Pages | null = null;
  /** Until then `pages` is true though nobody says anything. */
  let untilMs = Number.POSITIVE_INFINITY;
  /** What each draws, by its newest state. */
  const drew = new WeakMap<PageState, AirPage>();
  let air: readonly AirPage[] | null = null;
  /** How often `air` was asked. */
  let looks = 0;
  let shown: { readonly drawn: Wanted['drawn']; readonly all: AllShown } | null = null;

  const changed = () => {
    pages = null;
    shown = null;
    air = null;
  };
  const forgetOld = () => {
    const still = lost.filter(({ sinceMs }) => now() - sinceMs < LOST_FOR_MS).slice(-MOST_LOST);
    if (still.length === lost.length) return;
    lost = still;
    changed();
  };
  /** It is the lost one that is back: by its name, or as a new page of the same kind from the same place. */
  const isBack = (caller: Caller): PageState | undefined => {
    const back =
      lost.find(({ page }) => page === caller.page) ??
      lost.find(
        ({ role, monitor, output, address }) =>
          role === caller.role && monitor === caller.monitor && output === caller.output && address === caller.address,
      );
    if (back) lost = lost.filter((state) => state !== back);
    return back;
  };
  const asOfNow = (state: PageState): PageState =>
    state.report === null ? state : { ...state, report: lately.get(state)?.said() ?? null };

  return {
    hello(caller) {
      const back = isBack(caller);
      const counted = (back?.page === caller.page && lately.get(back)) || createLately(now);
      let saidAtLook = -1;
      let state: PageState = { ...caller, sinceMs: now(), lost: false, report: null };
      const become = (next: PageState, draws: AirPage | undefined) => {
        here.delete(state);
        state = next;
        if (draws) drew.set(state, draws);
        lately.set(state, counted);
        changed();
      };
      here.add(state);
      lately.set(state, counted);
      const before = back && drew.get(back);
      if (before) drew.set(state, { ...before, page: caller.page });
      changed();
      return {
        report(report) {
          if (!here.has(state)) return;
          counted.report(report);
          if (saidAtLook === looks) beLooked();
          saidAtLook = looks;
          become(
            { ...state, report },
            {
              page: caller.page,
              output: caller.output,
              lives: report.lives,
              lostAtMs: null,
            },
          );
          here.add(state);
        },
        end(how) {
          if (!here.has(state)) return;
          if (saidAtLook === looks) beLooked();
          const draws = drew.get(state);
          become({ ...state, sinceMs: now(), lost: true }, draws && { ...draws, lostAtMs: draws.lostAtMs ?? now() });
          if (how === 'lost') lost = [...lost, state];
          forgetOld();
        },
      };
    },
    pages() {
      forgetOld();
      if (now() >= untilMs) pages = null;
      if (pages) return pages;
      const all = [...lost, ...here];
      pages = { counts: countsOf(all), list: listOf(all.map(asOfNow)).map(withoutValues) };
      untilMs = Math.min(...all.map((state) => lately.get(state)?.untilMs() ?? Number.POSITIVE_INFINITY));
      return pages;
    },
    air() {
      looks += 1;
      forgetOld();
      air ??= [...lost, ...here]
        .filter((page) => isProgram(page) && !page.monitor)
        .flatMap((page) => drew.get(page) ?? []);
      return air;
    },
    shown(wanted) {
      if (shown?.drawn === wanted.drawn) return shown.all;
      const programs = [...here].filter(isProgram);
      const all = {
        air: shownBy(
          programs.filter(({ monitor }) => !monitor),
          wanted,
        ),
        monitors: shownBy(
          programs.filter(({ monitor }) => monitor),
          wanted,
        ),
      };
      shown = { drawn: wanted.drawn, all };
      return all;
    },
  };
}

/** With which values it draws what is told often enough, and not here. */
const withoutValues = (page: PageState): PageState =>
  page.report === null
    ? page
    : { ...page, report: { ...page.report, lives: page.report.lives.map(({ item: _, ...life }) => life) } };

const isProgram = ({ role }: PageState): boolean => role === 'program';

function countsOf(all: readonly PageState[]): readonly PageCount[] {
  const kinds = new Map<string, PageCount>();
  for (const { role, monitor, lost } of all) {
    const key = `${role} ${monitor}`;
    const held = kinds.get(key) ?? { role, monitor, count: 0, lost: 0 };
    kinds.set(key, { ...held, count: held.count + (lost ? 0 : 1), lost: held.lost + (lost ? 1 : 0) });
  }
  return [...kinds.values()].sort((a, b) => byRole(a, b) || Number(a.monitor) - Number(b.monitor));
}

/** Lost ones first, then those with something amiss, then by their role. */
function listOf(all: readonly PageState[]): readonly PageState[] {
  const amiss = ({ lost, report }: PageState): number =>
    lost ? 0 : report && (report.faults.length > 0 || report.missing.length > 0 || report.gpuLost > 0) ? 1 : 2;
  return all.toSorted((a, b) => amiss(a) - amiss(b) || byRole(a, b)).slice(0, LISTED);
}

const byRole = (a: PageCount | PageState, b: PageCount | PageState): number =>
  a.role < b.role ? -1 : a.role > b.role ? 1 : 0;
