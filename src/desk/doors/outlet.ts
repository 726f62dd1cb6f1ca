import type { Socket } from 'socket.io';
import { Encoder, PacketType } from 'socket.io-parser';
import type { Frame } from '../../wire/frame.ts';

/** So much may wait for a page that does not read; then it is closed. A snapshot late in a long race is a tenth of it. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

/** The way to one page. What is sent to many is one piece of memory, whoever waits for it. */
export interface Outlet {
  send(frame: Frame): void;
  /** All of it, however much it is: it waits beside the rest, and one past at a time. */
  sendPast(frames: readonly Frame[]): void;
}

/** `onFull` is told when the page was cut off because it does not read. */
export function createOutlet(socket: Socket, onFull: () => void): Outlet {
  // Our pages say in the address of their socket that they take a frame as one message; other programs get events.
  const packetsOf = socket.handshake.query.frames === '1' ? asOneMessage : asEvent;
  let waiting = 0;
  /** Packets of a past that are not on their way yet. */
  let ofPast = 0;
  const give = (packet: string | Uint8Array, isPast: boolean) => {
    const size = isPast ? 0 : packet.length;
    waiting += size;
    ofPast += Number(isPast);
    socket.conn.write(packet, {}, () => {
      waiting -= size;
      ofPast -= Number(isPast);
    });
  };
  const close = () => {
    cut(socket);
    onFull();
  };
  return {
    send(frame) {
      for (const packet of packetsOf(frame)) {
        if (waiting + packet.length > MOST_WAITING_BYTES) return close();
        give(packet, false);
      }
    },
    sendPast(frames) {
      // It is on its way.
      if (ofPast > 0) return;
      for (const frame of frames) for (const packet of packetsOf(frame)) give(packet, true);
    },
  };
}

/** At once: a goodbye would wait behind what is not read. */
export function cut(socket: Socket): void {
  socket.conn.close(true);
  socket.request.socket.destroy();
}

type Packets = readonly (string | Uint8Array)[];

const asOneMessage = ({ bytes }: Frame): Packets => [bytes];

const encoder = new Encoder();
const events = new WeakMap<Frame, Packets>();

function asEvent(frame: Frame): Packets {
  const made: Packets =
    events.get(frame) ?? encoder.encode({ type: PacketType.EVENT, nsp: '/', data: [frame.event, frame.message] });
  events.set(frame, made);
  return made;
}
