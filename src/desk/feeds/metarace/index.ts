import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, Live } from '../feed.ts';
import type { LineClient } from '../line-client.ts';
import { followBroker } from './broker.ts';
import { metaraceParse, TOPIC } from './parse.ts';

const FEED = 'metarace';
/** Where metarace publishes, and its relay of decoders, where nobody has changed it. */
const USUAL_TOPICS = ['timer', '+/timer', 'timing/data'];
const WAITS = { soonMs: 500, lateMs: 10_000 };

export default {
  name: FEED,
  takes: '<mqtt url>',
  help: 'what metarace and its relays publish on a broker: who crossed which channel when; riders come with --riders or another feed, a road with --course',
  isLive: true,
  lacksRoad: true,
  parser: metaraceParse,
  open: ({ argument }) => metarace(argument),
} satisfies FeedKind;

/** "mqtt://user:password@host:1883/topic"; without a topic it is where metarace publishes by itself. */
export function metarace(address: string, waits: NonNullable<LineClient['waits']> = WAITS): Result<Live> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^mqtts?:$/.test(url.protocol) || url.hostname === '')
    return fail('That is no address of a broker; write --feed metarace:mqtt://host:1883/topic (or mqtts:).');
  const topic = decodeURIComponent(url.pathname.slice(1));
  const topics = topic === '' ? USUAL_TOPICS : [topic];
  const clientId = `ardoise-${createHash('sha256').update(`${hostname()} ${address}`).digest('hex').slice(0, 12)}`;
  return ok({
    title: `metarace at ${url.host}`,
    feeds: [FEED],
    tellsNoTime: true,
    reader: metaraceParse,
    listen: (take, trouble) =>
      followBroker({
        url,
        clientId,
        topics,
        waits,
        message: (text) =>
          void take({ feed: FEED, topic: TOPIC, text: `${Date.now()} ${-new Date().getTimezoneOffset()} ${text}` }),
        lost: (why) =>
          trouble(
            `Timing: the broker ${url.host} is lost (${why}); what is published meanwhile comes when it is back.`,
          ),
      }),
  });
}
