import { WebSocket } from 'ws';
import { ok, type Result } from '../../../wire/result.ts';
import { createComeBack, type Waits } from '../come-back.ts';
import { momentOf } from '../device-fix.ts';
import { type Json, jsonOf, recordOf } from '../json.ts';
import type { ServerAddress } from '../server-address.ts';
import { arrayIn, deviceIdOf, fixTimeOf, slimDevice, slimMessage } from './message.ts';
import { createTraccarSession, traccarUrl } from './session.ts';
import type { PlacesTold } from './told.ts';

export interface TraccarFollowed {
  readonly server: ServerAddress;
  readonly told: Pick<PlacesTold, 'sinceMs'>;
  /** What it says, as its socket says it, and when that came. */
  readonly tell: (body: Json, atMs: number) => void;
  /** In a few words, once for each time that it is lost. */
  readonly lost: (why: string) => void;
  readonly waits?: Waits;
}

const PATIENCE_MS = 15_000;
/** The server is asked so often whether it lives, and is gone when it says nothing for so long. */
const PING_MS = 20_000;
const SILENT_MS = 50_000;
const MOST_BYTES = 20_000_000;
/** A device that the server has not named yet is asked for so often. */
const UNNAMED_MS = 10_000;

/**
 * Follows a server for ever: its devices and where they were last, then all that its socket says; when it was lost, or the
 * desk was down, also where they were meanwhile. Some of that comes twice. Returns the way to stop.
 */
export function followTraccar({ server, told, tell, lost, waits }: TraccarFollowed): () => void {
  const stopping = new AbortController();
  const session = createTraccarSession(server, stopping.signal);
  const known = new Set<string>();
  let socket: WebSocket | null = null;
  let askedMs = Number.NEGATIVE_INFINITY;

  const heard = (body: Json, atMs: number) => {
    if (stopping.signal.aborted) return;
    for (const { id } of arrayIn(body, 'devices')) known.add(deviceIdOf(id) ?? '');
    tell(body, atMs);
  };

  /** Of places: a device of theirs has not been named. */
  const hasUnnamed = (positions: readonly Json[]): boolean =>
    positions.some(({ deviceId }) => !known.has(deviceIdOf(deviceId) ?? ''));

  /** Null where all is told; else why not. */
  async function askDevices(): Promise<string | null> {
    askedMs = performance.now();
    const devices = await session.list('devices');
    if (!devices.ok) return devices.error;
    heard({ devices: devices.value.map(slimDevice) }, Date.now());
    return null;
  }

  async function askPlaces(): Promise<string | null> {
    const last = await session.list('positions');
    if (!last.ok) return last.error;
    // One that came since the devices were asked for.
    const unnamed = hasUnnamed(last.value) ? await askDevices() : null;
    if (unnamed !== null) return unnamed;
    const missed: Json[] = [];
    for (const position of last.value) {
      const between = await since(position);
      // Told only whole: else nobody would know that there is a hole.
      if (!between.ok) return between.error;
      missed.push(...between.value, position);
    }
    if (missed.length > 0) heard({ positions: missed }, Date.now());
    return null;
  }

  /** Where a device was since it was last heard, up to the place where it was last. */
  async function since(position: Json): Promise<Result<readonly Json[]>> {
    const [id, toMs] = [deviceIdOf(position.deviceId), momentOf(fixTimeOf(position))];
    const fromMs = id === null ? null : told.sinceMs(id);
    if (id === null || toMs === null || fromMs === null || fromMs >= toMs) return ok([]);
    const span = { deviceId: id, from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
    const between = await session.list(`positions?${new URLSearchParams(span)}`);
    // A server that does not give them has its reasons, and they will not change.
    return !between.ok && between.error.startsWith('HTTP 4') ? ok([]) : between;
  }

  async function open() {
    const cookie = await session.cookie();
    if (stopping.signal.aborted) return;
    if (!cookie.ok) return comeBack.lost(cookie.error);
    const url = new URL('api/socket', traccarUrl(server));
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const own = new WebSocket(url, {
      headers: { cookie: cookie.value },
      handshakeTimeout: PATIENCE_MS,
      maxPayload: MOST_BYTES,
    });
    socket = own;
    let why = 'it hung up';
    const hangUp = (because: string) => {
      why = because;
      own.terminate();
    };
    let aliveMs = performance.now();
    let line = Promise.resolve();
    const inTurn = (job: () => Promise<string | null>) => {
      line = line.then(async () => {
        const wrong = own.readyState === WebSocket.OPEN ? await job() : null;
        if (wrong !== null) hangUp(wrong);
      });
    };
    const pinger = setInterval(() => {
      if (performance.now() - aliveMs > SILENT_MS) hangUp('it says nothing');
      else if (own.readyState === WebSocket.OPEN) own.ping();
    }, PING_MS);
    own.on('open', () => {
      comeBack.connected();
      inTurn(async () => (await askDevices()) ?? (await askPlaces()));
    });
    own.on('pong', () => {
      aliveMs = performance.now();
    });
    own.on('message', (data) => {
      aliveMs = performance.now();
      const atMs = Date.now();
      const body = slimMessage(recordOf(jsonOf(String(data))) ?? {});
      if (!body) return;
      comeBack.heard();
      inTurn(async () => {
        if (hasUnnamed(arrayIn(body, 'positions')) && performance.now() - askedMs > UNNAMED_MS) await askDevices();
        heard(body, atMs);
        return null;
      });
    });
    own.on('unexpected-response', (request, { statusCode }) => {
      // The session has expired: the next one is a new one.
      session.forget();
      why = `HTTP ${statusCode}`;
      request.destroy();
      own.terminate();
    });
    own.on('error', (error) => {
      if (why === 'it hung up') why = 'code' in error ? String(error.code) : error.message;
    });
    own.on('close', () => {
      clearInterval(pinger);
      comeBack.lost(why);
    });
  }

  const comeBack = createComeBack({ again: open, say: lost, ...(waits && { waits }) });
  open();
  return () => {
    comeBack.stop();
    stopping.abort();
    socket?.terminate();
  };
}
