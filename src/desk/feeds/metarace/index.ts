import { fail, ok, type Result } from '../../../wire/result.ts';
import { brokerOf } from '../broker.ts';
import type { Waits } from '../come-back.ts';
import type { FeedKind, Live } from '../feed.ts';
import { followMqtt } from '../mqtt-connection.ts';
import { stamped, timingLive } from '../timing.ts';
import { metaraceParse, TOPIC } from './parse.ts';

const FEED = 'metarace';
/** Where metarace publishes, and its relay of decoders, where nobody has changed it. */
const USUAL_TOPICS = ['timer', '+/timer', 'timing/data'];

export default {
  name: FEED,
  takes: '<mqtt url>',
  help: 'what metarace and its relays publish on a broker: who crossed which channel when; riders come with --riders or another feed, a road with --course',
  isLive: true,
  lacksRoad: true,
  parser: metaraceParse,
  open: ({ argument, folder }) => metarace(argument, folder),
} satisfies FeedKind;

/** See `brokerOf`; without a topic it is where metarace publishes by itself. */
export function metarace(address: string, folder: string, waits?: Waits): Result<Live> {
  const broker = brokerOf(address, USUAL_TOPICS, folder);
  if (!broker)
    return fail(
      'That is no address of a broker; write --feed metarace:mqtt://host:1883/topic (or mqtts:, ws: and wss:).',
    );
  const { host } = broker.server;
  const live = timingLive(FEED, `metarace at ${host}`, metaraceParse, (take, trouble) =>
    followMqtt({
      broker,
      ...(waits && { waits }),
      message(_topic, text, isRetained) {
        // What a broker has kept since nobody knows when is no crossing of now.
        if (!isRetained) take(TOPIC, stamped(text));
      },
      lost: (why) =>
        trouble(`Timing: the broker ${host} is lost (${why}); what is published meanwhile comes when it is back.`),
    }),
  );
  return ok(live);
}
