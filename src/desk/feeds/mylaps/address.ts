import { isIP } from 'node:net';

/** Where exporters come to. */
export interface ExporterPort {
  readonly port: number;
  /** The one address of this computer at which they are heard; null for all. */
  readonly host: string | null;
  /** Who may come, by address; nobody named: everybody. */
  readonly from: readonly string[];
}

/** "3097", "127.0.0.1:3097", "[::1]:3097", and "?from=192.168.1.7,192.168.1.8" behind it. Null for what is none. */
export function exporterPort(argument: string): ExporterPort | null {
  const {
    host = null,
    port,
    peers,
  } = /^(?:(?<host>\[[0-9a-f:.]+\]|[^\s:?[\]]+):)?(?<port>\d{1,5})(?:\?from=(?<peers>.*))?$/i.exec(argument.trim())
    ?.groups ?? {};
  const from = peers?.split(',').map((one) => one.trim()) ?? [];
  if (port === undefined || Number(port) > 65_535 || !from.every((one) => isIP(one))) return null;
  return { port: Number(port), host: host?.replace(/^\[|\]$/g, '') ?? null, from };
}

/** As the network calls who comes by IPv4 to a port of both kinds, "::ffff:10.0.0.7", and as people write it. */
export const peerOf = (address: string | undefined): string => address?.replace(/^::ffff:/i, '') ?? 'somewhere';

/** "port 3097, from every network of this computer" */
export function whereHeard({ host, port, from }: ExporterPort): string {
  const where =
    host === null ? `port ${port}, from every network of this computer` : `${host}:${port} of this computer alone`;
  return from.length > 0 ? `${where}, from ${from.join(' and ')} only` : where;
}
