import type { MqttClient } from 'mqtt';
import type { Broker } from './broker.ts';
import { createComeBack, type Waits } from './come-back.ts';

export interface MqttAsked {
  readonly broker: Broker;
  /** `isRetained`: the broker has kept it since nobody knows when. */
  readonly message: (topic: string, text: string, isRetained: boolean) => void;
  /** In a few words, once for each time that the broker is lost. */
  readonly lost: (why: string) => void;
  readonly waits?: Waits;
}

const PATIENCE_MS = 10_000;
const ALIVE_S = 20;
/** A broker that lets two in by one name cuts off the one whenever the other comes. */
const SHORT = { ms: 3000, times: 4 };

/**
 * Follows topics of a broker for ever, with its session kept there: what comes comes at least once (QoS 1), also what was
 * published meanwhile. Returns the way to stop.
 */
export function followMqtt({ broker, message, lost, waits }: MqttAsked): () => void {
  const { server, url, clientId, filters } = broker;
  let isStopped = false;
  let client: MqttClient | null = null;
  let why = '';
  let connectedMs: number | null = null;
  let shortOnes = 0;
  const comeBack = createComeBack({
    again: () => client?.reconnect(),
    say: lost,
    ...(waits && { waits }),
  });
  const begin = async () => {
    // It is large: only desks that follow a broker load it.
    const { connect } = await import('mqtt');
    if (isStopped) return;
    client = connect(url, {
      clientId,
      clean: false,
      ...(server.user !== null && { username: server.user }),
      ...(server.password !== null && { password: server.password }),
      // When to come back is our own affair.
      reconnectPeriod: 0,
      reconnectOnConnackError: true,
      connectTimeout: PATIENCE_MS,
      keepalive: ALIVE_S,
      resubscribe: false,
    });
    client.on('connect', () => {
      why = '';
      connectedMs = performance.now();
      comeBack.connected();
      client?.subscribe([...filters], { qos: 1 }, (error) => {
        if (!error || isStopped) return;
        why = `it refuses the topic ${filters.join(', ')}`;
        client?.stream.destroy();
      });
    });
    client.on('message', (topic, payload, { retain }) => {
      if (!retain) comeBack.heard();
      message(topic, payload.toString('utf8'), retain);
    });
    client.on('error', (error) => {
      why = reasonOf(error);
    });
    client.on('close', () => {
      const isShort = connectedMs !== null && performance.now() - connectedMs < SHORT.ms;
      shortOnes = isShort ? shortOnes + 1 : 0;
      connectedMs = null;
      comeBack.lost(why || (shortOnes < SHORT.times ? 'it hung up' : CUT_OFF));
    });
  };
  begin();
  return () => {
    isStopped = true;
    comeBack.stop();
    client?.end(true);
  };
}

const CUT_OFF =
  'it cuts us off at once, as if another desk had come by our name: give each a folder of its own, --tape';

/** What brokers say when they refuse: wrong user or password, not allowed. */
const REFUSED: ReadonlyMap<unknown, string> = new Map([
  [4, 'it does not know this user or password'],
  [5, 'it lets this user or password not in'],
]);

function reasonOf(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  return REFUSED.get(code) ?? (typeof code === 'string' ? code : error.message.replace(/\s+/g, ' ').slice(0, 80));
}
