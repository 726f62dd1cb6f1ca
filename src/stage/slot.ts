import type { Edition } from '../edition/edition.ts';
import { type Manifest, withDefaults } from '../show/manifest.ts';
import type { Item } from '../show/show.ts';
import type { Layer } from '../show/zones.ts';
import { messageOf, remedies } from './fault.ts';
import { AGEING_S, type Freshness, freshnessOf, LATE_S, type News } from './freshness.ts';
import { Graphic } from './graphic.ts';
import type { Inbox } from './inbox.ts';
import type { Supplies } from './kit/kit.ts';
import { isNothing, type Nothing, nothing, type Overlay } from './overlay.ts';
import type { Picture } from './picture.ts';
import type { StageTime } from './time.ts';

/** `waiting` is wanted, but there is nothing true to show. */
export type Life = 'off' | 'waiting' | 'entering' | 'on' | 'leaving' | 'failed';

/** What a slot is given by its stage. */
export interface Ground {
  readonly edition: Edition;
  readonly supplies: Supplies;
  readonly time: StageTime;
  readonly picture: Picture;
  /** Says on the log of the page what a graphic did by itself. */
  log(text: string): void;
  fault(overlay: string, error: unknown, remedy: string): void;
}

/** What is true in one frame. */
export interface Moment {
  readonly timeMs: number;
  readonly told: Inbox;
  /** On the clock of the race. */
  readonly nowMs: number;
  /** Whatever changes in it changes at once. */
  readonly cut: boolean;
}

/** One graphic that holds a layer, from the moment that it is taken until it has left. */
export class Slot {
  life: Life = 'off';
  /** Why a graphic that is wanted is not seen, is old or goes, in one phrase; null where nothing is amiss. */
  why: string | null = null;
  /** The operator's wish. Whether it shows depends on what is true, too. */
  wanted = true;
  #overlay: Overlay;
  #ground: Ground;
  #item: Item;
  #cut: boolean;
  #standing: Graphic | null = null;
  /** What the view was last selected from. */
  #seen: { readonly moment: Moment; readonly item: Item; readonly news: News } | null = null;
  #said: unknown = null;
  #nextGlideMs = 0;

  constructor(overlay: Overlay, item: Item, cut: boolean, ground: Ground) {
    this.#overlay = overlay;
    this.#item = item;
    this.#cut = cut;
    this.#ground = ground;
  }

  get overlay(): string {
    return this.#overlay.manifest.id;
  }

  /** Taken, or taken again while it leaves. */
  take(item: Item, cut: boolean): void {
    this.#item = item;
    this.wanted = true;
    this.#cut ||= cut;
  }

  /** Whether another overlay can go on in its nodes. */
  unfoldsTo({ draw }: Overlay): boolean {
    return this.#overlay.draw === draw;
  }

  /** Goes on as another overlay that draws alike. */
  unfold(overlay: Overlay, item: Item, cut: boolean): void {
    this.#overlay = overlay;
    this.#seen = null;
    this.take(item, cut);
  }

  out(cut: boolean): void {
    this.wanted = false;
    this.#cut ||= cut;
  }

  /** Nothing of it is in the picture, and nobody wants it back. */
  get over(): boolean {
    return !this.wanted && (this.life === 'off' || this.life === 'failed');
  }

  /** Lives through one frame; says when it wants the next, in time of the clock. */
  frame(moment: Moment): number {
    if (this.life === 'failed') return Infinity;
    try {
      this.#cut ||= moment.cut;
      this.#arrive();
      const age = this.#ageIn(moment);
      const said = this.#say(moment, age);
      if (isNothing(said)) this.#hide(said.why);
      else this.#show(said, age?.state ?? 'fresh');
      this.#cut = false;
      return this.#next(moment, age);
    } catch (error) {
      this.#fail(error);
      return Infinity;
    }
  }

  /** Says when it wants a frame, without living through one: now, where a frame would change anything. */
  glance(moment: Moment): number {
    if (this.life === 'failed') return Infinity;
    try {
      const age = this.#ageIn(moment);
      const said = this.#say(moment, age);
      return this.#stands(said, age?.state ?? 'fresh') ? this.#next(moment, age) : moment.timeMs;
    } catch {
      // The frame will meet it again, and fail.
      this.#seen = null;
      return moment.timeMs;
    }
  }

  /** Whether all is as it is said to be, and nothing is under way. */
  #stands(said: unknown, news: Freshness['state']): boolean {
    if (this.#cut) return false;
    if (isNothing(said)) return this.life === 'waiting' && this.why === said.why;
    return this.life === 'on' && this.why === this.#whyOld(news) && this.#standing?.shows(said) === true;
  }

  /** At once, out of the picture. */
  end(): void {
    this.wanted = false;
    this.#gone();
  }

  #fail(error: unknown): void {
    this.life = 'failed';
    this.why = messageOf(error);
    this.#ground.fault(this.overlay, error, remedies.threw(this.overlay));
    this.#vanish();
  }

  /** Its nodes are worth nothing any more: it is built again as it stood, without animation. */
  rebuild(ground: Ground): void {
    this.#ground = ground;
    if (!this.#standing) return;
    this.#vanish();
    this.#cut = true;
  }

  get #manifest(): Manifest {
    return this.#overlay.manifest;
  }

  #arrive(): void {
    const end = this.#standing?.arrived();
    if (end === 'on') this.life = 'on';
    if (end === 'off') this.#gone();
  }

  /** What there is to show in this moment, or why there is nothing. */
  #say(moment: Moment, age: Freshness | null): unknown {
    if (!this.wanted) return nothing('it is taken out');
    if (!age) return nothing('no word of the race yet');
    return age.state === 'out' ? this.#tooOld(this.#manifest.hold.outS) : this.#select(moment, age.state);
  }

  #ageIn({ told, nowMs }: Moment): Freshness | null {
    return told.race && freshnessOf(told.race, this.#manifest.hold, nowMs, told.raceClock.rate);
  }

  /** Why what is shown is to be read with care; null where it is not. */
  #whyOld(news: Freshness['state']): string | null {
    return news === 'fresh' ? null : this.#tooOld(news === 'late' ? LATE_S : AGEING_S).why;
  }

  /** True for as long as it stays so: the phrase does not grow older with the data. */
  #tooOld(limitS: number): Nothing {
    return nothing(`its data is more than ${limitS} s old`);
  }

  /** What `select` says of this moment: on news, and where the clock alone moves it, at its own pace. */
  #select(moment: Moment, news: News): unknown {
    const { told, timeMs, nowMs } = moment;
    const seen = this.#seen;
    const glides = this.#manifest.glideHz > 0;
    const due =
      seen?.item !== this.#item ||
      seen.news !== news ||
      seen.moment.told.items !== told.items ||
      seen.moment.told.race !== told.race ||
      (glides &&
        (seen.moment.told.raceClock !== told.raceClock || (told.raceClock.rate > 0 && timeMs >= this.#nextGlideMs)));
    if (!due || !told.race) return this.#said;
    this.#seen = { moment, item: this.#item, news };
    this.#nextGlideMs = timeMs + 1000 / this.#manifest.glideHz;
    const params = withDefaults(this.#manifest, this.#item.params);
    const { edition } = this.#ground;
    const { step } = this.#item;
    const beside = (Object.keys(told.items) as Layer[]).filter((layer) => layer !== this.#manifest.layer);
    this.#said = this.#overlay.select({ race: told.race, edition, params, step, news, beside, now: nowMs });
    return this.#said;
  }

  #show(view: unknown, news: Freshness['state']): void {
    const cut = this.#cut;
    this.why = this.#whyOld(news);
    // What is under way, and what a new view would move, is at once where it ends: it is built again.
    if (cut) this.#vanish();
    if (!this.#standing) {
      this.#standing = this.#build(view);
      this.#standing.enter(cut);
      this.life = 'entering';
      if (cut) this.#arrive();
      return;
    }
    if (this.life === 'leaving') {
      this.#standing.turn();
      this.life = 'entering';
    }
    this.#standing.update(view);
  }

  #build(view: unknown): Graphic {
    const { picture, supplies, time } = this.#ground;
    const animations = time.animations((error) => this.#fail(error));
    try {
      return new Graphic(() => this.#overlay.draw({ ...supplies, animations }), picture, animations, view);
    } catch (error) {
      animations.end();
      throw error;
    }
  }

  #hide(why: string): void {
    this.why = this.wanted ? why : null;
    if (!this.#standing) this.#rest();
    else if (this.#cut) this.#gone();
    else if (this.life !== 'leaving') this.#leave(why);
  }

  #leave(why: string): void {
    if (!this.#standing) return;
    if (this.wanted) this.#ground.log(`${this.overlay} leaves by itself: ${why}`);
    this.#standing.leave();
    this.life = 'leaving';
  }

  #gone(): void {
    this.#vanish();
    this.life = this.wanted ? 'waiting' : 'off';
  }

  /** Nothing of it is in the picture. */
  #rest(): void {
    if (this.wanted && this.life !== 'waiting') this.#ground.log(`${this.overlay} waits: ${this.why}`);
    this.life = this.wanted ? 'waiting' : 'off';
  }

  #vanish(): void {
    const standing = this.#standing;
    this.#standing = null;
    standing?.destroy();
  }

  #next({ timeMs, told }: Moment, age: Freshness | null): number {
    if (!this.wanted || !this.#standing) return Infinity;
    const glideMs = this.#manifest.glideHz > 0 && told.raceClock.rate > 0 ? this.#nextGlideMs : Infinity;
    return Math.min(glideMs, timeMs + (age?.changesInMs ?? Infinity));
  }
}
