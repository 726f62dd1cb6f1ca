import type { Parse, Parsed } from '../feed.ts';
import { type Json, jsonOf, numberOf, recordOf } from '../json.ts';
import { createSeen } from '../seen.ts';
import { allParsed, createTrackerBook, faultSaid } from '../tracker-book.ts';
import { arrayIn, deviceIdOf, namedTrackerOf, positionOf } from './message.ts';

export const TRACCAR = 'traccar';

/**
 * What a server of Traccar tells: `start` is `{"at","utcOffsetMin"}`, `message` `{"at","body":{"devices","positions"}}`
 * as its socket says it, whether it came by that, was asked for, or was brought to the door. What comes twice is taken
 * once.
 */
export function traccarParse(): Parse {
  const book = createTrackerBook(TRACCAR);
  const isAgain = createSeen();

  function device(told: Json): Parsed {
    const tracker = namedTrackerOf(told);
    // Of one that is known a server may say only that it is heard.
    if (!tracker && book.get(deviceIdOf(told.id) ?? '')) return nothing;
    if (!tracker) return faultSaid('the server tells of a device without a name; it was left out');
    if (told.disabled === true) return nothing;
    return book.put(tracker);
  }

  function position(told: Json, atMs: number): Parsed {
    const id = deviceIdOf(told.deviceId);
    const tracker = id === null ? undefined : book.get(id);
    if (id === null || !tracker)
      return faultSaid(`a place of device ${id ?? 'nobody'}, which the server does not name, was left out`);
    const fix = positionOf(told, atMs);
    if (fix === null || (typeof fix !== 'string' && isAgain(id, `${fix.fixMs} ${fix.lat} ${fix.lon}`))) return nothing;
    return typeof fix === 'string'
      ? faultSaid(`the tracker ${tracker.called}: ${fix}`)
      : book.places(tracker, [fix], atMs);
  }

  return ({ topic, text }) => {
    const told = recordOf(jsonOf(text));
    const atMs = numberOf(told?.at);
    if (!told || atMs === null) return faultSaid(`what came as "${topic}" cannot be read; it was left out`);
    if (topic === 'start') return book.start(numberOf(told.utcOffsetMin) ?? 0);
    const body = recordOf(told.body);
    if (topic !== 'message' || !body) return faultSaid(`the server says nothing called "${topic}"; it was left out`);
    return allParsed([
      ...arrayIn(body, 'devices').map(device),
      ...arrayIn(body, 'positions').map((one) => position(one, atMs)),
    ]);
  };
}

const nothing: Parsed = { events: [], faults: [] };
