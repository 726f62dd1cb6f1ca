import { isNothing } from '../../src/stage/overlay.ts';
import type { Drawn, unseenStage } from './unseen-stage.ts';

/** What follows from the race is thought anew four times a minute: the last news may come into it after the pull. */
const THOUGHT_S = 16;
/** Of older news nothing is expected, whatever a hand says of the graphic; what has a past to say says that. */
const EXPECTS_NOTHING_S = 60;

type Air = Awaited<ReturnType<typeof unseenStage>>;

/** What a view says that no clock moves: not where markers glide, and not how far it is to where they glide. */
function words(view: unknown): unknown {
  if (isNothing(view)) return view;
  const { groups, ridden, heroes, fact, ...others } = view as Record<string, unknown>;
  const flags = Array.isArray(groups) ? groups.map(({ at: _, ...flag }) => flag) : [];
  const labels = Array.isArray(heroes) ? heroes.map(({ label }) => label) : [];
  return { ...others, flags, labels, fact: (fact as { lead: string } | null)?.lead };
}

/** The same without what is not said of old news. */
const withoutTrend = (view: unknown): unknown =>
  JSON.parse(
    JSON.stringify(words(view), (key, value) =>
      key === 'trend' || key === 'beside' || key === 'groups' ? null : value,
    ),
  );

interface Row {
  readonly trend?: unknown;
  readonly value?: { readonly text: string; readonly isWord?: boolean };
}
const rowsIn = (view: unknown): readonly Row[] => (view as { rows?: readonly Row[] }).rows ?? [];
const flagsIn = (view: unknown): number => (view as { groups: readonly unknown[] }).groups.length;
const figureIn = (view: unknown): string => (view as { header?: { figure: string } }).header?.figure ?? '';

/** Everything that is wrong with what one graphic does while the feed is pulled, second by second, in words. */
export class Watch {
  readonly wrong: string[] = [];
  readonly air: Air;
  readonly #outS: number;
  /** What stood there when the feed was pulled. */
  #known: unknown = null;
  #wasOn = false;
  /** Nothing was drawn of the news that is back. */
  #awaited = false;

  constructor(air: Air, outS: number) {
    this.air = air;
    this.#outS = air.manifest.tells === 'forecasts' ? Math.min(outS, EXPECTS_NOTHING_S) : outS;
  }

  #say(atS: number, what: string): void {
    this.wrong.push(`${this.air.manifest.id} at ${atS} s: ${what}`);
  }

  known(): void {
    this.#known = this.air.view();
    this.#wasOn = this.air.life() === 'on';
    this.#awaited = false;
  }

  /** `ageS` since the last news. */
  silent(ageS: number, atS: number): void {
    if (!this.#wasOn) return;
    const { manifest } = this.air;
    const life = this.air.life();
    const isOut = ageS >= this.#outS;
    // What was expected may be due, and over, a moment earlier, or stand until it is thought of once more.
    const sinceOutS = ageS - this.#outS;
    if (manifest.tells === 'forecasts' && sinceOutS > -1 && sinceOutS < THOUGHT_S) return;
    if (isOut !== (life !== 'on')) this.#say(atS, `${life}, ${ageS} s after the last news`);
    if (isOut || life !== 'on') return;
    const view = this.air.view();
    if (ageS < THOUGHT_S && manifest.tells !== undefined) this.#known = view;
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    if (ageS < 10 && manifest.id !== 'last-km' && !same(words(view), words(this.#known)))
      this.#say(atS, `other words: ${JSON.stringify(words(view))}, not ${JSON.stringify(words(this.#known))}`);
    if (ageS >= 10 && ageS < 30 && manifest.layer === 'stack') {
      if (!same(withoutTrend(view), withoutTrend(this.#known))) this.#say(atS, 'other values');
      if (rowsIn(view).some(({ trend }) => trend)) this.#say(atS, 'a trend');
      if (/km\/h/.test(JSON.stringify(view))) this.#say(atS, 'a speed');
    }
    if (ageS >= 30) this.#late(view, ageS, atS);
  }

  #late(view: unknown, ageS: number, atS: number): void {
    const { id } = this.air.manifest;
    const figures = [
      figureIn(view),
      ...rowsIn(view).flatMap(({ value }) => (value?.isWord ? [] : (value?.text ?? ''))),
    ];
    const bold = figures.filter((text) => /\d/.test(text) && !text.startsWith('~'));
    if (id !== 'position-tower' && bold.length > 0) this.#say(atS, `no estimate: ${bold.join(' ')}`);
    const { heroes = [], fact = null, groups = [] } = view as Record<string, unknown[]> & { fact?: { lead: string } };
    if (id === 'climb-card' && !heroes.some((hero) => String((hero as { figure: string }).figure).startsWith('~')))
      this.#say(atS, 'no estimate on the climb');
    if (id === 'rider-strap' && fact && fact.lead !== 'General classification') this.#say(atS, `a fact: ${fact.lead}`);
    if (id === 'gradient-profile' && groups.length !== (ageS < 60 ? flagsIn(this.#known) : 0))
      this.#say(atS, `${groups.length} groups`);
  }

  back(): void {
    this.#awaited = true;
  }

  /** Since the feed is back: the first view of it stands at once, on nodes of its own, and comes from nowhere. */
  heard({ updates, entrances }: Drawn, atS: number): void {
    const life = this.air.life();
    if (life === 'entering' || life === 'leaving') this.#say(atS, life);
    if (updates.length === 0) return;
    if (this.#awaited) {
      if (updates.length !== 1 || updates[0]!.before !== null || entrances !== 1) this.#say(atS, 'it goes over');
      this.#awaited = false;
    }
  }
}
