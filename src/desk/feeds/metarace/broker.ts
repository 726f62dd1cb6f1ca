import type { MqttClient } from 'mqtt';
import type { LineClient } from '../line-client.ts';

const PATIENCE_MS = 10_000;
const ALIVE_S = 20;
/** A connection that has lasted so long is one, though nobody says anything. */
const STEADY_MS = 5000;

interface Following {
  readonly url: URL;
  /** The broker keeps for this name what was published while nobody was here. */
  readonly clientId: string;
  readonly topics: readonly string[];
  message(text: string): void;
  /** In a few words, once for each time that the broker is lost. */
  lost(why: string): void;
  readonly waits: NonNullable<LineClient['waits']>;
}

/** Follows topics of a broker for ever; what was published meanwhile comes when it is back. Returns the way to stop. */
export function followBroker({ url, clientId, topics, waits, ...on }: Following): () => void {
  let isStopped = false;
  let client: MqttClient | null = null;
  let waitMs = waits.soonMs;
  let isSaid = false;
  let why = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isBack = () => {
    clearTimeout(timer);
    [waitMs, isSaid] = [waits.soonMs, false];
  };
  const begin = async () => {
    // It is large: only desks that follow a broker load it.
    const { connect } = await import('mqtt');
    if (isStopped) return;
    client = connect(`${url.protocol}//${url.host}`, {
      clientId,
      clean: false,
      ...(url.username && { username: decodeURIComponent(url.username) }),
      ...(url.password && { password: decodeURIComponent(url.password) }),
      // When to come back is our own affair.
      reconnectPeriod: 0,
      reconnectOnConnackError: true,
      connectTimeout: PATIENCE_MS,
      keepalive: ALIVE_S,
      resubscribe: false,
    });
    client.on('connect', () => {
      why = '';
      clearTimeout(timer);
      timer = setTimeout(isBack, STEADY_MS);
      client?.subscribe([...topics], { qos: 1 });
    });
    client.on('message', (_topic, payload, { retain }) => {
      isBack();
      // What a broker has kept since nobody knows when is no crossing of now.
      if (!retain) on.message(payload.toString('utf8'));
    });
    client.on('error', (error) => {
      why = 'code' in error && typeof error.code === 'string' ? error.code : error.message.replace(/\s+/g, ' ');
    });
    client.on('close', () => {
      if (isStopped) return;
      if (!isSaid) on.lost(why || 'it hung up');
      isSaid = true;
      clearTimeout(timer);
      timer = setTimeout(() => client?.reconnect(), waitMs);
      waitMs = Math.min(waits.lateMs, waitMs * 2);
    });
  };
  begin();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    client?.end(true);
  };
}
