import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { Manifest } from '../../../show/manifest.ts';
import type { Desk } from '../../desk.ts';
import type { Notices } from '../../notices.ts';
import type { OscAsked, OscTarget } from '../../osc-arguments.ts';
import { isLoopback } from '../loopback.ts';
import { createPace } from '../pace.ts';
import { crewState } from '../state.ts';
import { whyNotAsk } from '../why-not.ts';
import { errorBytes, messagesIn, type OscMessage, stateBytes } from './osc-packet.ts';
import { mayCommandByOsc } from './osc-sender.ts';
import { readOsc } from './osc-words.ts';
import { createRemote } from './remote.ts';
import { createStateFeed } from './state-feed.ts';

const ASKS = { perS: 300, burst: 1000 };
/** A datagram may be lost: who listens is told everything anew as often. */
const ALL_MS = 10_000;

export interface OscDoor {
  /** Where it hears; null where it does not, or not yet. */
  port(): number | null;
  stop(): void;
}

/** OSC over UDP: commands in, and each changed field of the state out. */
export function openOsc(
  asked: OscAsked & { readonly host: string },
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
  notices: Notices,
): OscDoor {
  const remote = createRemote(desk, manifests);
  const read = () => crewState(desk, manifests);
  const feed = createStateFeed(read);
  const mayAsk = createPace(ASKS.perS, ASKS.burst, () => performance.now());
  const out = { v4: outlet('udp4'), v6: outlet('udp6') };
  const ear = asked.port === null ? null : createSocket(isIPv6(asked.host) ? 'udp6' : 'udp4');

  function outlet(type: 'udp4' | 'udp6'): Socket {
    const socket = createSocket(type);
    socket.on('error', () => {});
    socket.unref();
    return socket;
  }
  const send = (socket: Socket, bytes: Uint8Array | null, { address, port }: OscTarget) => {
    if (bytes === null) return;
    socket.send(bytes, port, address, (error) => {
      if (error) notices.add('warning', `OSC could not be sent to ${address}:${port} (${error.message}).`);
    });
  };
  const tell = (bytes: Uint8Array | null) => {
    for (const target of asked.to) send(isIPv6(target.address) ? out.v6 : out.v4, bytes, target);
  };
  const tellAll = () => {
    for (const [name, value] of Object.entries(read())) tell(stateBytes(name, value));
  };

  function hear(message: OscMessage, from: RemoteInfo): void {
    const why = ask(message, from);
    if (why === null) return;
    if (ear) send(ear, errorBytes(why), from);
    tell(errorBytes(why));
  }
  /** Null where it was done, else why not. */
  function ask({ address, words }: OscMessage, from: RemoteInfo): string | null {
    if (!words.ok) return words.error;
    const said = readOsc(address, words.value, { manifests, rundown: desk.rundown(null)! });
    if (!said.ok) return said.error;
    if (said.value === 'nothing') return null;
    if (said.value === 'state') {
      if (ear) for (const [name, value] of Object.entries(read())) send(ear, stateBytes(name, value), from);
      tellAll();
      return null;
    }
    // Other machines are named by the operator, and trusted as one.
    const why = whyNotAsk(isLoopback(from.address) ? 'engineer' : 'operator', said.value.name);
    if (why !== null) return why;
    const answer = remote(said.value.name, said.value.said, `osc ${from.address.replace(/^::ffff:/, '')}`);
    return answer.ok ? null : answer.error;
  }

  ear?.on('message', (bytes, from) => {
    const address = from.address.replace(/^::ffff:/, '');
    if (!mayCommandByOsc(address, asked.from))
      return notices.add('warning', `OSC from ${address} was not heard: start the desk with --osc-from ${address}.`);
    const messages = messagesIn(bytes);
    if (!messages.ok) return notices.add('warning', `What came from ${address} is no OSC (${messages.error}).`);
    for (const message of messages.value) {
      if (mayAsk()) hear(message, from);
      else notices.add('warning', `OSC comes more than ${ASKS.perS} times a second: not all of it was heard.`);
    }
  });
  ear?.on('error', (error) => notices.stand('OSC', notHeard(asked.port ?? 0, error)));

  desk.onFrame(feed.look);
  if (asked.to.length > 0) {
    feed.listen((state, changed) => {
      for (const name of changed) tell(stateBytes(name, state[name]!));
    });
    tellAll();
  }
  const refresh = asked.to.length > 0 ? setInterval(tellAll, ALL_MS) : undefined;
  let isBound = false;
  ear?.bind(asked.port ?? 0, asked.host, () => {
    isBound = true;
  });
  return {
    port: () => (ear && isBound ? ear.address().port : null),
    stop() {
      clearInterval(refresh);
      feed.stop();
      for (const socket of [out.v4, out.v6]) socket.close();
      isBound = false;
      ear?.close();
    },
  };
}

const notHeard = (port: number, error: Error): string =>
  'code' in error && error.code === 'EADDRINUSE'
    ? `OSC is not heard: port ${port} is in use by another program; choose another one with --osc.`
    : `OSC is not heard at port ${port} (${error.message}).`;
