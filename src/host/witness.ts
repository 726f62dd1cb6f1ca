import { type Items, itemOf, sameItem } from '../show/show.ts';
import type { OverlayLife } from '../stage/layers.ts';
import type { Stage } from '../stage/stage.ts';
import { LONGEST, LONGEST_LINE, type WordsTold } from '../wire/crew/report.ts';
import type { WitnessStand } from './link-witness.ts';
import { takeStill, whenIdle } from './still.ts';

/** While the words of a graphic change they are told so often at most; when it comes, changes and goes, at once. */
const EVERY_MS = 10_000;

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
    for (const one of seen()) tell(one);
  };

  stand.hear({
    appoint(isWitness) {
      clearInterval(timer);
      timer = isWitness ? setInterval(now, EVERY_MS) : undefined;
      told.clear();
      frames = -1;
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
        if (isSeen && !(next && sameItem(next, one.item))) tell(one);
      }
    },
    look() {
      if (timer === undefined) return;
      const lives = seen();
      for (const overlay of told.keys()) if (!lives.some((one) => one.overlay === overlay)) told.delete(overlay);
      for (const one of lives) if (told.get(one.overlay)?.state !== stateOf(one.life, one.item)) tell(one);
    },
    close: () => clearInterval(timer),
  };
}

/** Another one is told at once. */
const stateOf = (life: OverlayLife['life'], { params, step }: Pick<WordsTold, 'params' | 'step'>): string =>
  JSON.stringify([life, params, step]);
