import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { createPaces } from '../../doors/paces.ts';
import type { Waits } from '../come-back.ts';
import type { FeedKind, Live } from '../feed.ts';
import { jsonOf, recordOf } from '../json.ts';
import { followMqtt } from '../mqtt-connection.ts';
import { serverAddressOf } from '../server-address.ts';
import { MQTT, mqttParse } from './parse.ts';
import { phoneTopicOf } from './topic.ts';

/** All that OwnTracks publishes, where the address names no topic. */
const ALL = 'owntracks/#';
/** A card may have a portrait in it, which is not kept. */
const MOST_LETTERS = 200_000;
/** Of one phone. Hours without network come at once, when it has one again; beyond that it is a flood. */
const MESSAGES = { perS: 20, burst: 5000 };

export default {
  name: MQTT,
  takes: '<url>',
  help: 'phones with OwnTracks, by a broker; their road comes with --course',
  isLive: true,
  lacksRoad: true,
  parser: mqttParse,
  open: ({ argument, folder }) => ownTracksBroker(argument, folder),
} satisfies FeedKind;

/** `mqtt://user:password@broker:1883/owntracks/#`, or `mqtts:`; who comes may also be said by MQTT_USER and MQTT_PASSWORD. */
export function ownTracksBroker(address: string, folder: string, waits?: Waits): Result<Live> {
  const { MQTT_USER: user, MQTT_PASSWORD: password } = process.env;
  const server = serverAddressOf(address, { user, password });
  if (!server || !/^mqtts?:$/.test(server.protocol))
    return fail('That is no address of a broker; write --feed mqtt:mqtt://host:1883/owntracks/# (or mqtts:).');
  const filter = server.path === '' ? ALL : server.path;
  const clientId = `ardoise-${nameOfDesk(folder, `${server.protocol}//${server.host}/${filter}`)}`;
  return ok({
    title: `the phones at ${server.host}, ${filter}`,
    feeds: [MQTT],
    tellsNoTime: true,
    reader: mqttParse,
    listen(take, trouble) {
      const isCalm = createPaces(MESSAGES, () => performance.now());
      const tell = (topic: string, said: object) => take({ feed: MQTT, topic, text: JSON.stringify(said) });
      tell('start', { at: Date.now(), utcOffsetMin: -new Date().getTimezoneOffset() });
      return followMqtt({
        server,
        clientId,
        filters: [filter],
        ...(waits && { waits }),
        lost: (why) =>
          trouble(
            `Phones: the broker ${server.host} is lost (${why}); what is published meanwhile comes when it is back.`,
          ),
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

/** The same for one desk every day: the machine, the folder of its tapes and what it follows. */
const nameOfDesk = (folder: string, what: string): string =>
  createHash('sha256')
    .update(JSON.stringify([hostname(), resolve(folder), what]))
    .digest('hex')
    .slice(0, 12);

/** Without portraits; text that is no JSON as it is. */
function bodyOf(text: string): unknown {
  const body = jsonOf(text);
  if (body === null) return text.slice(0, 200);
  const card = recordOf(body);
  if (card?._type !== 'card') return body;
  const { face: _, ...rest } = card;
  return rest;
}
