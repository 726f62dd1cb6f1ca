import type { Delivery, FeedDoor, Receipt } from '../feed.ts';
import { type Json, jsonOf, numberOf, recordOf } from '../json.ts';
import { deviceIdOf, slimDevice } from './message.ts';

const MOST_BYTES = 200_000;

/**
 * `/api/feed/traccar`: what a server forwards, as JSON (`{"position","device"}`) or in the address (`id deviceId name lat
 * lon fixTime deviceTime valid speed altitude accuracy attributes`). `tell` gets it as the server's socket would say it.
 */
export const createForwardDoor = (tell: (body: Json, atMs: number) => Receipt): FeedDoor => ({
  name: 'traccar',
  mostBytes: MOST_BYTES,
  receive(delivery) {
    if (!delivery.mayFeed)
      return no(401, 'This desk takes places from a server with a token of the role source: npm run tokens.');
    if (delivery.body === null) return no(413, `More than ${MOST_BYTES} bytes came at once, too many.`);
    const body = forwardedIn(delivery);
    return body ? tell(body, delivery.atMs) : no(400, 'What came names no device and no position, as Traccar would.');
  },
});

const no = (status: number, error: string): Receipt => ({ status, body: { ok: false, error } });

function forwardedIn({ body, query }: Pick<Delivery, 'body' | 'query'>): Json | null {
  const told = recordOf(jsonOf(body ?? ''));
  const position = recordOf(told?.position) ?? queryPosition(query);
  const device = recordOf(told?.device) ?? queryDevice(query);
  if (!position || !device) return null;
  const id = deviceIdOf(position.deviceId) ?? deviceIdOf(device.id) ?? deviceIdOf(`unique:${String(device.uniqueId)}`);
  if (id === null) return null;
  return { devices: [{ ...slimDevice(device), id }], positions: [{ ...position, deviceId: id }] };
}

function queryPosition(query: URLSearchParams): Json | null {
  const of = (...names: readonly string[]) => names.map((name) => query.get(name)).find((value) => value !== null);
  if (of('lat', 'latitude') === undefined) return null;
  return {
    deviceId: numberOf(query.get('deviceId')),
    fixTime: of('fixTime', 'timestamp'),
    deviceTime: of('deviceTime'),
    ...(query.get('valid') === 'false' && { valid: false }),
    ...(query.get('outdated') === 'true' && { outdated: true }),
    latitude: of('lat', 'latitude'),
    longitude: of('lon', 'longitude'),
    speed: of('speed'),
    altitude: of('altitude'),
    accuracy: of('accuracy'),
    attributes: recordOf(jsonOf(of('attributes') ?? '')) ?? {},
  };
}

function queryDevice(query: URLSearchParams): Json | null {
  const uniqueId = query.get('id') ?? query.get('uniqueId');
  const name = query.get('name');
  return uniqueId === null && name === null ? null : { name, uniqueId };
}
