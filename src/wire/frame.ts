import { Reader, Writer } from './bytes.ts';

/** What is sent to many: made once, whoever gets it. In this order on the wire, so a name is added at the end. */
const events = ['clock', 'snapshot', 'delta', 'crew', 'crew-delta', 'themes', 'log', 'past'] as const;
export type FrameEvent = (typeof events)[number];

export interface Frame {
  readonly event: FrameEvent;
  /** For programs that are not our pages: they get it as any event of socket.io. */
  readonly message: object;
  /** For our pages: the same as one message of the socket, the race behind the rest. */
  readonly bytes: Uint8Array;
}

export function frameOf(event: FrameEvent, message: object): Frame {
  const { race, ...rest }: { readonly race?: Uint8Array } = message;
  const writer = new Writer();
  writer.byte(events.indexOf(event));
  writer.text(JSON.stringify(rest));
  if (race) writer.block(race);
  return { event, message, bytes: writer.done() };
}

/** The same, to be kept for long: its message is made of its bytes when somebody asks. */
export const thinned = ({ event, bytes }: Frame): Frame => ({
  event,
  bytes,
  get message() {
    return openFrame(bytes).message;
  },
});

/** Throws a RangeError or a SyntaxError on what no desk sends. */
export function openFrame(bytes: Uint8Array): Pick<Frame, 'event' | 'message'> {
  const reader = new Reader(bytes);
  const event = events[reader.byte()];
  const message: unknown = JSON.parse(reader.text());
  if (!event || typeof message !== 'object' || message === null) throw new RangeError('it is no message of a desk');
  return { event, message: reader.finished ? message : { ...message, race: reader.block() } };
}
