import type { Edition } from '../../edition/edition.ts';
import type { Theme } from '../../edition/theme.ts';
import type { Race } from '../../race/race.ts';
import { createDrawn } from '../../show/replay.ts';
import { manualClock } from '../../stage/clock.ts';
import { createPicture } from '../../stage/create-picture.ts';
import type { RaceTime } from '../../stage/inbox.ts';
import { loadFonts } from '../../stage/kit/fonts.ts';
import type { RendererName } from '../../stage/renderer.ts';
import { Stage } from '../../stage/stage.ts';
import type { DrawnFrame } from '../../wire/offline/drawn.ts';
import type { OpenedStep, StepClock } from '../../wire/offline/step.ts';
import { foldRace } from '../../wire/parse.ts';
import type { Air } from '../../wire/public/half.ts';
import { lettersOf } from '../letters-of.ts';
import { overlays } from '../overlays.ts';
import { createCopy } from './copy.ts';

export interface FramesOptions {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly renderer: RendererName;
  /** Device pixels for one pixel of 1920 x 1080. */
  readonly scale: number;
  /** Told of a graphic that failed, in one sentence. */
  readonly onFault: (sentence: string) => void;
}

/** A stage whose time is moved by steps alone: the same steps give the same pixels. */
export interface Frames {
  /** Takes in what is new, draws that moment where something is to be drawn, and gives the picture where it is wanted. */
  step(step: OpenedStep): Promise<DrawnFrame>;
}

export async function createOfflineFrames({
  edition,
  theme,
  renderer,
  scale,
  onFault,
}: FramesOptions): Promise<Frames> {
  const [picture] = await Promise.all([createPicture(renderer), loadFonts()]);
  const stage = new Stage({
    picture,
    overlays,
    edition,
    theme,
    onFault: ({ overlay, message, count }) =>
      count === 1 && onFault(`${overlay} failed and left the picture: ${message}`),
  });
  stage.resize(scale, 1);
  const clock = manualClock(stage.frame);
  const copy = createCopy(picture, scale);
  const drawn = createDrawn([...overlays.values()].map(({ manifest }) => manifest));
  let race: Race | null = null;
  let air: Air | null = null;
  let raceClock: RaceTime = { atMs: 0, pageMs: 0, rate: 0, floorMs: -Infinity };

  /** Its letters are fetched before it is painted: there is all the time in the world. */
  const takeIn = async (step: OpenedStep) => {
    if (step.race) {
      const before = race?.sheet;
      race = foldRace(race, step.race) ?? race;
      if (race && race.sheet !== before) await loadFonts(lettersOf(race.sheet));
    }
    if (step.air) await loadFonts(JSON.stringify(step.air.program));
    air = step.air ?? air;
    if (step.clock) raceClock = timeOf(step.clock);
  };
  return {
    async step(step) {
      await takeIn(step);
      const isNews = step.race !== null || step.air !== undefined || step.clock !== undefined;
      if (air && isNews) {
        const { cut, replay, loss } = air;
        stage.tell({ race, items: drawn(air), cut, replay, loss, raceClock });
      }
      if (isNews || step.timeMs >= clock.next) clock.to(step.timeMs);
      if (!step.wanted) return { kind: 'led' };
      return copy.take(
        stage
          .lives()
          .map(({ overlay, life }) => `${overlay} ${life}`)
          .join(),
      );
    },
  };
}

const timeOf = ({ floorMs, ...clock }: StepClock): RaceTime => ({ ...clock, floorMs: floorMs ?? -Infinity });
