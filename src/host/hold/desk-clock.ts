/** Two good clocks part by less: so much of a millisecond a millisecond what was the quickest way is forgotten. */
const DRIFT = 0.0002;

/** The steady clock of the desk on the clock of this page, both in milliseconds. */
export interface DeskClock {
  /** Something that was sent at `sentMs` of the desk has come in at `arrivedMs` of the page. */
  hear(sentMs: number, arrivedMs: number): void;
  /** When it is that moment of the desk on this page: as what came in quickest says. */
  pageMs(deskMs: number): number;
}

/**
 * What travels is never early: the smallest distance between sent and arrived is nearest the truth. It is believed less
 * and less, so that clocks that part are followed.
 */
export function createDeskClock(): DeskClock {
  let apartMs = Infinity;
  let heardMs = 0;
  return {
    hear(sentMs, arrivedMs) {
      const forgotten = apartMs + Math.max(0, arrivedMs - heardMs) * DRIFT;
      apartMs = Math.min(arrivedMs - sentMs, forgotten);
      heardMs = Math.max(heardMs, arrivedMs);
    },
    pageMs: (deskMs) => deskMs + apartMs,
  };
}
