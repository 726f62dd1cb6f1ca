import { createServer, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { utf8Or1252 } from '../../file-text.ts';
import type { FeedKind, Live } from '../feed.ts';
import { stamped, timingLive } from '../timing.ts';
import { exporterPort, peerOf, whereHeard } from './address.ts';
import { answersTo } from './answer.ts';
import { createFrames } from './frames.ts';
import { mylapsParse, TOPIC } from './parse.ts';

const FEED = 'mylaps';
/** More programs do not time one race. */
const MOST_CLIENTS = 20;
const AGAIN_MS = 5000;

export default {
  name: FEED,
  takes: '<[host:]port>',
  help: 'a TCP port for exporters of MYLAPS Timing & Scoring or ChronoTrack, which come to it, from every network or to one address alone; riders come with --riders or another feed, a road with --course',
  isLive: true,
  lacksRoad: true,
  parser: mylapsParse,
  open: ({ argument }) => mylaps(argument),
} satisfies FeedKind;

/** See `exporterPort`. `listening` is told the port. */
export function mylaps(argument: string, listening: (port: number) => void = () => {}): Result<Live> {
  const asked = exporterPort(argument);
  if (!asked)
    return fail(
      `"${argument}" is no port; write --feed mylaps:3097, and give the exporter this computer's address and 3097, or mylaps:127.0.0.1:3097 for exporters on this computer alone.`,
    );
  const { port, host, from } = asked;
  const live = timingLive(FEED, `timing that comes to ${whereHeard(asked)}`, mylapsParse, (take, trouble) => {
    const clients = new Set<Socket>();
    const sentAway = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const server = createServer((client) => {
      const peer = peerOf(client.remoteAddress);
      if (from.length > 0 && !from.includes(peer)) {
        client.destroy();
        if (!sentAway.has(peer) && sentAway.size < MOST_CLIENTS) {
          sentAway.add(peer);
          trouble(`Timing: ${peer} came to port ${port} and was sent away; only ${from.join(' and ')} may.`);
        }
        return;
      }
      if (clients.size >= MOST_CLIENTS) {
        client.destroy();
        trouble(`Timing: more than ${MOST_CLIENTS} programs come to port ${port}; the newest was sent away.`);
        return;
      }
      clients.add(client);
      serve(client, (frames) => take(TOPIC, stamped(frames.join('\n'))));
      client.on('close', () => {
        clients.delete(client);
        if (server.listening) trouble(`Timing: the exporter at ${peer} has left; it is awaited at port ${port}.`);
      });
    });
    const open = () => server.listen({ port, ...(host !== null && { host }) });
    server.on('listening', () => {
      const address = server.address();
      if (typeof address === 'object' && address) listening(address.port);
    });
    server.on('error', (error) => {
      const why = 'code' in error ? String(error.code) : error.message;
      trouble(
        `Timing: port ${port} cannot be listened on (${why}); is another program there, or is its address not of this computer? Trying again.`,
      );
      timer = setTimeout(open, AGAIN_MS);
    });
    open();
    return () => {
      clearTimeout(timer);
      server.close();
      for (const client of clients) client.destroy();
    };
  });
  return ok(live);
}

/** What has come is acknowledged once it was taken in. */
function serve(client: Socket, take: (frames: readonly string[]) => void): void {
  const framesIn = createFrames();
  client.setEncoding('latin1');
  client.on('error', () => {});
  client.on('data', (chunk: string) => {
    const frames = framesIn(chunk).map((frame) => utf8Or1252(Buffer.from(frame, 'latin1')));
    if (frames.length === 0) return;
    take(frames);
    for (const frame of frames) for (const answer of answersTo(frame)) client.write(answer);
  });
}
