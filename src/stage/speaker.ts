import type { Edition } from '../edition/edition.ts';
import { noInsight } from '../insight/insight.ts';
import { leavesAfterS } from '../show/loss.ts';
import { withDefaults } from '../show/manifest.ts';
import type { Item } from '../show/show.ts';
import type { Layer } from '../show/zones.ts';
import { type Freshness, freshnessOf, type News, sinceS } from './freshness.ts';
import type { Inbox } from './inbox.ts';
import { type Datum, type Nothing, nothing, type Overlay, type Saying } from './overlay.ts';
import { sameView } from './same-view.ts';

/** What is true in one frame. */
export interface Moment {
  readonly timeMs: number;
  readonly told: Inbox;
  /** On the clock of the race. */
  readonly nowMs: number;
  /** What was said in it so far: each adds what he says, zone by zone. */
  readonly heard: Datum[];
  /** Whatever changes in it changes at once. */
  readonly cut: boolean;
}

export interface Said {
  /** What there is to show, or why there is nothing. */
  readonly view: unknown;
  /** How old the data is that it is said of; null where that is not the question. */
  readonly age: Freshness['state'] | null;
  /** Why it is to be read with care; null where it is not. */
  readonly old: string | null;
  /** When it will be something else by itself, in time of the clock. */
  readonly nextMs: number;
}

/** Of what is not shown whatever is true. */
export const nothingSaid = (why: string): Said => ({ view: nothing(why), age: null, old: null, nextMs: Infinity });

/** Asks an overlay for its words: on news, and where the clock alone moves them, at their own pace. */
export class Speaker {
  readonly #overlay: Overlay;
  /** What the view was last selected from. */
  #seen: { readonly moment: Moment; readonly item: Item; readonly news: News; readonly heard: Datum[] } | null = null;
  #view: unknown = null;
  #nextGlideMs = 0;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
  }

  say(moment: Moment, item: Item, edition: Edition): Said {
    const { manifest } = this.#overlay;
    const { glideHz } = manifest;
    const { told, timeMs, nowMs } = moment;
    const outS = leavesAfterS(manifest, told.loss ?? {});
    const age = told.race && freshnessOf(told.race, outS, nowMs, told.raceClock.rate);
    if (!age) return nothingSaid('no word of the race yet');
    const view = age.state === 'out' ? tooOld(outS ?? 0) : this.#select(moment, item, edition, age.state);
    moment.heard.push(...saidIn(view));
    const oldS = age.state === 'out' ? outS : sinceS(age.state);
    const old = oldS === null ? null : tooOld(oldS).why;
    const glideMs = glideHz > 0 && told.raceClock.rate > 0 ? this.#nextGlideMs : Infinity;
    return { view, age: age.state, old, nextMs: Math.min(glideMs, timeMs + age.changesInMs) };
  }

  /** Asks again, whatever was said. */
  forget(): void {
    this.#seen = null;
  }

  #select(moment: Moment, item: Item, edition: Edition, news: News): unknown {
    const { told, timeMs, nowMs } = moment;
    if (!told.race || !this.#isDue(moment, item, news)) return this.#view;
    const { manifest, select } = this.#overlay;
    const heard = [...moment.heard];
    this.#seen = { moment, item, news, heard };
    this.#nextGlideMs = timeMs + 1000 / manifest.glideHz;
    const params = withDefaults(manifest, item.params);
    const beside = (Object.keys(told.items) as Layer[]).filter((layer) => layer !== manifest.layer);
    const { race, replay } = told;
    const { insight = noInsight } = race;
    this.#view = select({ race, insight, edition, params, step: item.step, news, beside, heard, replay, now: nowMs });
    return this.#view;
  }

  #isDue({ told, timeMs, heard }: Moment, item: Item, news: News): boolean {
    const seen = this.#seen;
    if (seen?.item !== item || seen.news !== news || !sameView(seen.heard, heard)) return true;
    const { items, race, replay, raceClock } = seen.moment.told;
    if (items !== told.items || race !== told.race || replay !== told.replay) return true;
    const glides = this.#overlay.manifest.glideHz > 0;
    return glides && (raceClock !== told.raceClock || (told.raceClock.rate > 0 && timeMs >= this.#nextGlideMs));
  }
}

/** True for as long as it stays so: the phrase does not grow older with the data. */
const tooOld = (limitS: number): Nothing => nothing(`its data is more than ${limitS} s old`);

const saidIn = (view: unknown): readonly Datum[] => (view as Partial<Saying> | null)?.says ?? [];
