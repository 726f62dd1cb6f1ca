import type { Edition } from '../edition/edition.ts';
import type { Race } from '../race/race.ts';
import type { Item } from '../show/show.ts';
import { messageOf, remedies } from './fault.ts';
import { type Freshness, isFresher } from './freshness.ts';
import { Graphic } from './graphic.ts';
import type { Supplies } from './kit/kit.ts';
import { isNothing, type Overlay } from './overlay.ts';
import type { Picture } from './picture.ts';
import { type Moment, nothingSaid, type Said, Speaker } from './speaker.ts';
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
  /** Of what was said in the last frame. */
  #age: Freshness['state'] = 'fresh';
  /** There is news after none, and nothing was shown of it yet. */
  #isBack = false;
  #standing: Graphic | null = null;
  #speaker: Speaker;

  constructor(overlay: Overlay, item: Item, cut: boolean, ground: Ground) {
    this.#overlay = overlay;
    this.#speaker = new Speaker(overlay);
    this.#item = item;
    this.#cut = cut;
    this.#ground = ground;
  }

  /** With which values it is drawn, or was when it was taken out. */
  get item(): Item {
    return this.#item;
  }

  /** What is to be read in it at this moment. */
  words(): readonly string[] {
    return this.#standing?.words() ?? [];
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
    this.#speaker = new Speaker(overlay);
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
      const said = this.#say(moment);
      this.#hear(said, moment.told.race?.learning ?? null);
      if (isNothing(said.view)) this.#hide(said.view.why);
      else this.#show(said);
      this.#cut = false;
      return this.#next(said);
    } catch (error) {
      this.#fail(error);
      return Infinity;
    }
  }

  /** Says when it wants a frame, without living through one: now, where a frame would change anything. */
  glance(moment: Moment): number {
    if (this.life === 'failed') return Infinity;
    try {
      const said = this.#say(moment);
      return this.#stands(said) ? this.#next(said) : moment.timeMs;
    } catch {
      // The frame will meet it again, and fail.
      this.#speaker.forget();
      return moment.timeMs;
    }
  }

  /** Whether all is as it is said to be, and nothing is under way. */
  #stands({ view, old }: Said): boolean {
    if (this.#cut) return false;
    if (isNothing(view)) return this.life === 'waiting' && this.why === view.why;
    return this.life === 'on' && this.why === old && this.#standing?.shows(view) === true;
  }

  /**
   * News after none: whatever is new with it is so at once, and what had left is there again as if it had never. So it is
   * until something is shown of it, and the race is learnt.
   */
  #hear({ age, view }: Said, learning: Race['learning']): void {
    if (age === null) return;
    this.#isBack ||= isFresher(age, this.#age);
    this.#age = age;
    if (!this.#isBack) return;
    this.#cut ||= !(this.life === 'on' && this.#standing?.shows(view));
    this.#isBack = isNothing(view) || learning !== null;
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

  #arrive(): void {
    const end = this.#standing?.arrived();
    if (end === 'on') this.life = 'on';
    if (end === 'off') this.#gone();
  }

  #say(moment: Moment): Said {
    return this.wanted ? this.#speaker.say(moment, this.#item, this.#ground.edition) : nothingSaid('it is taken out');
  }

  #show({ view, old }: Said): void {
    const cut = this.#cut;
    this.why = old;
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

  #next({ nextMs }: Said): number {
    return this.wanted && this.#standing ? nextMs : Infinity;
  }
}
