import type { RaceEvent } from '../race/event.ts';
import type { RadioMessage } from '../wire/crew/half.ts';

/** A producer reads what is new; the rest is on the tape. */
const KEPT = 8;

/** The last words of race radio, newest first. */
export function createRadio() {
  let messages: readonly RadioMessage[] = [];
  return {
    hear(event: RaceEvent): void {
      if (event.kind !== 'race-radio') return;
      const { atMs, text } = event;
      if (messages.some((one) => one.atMs === atMs && one.text === text)) return;
      messages = [{ atMs, text }, ...messages].sort((a, b) => b.atMs - a.atMs).slice(0, KEPT);
    },
    messages: () => messages,
  };
}
