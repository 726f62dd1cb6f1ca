import { afterConfirm, afterDismiss, afterTold, isConfirmable, nothingHeld, resultId } from '../race/confirm/hold.ts';
import { type Waiting, waitingIn } from '../race/confirm/waiting.ts';
import type { Engine } from '../race/engine.ts';
import type { RaceEvent } from '../race/event.ts';
import type { Race } from '../race/race.ts';

/** Between feeds and the engine: results, classifications and incidents wait here for a hand. */
export interface Held {
  /** What of it the engine is to be told now, in this order. */
  pass(event: RaceEvent): readonly RaceEvent[];
  /** What waits, newest first; the same list while nothing of it is another. */
  waiting(race: Race | null): readonly Waiting[];
}

export function createHeld(engine: Pick<Engine, 'dated'>): Held {
  let hold = nothingHeld;
  let raceId: string | null = null;
  let list: readonly Waiting[] = [];
  let seen: readonly unknown[] = [];

  const judged = (event: RaceEvent): readonly RaceEvent[] => {
    if (!isConfirmable(event)) return [event];
    const after = afterTold(hold, event);
    hold = after.hold;
    return after.tells ? [after.tells] : [];
  };
  const dated = (event: RaceEvent): RaceEvent | null => {
    if (event.kind !== 'classification' || !event.isUndated) return event;
    const news = engine.dated(event, (mark) => hold.waiting.has(resultId(mark)));
    if (news?.kind !== 'classification') return news;
    // Its evening is known now, whatever is confirmed first.
    const { isUndated: _, ...today } = news;
    return today;
  };

  return {
    pass(event) {
      if (event.kind === 'sheet') {
        const { id } = event.sheet.info;
        if (raceId !== null && raceId !== id) hold = nothingHeld;
        raceId = id;
      }
      if (event.kind === 'dismiss') hold = afterDismiss(hold, event);
      if (event.kind === 'confirm') {
        const { hold: after, tells } = afterConfirm(hold, event);
        hold = after;
        return tells ? [tells, event] : [event];
      }
      const news = dated(event);
      return news ? judged(news) : [];
    },
    waiting(race) {
      const now = [hold, race?.standings.stage, race?.confirmed, race?.sheet];
      if (now.some((part, i) => part !== seen[i]) || seen.length === 0) list = waitingIn(hold, race);
      seen = now;
      return list;
    },
  };
}
