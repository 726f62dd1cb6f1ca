import { momentOf } from '../device-fix.ts';
import { jsonOf, numberOf, recordOf } from '../json.ts';
import { arrayIn, deviceIdOf, fixTimeOf } from './message.ts';

/** What was told already, so that the server is asked for what is missing; a desk that was killed has it from its tape. */
export interface PlacesTold {
  note(topic: string, text: string): void;
  /** From when on a device is to be asked for: its newest place, else when the race began; null where that is not known. */
  sinceMs(id: string): number | null;
}

export function createTold(): PlacesTold {
  /** By device. */
  const newest = new Map<string, number>();
  let begunMs: number | null = null;
  return {
    note(topic, text) {
      const told = recordOf(jsonOf(text));
      if (topic === 'start') begunMs ??= numberOf(told?.at);
      for (const position of arrayIn(recordOf(told?.body) ?? {}, 'positions')) {
        const [id, fixMs] = [deviceIdOf(position.deviceId), momentOf(fixTimeOf(position))];
        if (id !== null && fixMs !== null && fixMs > (newest.get(id) ?? 0)) newest.set(id, fixMs);
      }
    },
    sinceMs: (id) => newest.get(id) ?? begunMs,
  };
}
