import { type PastRaces, recordedPast } from '../../insight/past.ts';
import type { Race } from '../../race/race.ts';
import type { Playable, Timed } from '../feeds/feed.ts';
import { createIntake, type Intake } from '../intake.ts';
import type { Notices } from '../notices.ts';

/** What was wrong with these inputs was said when they came in. */
const said: Notices = { add: () => {}, stand: () => {}, list: () => [] };

/** The race of what is rendered, folded onwards by the engine of a desk; a step back in its time folds it anew. */
export interface RaceTrack {
  /** Takes in what had come by this moment of the race; whether there was any, or all of it came again. */
  to(atMs: number): boolean;
  /** What time alone tells is entered. When this is called is part of what the race becomes. */
  advance(atMs: number): void;
  race(atMs: number): Race | null;
}

export function createRaceTrack(playable: Playable, laps: number | null, history: PastRaces = recordedPast): RaceTrack {
  let intake: Intake = begun();
  let coming = played();
  let next = coming.next();
  let reachedMs = Number.NEGATIVE_INFINITY;

  function begun(): Intake {
    return createIntake({ source: playable, notices: said, laps, history, wallMs: null });
  }
  function played(): Iterator<Timed> {
    return playable.play(Number.NEGATIVE_INFINITY)[Symbol.iterator]();
  }
  return {
    to(atMs) {
      let isNew = atMs < reachedMs;
      if (isNew) {
        intake = begun();
        coming = played();
        next = coming.next();
      }
      reachedMs = atMs;
      for (; !next.done && next.value.atMs <= atMs; next = coming.next()) {
        intake.take(next.value);
        isNew = true;
      }
      return isNew;
    },
    advance: (atMs) => intake.advance(atMs),
    race: (atMs) => intake.race(atMs),
  };
}
