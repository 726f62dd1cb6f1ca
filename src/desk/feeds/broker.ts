import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { type ServerAddress, serverAddressOf } from './server-address.ts';

/** A broker, and what of it is followed. */
export interface Broker {
  readonly server: ServerAddress;
  readonly filters: readonly string[];
  /** The broker keeps for this name what was published while nobody was here: the same for one desk every day, another for each. */
  readonly clientId: string;
}

/**
 * `mqtt://user:password@broker:1883/owntracks/#`, or `mqtts:`; who comes may also be said by MQTT_USER and MQTT_PASSWORD.
 * `usual` is followed where it names no topic; `folder` is that of the desk's tapes. Null for what is no such address.
 */
export function brokerOf(address: string, usual: readonly string[], folder: string): Broker | null {
  const { MQTT_USER: user, MQTT_PASSWORD: password } = process.env;
  const server = serverAddressOf(address, { user, password });
  if (!server || !/^mqtts?:$/.test(server.protocol)) return null;
  const filters = server.path === '' ? usual : [server.path];
  const desk = JSON.stringify([hostname(), resolve(folder), server.protocol, server.host, filters]);
  const clientId = `ardoise-${createHash('sha256').update(desk).digest('hex').slice(0, 12)}`;
  return { server, filters, clientId };
}
