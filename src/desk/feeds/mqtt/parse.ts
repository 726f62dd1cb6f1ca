import type { Parse, Parsed } from '../feed.ts';
import { type Json, jsonOf, numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import { ownTracks } from '../phones/own-tracks.ts';
import { createSeen } from '../seen.ts';
import { allParsed, createTrackerBook, faultSaid, type NamedTracker } from '../tracker-book.ts';
import { createClaims, type PhoneTopic, phoneTopicOf } from './topic.ts';

export const MQTT = 'mqtt';

/** What the app also says, of which nothing follows for a race. */
const NO_PLACE = new Set([
  'lwt',
  'transition',
  'waypoint',
  'waypoints',
  'status',
  'beacon',
  'cmd',
  'configuration',
  'dump',
  'request',
  'step',
  'steps',
]);

/**
 * What phones with OwnTracks publish: `start` is `{"at","utcOffsetMin"}`, each `message` `{"at","topic","retain","body"}`:
 * `body` is what was published, as text where it was no JSON. What a broker delivers twice is taken once. What it has
 * retained is a place of nobody knows when, and only names are taken of it.
 */
export function mqttParse(): Parse {
  const book = createTrackerBook(MQTT);
  const bibOfPhone = createClaims();
  const tids = new Map<string, string>();
  const isAgain = createSeen();

  /** With what is new of its names; `tid` is "" where a message does not say. */
  function put(
    topic: PhoneTopic,
    name: string,
    tid: string,
  ): { readonly phone: NamedTracker | null; readonly parsed: Parsed } {
    const { id, user } = topic;
    const { bib, refused } = bibOfPhone(topic, tid || (tids.get(id) ?? ''));
    const phone: NamedTracker = { id, called: id, bib, device: [id, user], name };
    const parsed = book.put(phone);
    const isNew = refused !== null && !isAgain(id, `number ${refused}`);
    const said = `the phone ${id} says that it is number ${refused}, which another one is: it is called ${bib}; say whose it is with --riders`;
    if (!book.get(id)) return { phone: null, parsed };
    if (tid !== '') tids.set(id, tid);
    return { phone, parsed: isNew ? allParsed([parsed, faultSaid(said)]) : parsed };
  }

  function message(topic: PhoneTopic, told: Json, isRetained: boolean, atMs: number): Parsed {
    const { id } = topic;
    const name = book.get(id)?.name ?? '';
    if (told._type === 'card') return put(topic, textOf(told.name), textOf(told.tid)).parsed;
    if (told._type !== 'location') {
      if (NO_PLACE.has(String(told._type))) return nothing;
      const read = ownTracks(told);
      const [fault = 'it sends what is no message of OwnTracks'] = read.faults;
      return isAgain(id, `fault ${fault}`) ? nothing : faultSaid(`the phone ${id}: ${fault}`);
    }
    if (isRetained) return nothing;
    const { fixes, faults } = ownTracks(told);
    const { phone, parsed } = put(topic, name, textOf(told.tid));
    const places = phone ? book.places(phone, fixes, atMs) : nothing;
    return allParsed([parsed, places, faultSaid(...faults.map((fault) => `the phone ${id}: ${fault}`))]);
  }

  return ({ topic: sort, text }) => {
    const told = recordOf(jsonOf(text));
    const atMs = numberOf(told?.at);
    if (!told || atMs === null) return faultSaid(`what came as "${sort}" cannot be read; it was left out`);
    if (sort === 'start') return book.start(numberOf(told.utcOffsetMin) ?? 0);
    if (sort !== 'message') return faultSaid(`phones publish nothing called "${sort}"; it was left out`);
    const topic = phoneTopicOf(String(told.topic));
    if (!topic) return faultSaid('a message came on a topic that names no user and no device; it was left out');
    // A retained message is deleted by an empty one.
    if (told.body === '') return nothing;
    const messages = recordsOf(told.body);
    if (messages.length === 0) return faultSaid(`the phone ${topic.id} publishes what is no JSON; it was left out`);
    const isRetained = told.retain === true;
    const fresh = messages.filter((one) => isRetained || !isAgain(topic.id, JSON.stringify(one)));
    return allParsed(fresh.map((one) => message(topic, one, isRetained, atMs)));
  };
}

const nothing: Parsed = { events: [], faults: [] };
