import { fail, ok, type Result } from '../../../wire/result.ts';
import { createPaces } from '../../doors/paces.ts';
import { brokerOf } from '../broker.ts';
import type { Waits } from '../come-back.ts';
import type { FeedKind, Live } from '../feed.ts';
import { jsonOf } from '../json.ts';
import { followMqtt } from '../mqtt-connection.ts';
import { withoutPrivate } from '../phones/own-tracks.ts';
import { MQTT, mqttParse } from './parse.ts';
import { phoneTopicOf } from './topic.ts';

/** All that OwnTracks publishes, where the address names no topic. */
const ALL = ['owntracks/#'];
/** A card may have a portrait in it, which is not kept. */
const MOST_LETTERS = 200_000;
/** Of one phone. Hours without network come at once, when it has one again; beyond that it is a flood. */
const MESSAGES = { perS: 20, burst: 5000 };

export default {
  name: MQTT,
  takes: '<url>',
  help: 'phones with OwnTracks, by a broker; their road comes with --course',
  isLive: true,
  parser: mqttParse,
  open: ({ argument, folder }) => ownTracksBroker(argument, folder),
} satisfies FeedKind;

/** See `brokerOf`. */
export function ownTracksBroker(address: string, folder: string, waits?: Waits): Result<Live> {
  const broker = brokerOf(address, ALL, folder);
  if (!broker)
    return fail(
      'That is no address of a broker; write --feed mqtt:mqtt://host:1883/owntracks/# (or mqtts:, ws: and wss:).',
    );
  const { host } = broker.server;
  return ok({
    title: `the phones at ${host}, ${broker.filters}`,
    feeds: [MQTT],
    tellsNoTime: true,
    reader: mqttParse,
    listen(take, trouble) {
      const isCalm = createPaces(MESSAGES, () => performance.now());
      const tell = (topic: string, said: object) => take({ feed: MQTT, topic, text: JSON.stringify(said) });
      tell('start', { at: Date.now(), utcOffsetMin: -new Date().getTimezoneOffset() });
      return followMqtt({
        broker,
        ...(waits && { waits }),
        lost: (why) =>
          trouble(`Phones: the broker ${host} is lost (${why}); what is published meanwhile comes when it is back.`),
        message(topic, text, isRetained) {
          const id = phoneTopicOf(topic)?.id ?? topic.slice(0, 60);
          if (!isCalm(id)) return trouble(`Phones: ${id} publishes more than anybody rides; that is left out.`, id);
          if (text.length > MOST_LETTERS)
            return trouble(`Phones: ${id} publishes more than ${MOST_LETTERS} letters at once; that is left out.`, id);
          tell('message', { at: Date.now(), topic, ...(isRetained && { retain: true }), body: bodyOf(text) });
        },
      });
    },
  });
}

/** As it may be taped; text that is no JSON as it is. */
function bodyOf(text: string): unknown {
  const body = jsonOf(text);
  return body === null ? text.slice(0, 200) : withoutPrivate(body);
}
