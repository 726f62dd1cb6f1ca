import { allTold, type FixesTold, fixOf, nothingToFollow, unreadable } from '../device-fix.ts';
import { type Json, recordsOf } from '../json.ts';

/**
 * What the app OwnTracks sends, by HTTP or MQTT: `{"_type":"location","tst","lat","lon","vel","acc","alt","batt"}`, in
 * seconds, degrees, km/h, metres, per cent; also several in an array. What is no place, such as a greeting or a
 * waypoint, says nothing. It calls itself by the end of its topic, else by the two letters of `tid`.
 */
export const ownTracks = (message: unknown): FixesTold => allTold(recordsOf(message).map(oneTold));

/** Whether a message is of this app at all. */
export const isOwnTracks = (message: unknown): boolean =>
  recordsOf(message).some(({ _type }) => typeof _type === 'string');

/** What of a message is nobody's business, and stands on no tape: networks around, places with names, a portrait. */
const isPrivate: ReadonlySet<string> = new Set([
  ...['SSID', 'BSSID', 'inregions', 'inrids', 'poi', 'tag', 'desc', 'image', 'imagename', 'face'],
]);

/** A message without that. */
export const withoutPrivate = (message: unknown): unknown =>
  JSON.parse(JSON.stringify(message, (key, value) => (isPrivate.has(key) ? undefined : value)) ?? 'null');

function oneTold(told: Json): FixesTold {
  if (told._type === 'encrypted')
    return unreadable('it sends what is encrypted, which nobody here can read: take the encryption key out of its app');
  if (told._type !== 'location') return nothingToFollow;
  return fixOf({
    device: deviceOf(told),
    time: told.tst,
    lat: told.lat,
    lon: told.lon,
    speed: [told.vel, 1],
    altitude: told.alt,
    accuracy: told.acc,
    battery: [told.batt, 1],
  });
}

const deviceOf = ({ topic, tid }: Json): unknown => (typeof topic === 'string' && topic.split('/').at(-1)) || tid;
