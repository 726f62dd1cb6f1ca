import type { Picture } from '../stage/picture.ts';
import type { Stage } from '../stage/stage.ts';
import { LONGEST, type Report } from '../wire/crew/report.ts';
import type { ObsSource } from './obs/source.ts';

/** What a page is asked about. */
export interface Reported {
  readonly stage: Pick<Stage, 'lives' | 'faults'>;
  readonly picture: Pick<Picture, 'renderer' | 'counts'>;
  readonly droppedFrames: number;
  /** What could not be loaded: one sentence each. */
  readonly missing: readonly string[];
  /** Left out and null: it does not stand in OBS. */
  readonly obs?: ObsSource | null;
}

/** What this page shows now, for the desk; cut to what the desk reads. */
export function reportOf({ stage, picture, droppedFrames, missing, obs = null }: Reported): Report {
  const word = (text: string) => text.slice(0, LONGEST.word);
  const sentence = (text: string) => text.slice(0, LONGEST.sentence);
  return {
    // What is hidden shows nothing, whatever stands in it.
    lives: (obs?.isVisible === false ? [] : stage.lives())
      .slice(0, LONGEST.list)
      .map(({ overlay, layer, life, why, item: { params, step } }) => ({
        overlay: word(overlay),
        layer,
        life,
        why: why && sentence(why),
        item: { params, step },
      })),
    // The newest are the ones to look at.
    faults: [...stage.faults.values()].slice(-LONGEST.list).map(({ overlay, message, remedy, count }) => ({
      overlay: word(overlay),
      message: sentence(message),
      remedy: sentence(remedy),
      count,
    })),
    renderer: picture.renderer,
    gpuLost: picture.counts.contextLosses,
    droppedFrames,
    missing: missing.slice(-LONGEST.list).map(sentence),
    ...(obs && { obs: { ...obs, scene: obs.scene && word(obs.scene) } }),
  };
}
