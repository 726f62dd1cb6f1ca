import { createServer, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { utf8Or1252 } from '../../file-text.ts';
import type { FeedKind, Live } from '../feed.ts';
import { answersTo } from './answer.ts';
import { createFrames } from './frames.ts';
import { mylapsParse, TOPIC } from './parse.ts';

const FEED = 'mylaps';
/** More programs do not time one race. */
const MOST_CLIENTS = 20;
const AGAIN_MS = 5000;

export default {
  name: FEED,
  takes: '<port>',
  help: 'a TCP port for exporters of MYLAPS Timing & Scoring or ChronoTrack, which come to it; riders come with --riders or another feed, a road with --course',
  isLive: true,
  lacksRoad: true,
  parser: mylapsParse,
  open: ({ argument }) => mylaps(argument),
} satisfies FeedKind;

/** "3097", or "192.168.1.5:3097" to be heard in one network only. `listening` is told the port. */
export function mylaps(argument: string, listening: (port: number) => void = () => {}): Result<Live> {
  const { host, port } = /^(?:(?<host>[^\s:]+):)?(?<port>\d{1,5})$/.exec(argument)?.groups ?? {};
  if (port === undefined || Number(port) > 65_535)
    return fail(
      `"${argument}" is no port; write --feed mylaps:3097, and give the exporter this computer's address and 3097.`,
    );
  return ok({
    title: `timing that comes to port ${argument}`,
    feeds: [FEED],
    tellsNoTime: true,
    reader: mylapsParse,
    listen(take, trouble) {
      const clients = new Set<Socket>();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const server = createServer((client) => {
        if (clients.size >= MOST_CLIENTS) {
          client.destroy();
          trouble(`Timing: more than ${MOST_CLIENTS} programs come to port ${argument}; the newest was sent away.`);
          return;
        }
        clients.add(client);
        serve(client, (frames) => {
          const zoneMin = -new Date().getTimezoneOffset();
          take({ feed: FEED, topic: TOPIC, text: `${Date.now()} ${zoneMin} ${frames.join('\n')}` });
        });
        const { remoteAddress = 'somewhere' } = client;
        client.on('close', () => {
          clients.delete(client);
          if (server.listening)
            trouble(`Timing: the exporter at ${remoteAddress} has left; it is awaited at port ${argument}.`);
        });
      });
      const open = () => server.listen({ port: Number(port), ...(host !== undefined && { host }) });
      server.on('listening', () => {
        const address = server.address();
        if (typeof address === 'object' && address) listening(address.port);
      });
      server.on('error', (error) => {
        const why = 'code' in error ? String(error.code) : error.message;
        trouble(`Timing: port ${argument} cannot be listened on (${why}); is another program there? Trying again.`);
        timer = setTimeout(open, AGAIN_MS);
      });
      open();
      return () => {
        clearTimeout(timer);
        server.close();
        for (const client of clients) client.destroy();
      };
    },
  });
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
