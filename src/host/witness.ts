import { type Items, itemOf, sameItem } from '../show/show.ts';
import type { OverlayLife } from '../stage/layers.ts';
import type { Stage } from '../stage/stage.ts';
import { LONGEST, LONGEST_LINE, type WordsTold } from '../wire/crew/report.ts';
import type { WitnessStand } from './link-witness.ts';
import { takeStill, whenIdle } from './still.ts';

/** While the words of a graphic change they are told so often at most; when it comes, changes and goes, at once. */
const EVERY_MS = 10_000;
/** What goes over into other values has both in the picture for a moment: it is told when it has settled. */
const SETTLED_MS = 1000;

/** Tells the desk that asked for it what is to be read in this picture, and how it looks. A page that is not asked does nothing. */
export interface Witness {
  /** These are wanted from now on: what is about to change or to go is told as it stands. Call it before the stage is. */
  before(items: Items): void;
  /** Call it after each change of a life. */
  look(): void;
  close(): void;
}

type Witnessed = Pick<Stage, 'lives' | 'words' | 'picture' | 'supplies' | 'frames'>;

export function createWitness(stage: Witnessed, stand: WitnessStand): Witness {
  /** What was told last of each graphic that is seen, and how it stood then. */
  const told = new Map<string, { readonly text: string; readonly state: string }>();
  /** What is on its way in. */
  const entered = new Set<string>();
  /** What has changed and is told soon, by its overlay. */
  const settling = new Map<string, { readonly state: string; readonly timer: ReturnType<typeof setTimeout> }>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let frames = -1;
  let isTaking = false;

  const seen = (): readonly OverlayLife[] => stage.lives().filter(({ life }) => life === 'on' || life === 'leaving');
  const tell = ({ overlay, life, item: { params, step } }: OverlayLife) => {
    const words = stage.words(overlay).slice(0, LONGEST.list);
    if (words.length === 0) return;
    const all: WordsTold = { overlay, params, step, words: words.map((line) => line.slice(0, LONGEST_LINE)) };
    const text = JSON.stringify(all);
    if (told.get(overlay)?.text !== text) stand.words(all);
    told.set(overlay, { text, state: stateOf(life, all) });
  };
  const now = () => {
    if (stage.frames === frames) return;
    frames = stage.frames;
    for (const one of seen()) if (!settling.has(one.overlay)) tell(one);
  };
  const tellSettled = (overlay: string, state: string) => {
    const held = settling.get(overlay);
    if (held?.state === state) return;
    clearTimeout(held?.timer);
    const settle = () => {
      settling.delete(overlay);
      for (const one of seen()) if (one.overlay === overlay) tell(one);
    };
    settling.set(overlay, { state, timer: setTimeout(settle, SETTLED_MS) });
  };
  const forget = () => {
    for (const { timer } of settling.values()) clearTimeout(timer);
    settling.clear();
    entered.clear();
    told.clear();
    frames = -1;
  };

  stand.hear({
    appoint(isWitness) {
      clearInterval(timer);
      timer = isWitness ? setInterval(now, EVERY_MS) : undefined;
      forget();
      if (isWitness) now();
    },
    takeStill(n) {
      if (isTaking) return;
      isTaking = true;
      whenIdle(async () => {
        const still = await takeStill(stage.picture, stage.supplies.scale).catch(() => null);
        isTaking = false;
        if (still) stand.still({ n, kind: still.kind }, still.bytes);
      });
    },
  });
  return {
    before(items) {
      if (timer === undefined) return;
      for (const one of stage.lives()) {
        const next = itemOf(items, one.overlay);
        const isSeen = ['entering', 'on'].includes(one.life);
        if (isSeen && !settling.has(one.overlay) && !(next && sameItem(next, one.item))) tell(one);
      }
    },
    look() {
      if (timer === undefined) return;
      const lives = stage.lives();
      const isThere = (overlay: string) => lives.some((one) => one.overlay === overlay);
      for (const overlay of told.keys()) if (!isThere(overlay)) told.delete(overlay);
      for (const overlay of entered) if (!isThere(overlay)) entered.delete(overlay);
      for (const one of lives) {
        const { overlay, life, item } = one;
        const state = stateOf(life, item);
        if (life === 'entering') entered.add(overlay);
        if ((life !== 'on' && life !== 'leaving') || told.get(overlay)?.state === state) continue;
        // It came in by itself, or goes so: nothing else is in its place.
        if (life === 'leaving' || entered.delete(overlay)) tell(one);
        else tellSettled(overlay, state);
      }
    },
    close() {
      clearInterval(timer);
      forget();
    },
  };
}

/** Another one is told at once. */
const stateOf = (life: OverlayLife['life'], { params, step }: Pick<WordsTold, 'params' | 'step'>): string =>
  JSON.stringify([life, params, step]);
