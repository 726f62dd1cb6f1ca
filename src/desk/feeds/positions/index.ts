import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RaceEvent } from '../../../race/event.ts';
import { ok, type Result } from '../../../wire/result.ts';
import type { Delivery, FeedKind, FromFeed, Live, Receipt } from '../feed.ts';
import { jsonOf } from '../json.ts';
import { FEED, parse, readMessage, TOPIC, textOfMessage } from './parse.ts';

/** Five thousand rows are less. */
const MOST_BYTES = 1_000_000;

export default {
  name: FEED,
  takes: null,
  help: 'what programs of your own post to /api/feed/positions: places, crossings, riders',
  isLive: true,
  parser: () => parse,
  open: () => positions(),
} satisfies FeedKind;

/** Anything else that knows where riders are: it posts JSON, or sends it by a WebSocket, to `/api/feed/positions`. */
function positions(): Result<Live> {
  const schema = jsonOf(readFileSync(join(import.meta.dirname, 'positions.schema.json'), 'utf8')) as object;
  let take: ((input: FromFeed) => readonly RaceEvent[]) | null = null;
  const receive = ({ method, body, atMs, mayFeed }: Delivery): Receipt => {
    if (method === 'GET' && body === '') return { status: 200, body: schema };
    if (!mayFeed) return refused(401, TOKEN_NEEDED);
    if (body === null) return refused(413, `A message has at most ${MOST_BYTES} bytes: send less at once.`);
    if (!take) return refused(503, 'The desk is starting: send it again in a second.');
    if (jsonOf(body) === null) return refused(400, 'This is not JSON: nothing of it was taken in.');
    const text = textOfMessage(body, atMs);
    const { rows, faults } = readMessage(text);
    if (rows > 0) take({ feed: FEED, topic: TOPIC, text });
    const error = faults.join('. ');
    return rows === 0 && faults.length > 0
      ? refused(400, error)
      : { status: 200, body: { ok: true, taken: rows, ...(error && { error }) } };
  };
  return ok({
    title: 'positions brought to /api/feed/positions',
    feeds: [FEED],
    reader: () => parse,
    doors: [{ name: FEED, mostBytes: MOST_BYTES, receive }],
    listen(taker) {
      take = taker;
      return () => {
        take = null;
      };
    },
  });
}

const TOKEN_NEEDED =
  'From another machine a token of the role "source" is needed: npm run tokens -- add source bridge, then send "Authorization: Bearer" and the token.';

const refused = (status: number, error: string): Receipt => ({ status, body: { ok: false, error } });
