import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { type ServerAddress, serverAddressOf } from './server-address.ts';

/** A broker, and what of it is followed. */
export interface Broker {
  readonly server: ServerAddress;
  /** To connect to, without who comes. */
  readonly url: string;
  readonly filters: readonly string[];
  /** The broker keeps for this name what was published while nobody was here: the same for one desk every day, another for each. */
  readonly clientId: string;
}

/** Where brokers have their WebSocket, where the address does not say; those that have it elsewhere take any. */
const SOCKET_PATH = 'mqtt';

/**
 * `mqtt://user:password@broker:1883/owntracks/#`, or `mqtts:`; by a WebSocket `ws://broker:9001/mqtt?topic=owntracks/#`, or
 * `wss:`, which may also be written `mqtt+ws:`, and where the topic stands behind the path of the socket. Who comes may also be said by MQTT_USER and MQTT_PASSWORD.
 * `usual` is followed where it names no topic; `folder` is that of the desk's tapes. Null for what is no such address.
 */
export function brokerOf(address: string, usual: readonly string[], folder: string): Broker | null {
  const { MQTT_USER: user, MQTT_PASSWORD: password } = process.env;
  const server = serverAddressOf(address, { user, password });
  const protocol = /^(mqtts?:|(?:mqtt\+)?wss?:)$/.exec(server?.protocol ?? '')?.[1]?.replace('mqtt+', '');
  if (!server || protocol === undefined) return null;
  const isSocket = protocol.startsWith('ws');
  const [path = '', topic = ''] = isSocket ? server.path.split('?topic=') : ['', server.path];
  const filters = topic === '' ? usual : [topic];
  const url = `${protocol}//${server.host}${isSocket ? `/${path || SOCKET_PATH}` : ''}`;
  const desk = JSON.stringify([hostname(), resolve(folder), server.protocol, server.host, filters]);
  const clientId = `ardoise-${createHash('sha256').update(desk).digest('hex').slice(0, 12)}`;
  return { server, url, filters, clientId };
}
