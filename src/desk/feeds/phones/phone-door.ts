import { networkInterfaces } from 'node:os';
import type { Bib } from '../../../race/units.ts';
import type { PhonesView } from '../../../wire/crew/phones.ts';
import type { JoinedPhone } from '../../../wire/public/joining.ts';
import { createPaces } from '../../doors/paces.ts';
import type { Delivery, FeedDoor, Receipt } from '../feed.ts';
import { type Json, jsonOf, recordOf } from '../json.ts';
import { freeRiders, joinsAs, type KnownRiders } from './join-phones.ts';
import type { KeyBook } from './key-book.ts';
import { readMessage } from './read-message.ts';

/** A message is hardly longer than 600 bytes, but an app may send some hours at once. */
const MOST_BYTES = 200_000;
const MOST_FIXES = 1000;
/** Of one phone: one in some seconds, and what it had queued where there was no network. */
const MESSAGES = { perS: 5, burst: 50 };
/** So often an address may be wrong about a code or a key before it is not even told so: as with tokens. */
const WRONG = { perS: 0.1, burst: 10 };
/** A whole field may join over one network. */
const JOINS = { perS: 0.2, burst: 100 };

export interface PhoneDoorOptions {
  readonly book: KeyBook;
  /** Of the desk, before its addresses. */
  readonly names: readonly string[];
  readonly known: () => KnownRiders;
  /** Onto the tape, and into the race: of which kind, and a text in JSON. */
  readonly tell: (topic: string, text: string) => void;
  /** One sentence for the producer; `of` is counted for himself. */
  readonly trouble: (text: string, of?: string) => void;
  /** For the log. */
  readonly deed: (what: string, author: string) => void;
  /** Runs evenly, in milliseconds. */
  readonly now: () => number;
}

/**
 * What comes to `/api/feed/phones`: nothing behind it is asked by the crew; `join` and `riders` by who has the join
 * code; `free` by an operator; anything else is the key of a phone. No key and no code goes further than this door.
 */
export function createPhoneDoor({ book, names, known, tell, trouble, deed, now }: PhoneDoorOptions): FeedDoor {
  const messages = createPaces(MESSAGES, now);
  const wrong = createPaces(WRONG, now);
  const joins = createPaces(JOINS, now);

  /** Null where the code is right. */
  function wrongCode(said: Json, { address }: Delivery): Receipt | null {
    if (typeof said.code === 'string' && book.isCode(said.code)) return null;
    if (!wrong(address)) return no(429, 'Too many wrong codes came from this address: wait a minute.');
    trouble(`phones: somebody at ${address} tries to join with a code that is none.`);
    return no(403, 'This join code is not the one of this race: scan the one that the crew shows now.');
  }

  function join(said: Json, { address, atMs }: Delivery): Receipt {
    if (!joins(address)) return no(429, 'Too many join from this address at once: wait a minute.');
    const as = joinsAs(said, known(), book);
    if (!as.ok) return no(400, as.error);
    const { bib, name } = as.value;
    const key = book.give({ bib, name, atMs });
    if (!key.ok) return no(409, key.error);
    tell('join', JSON.stringify({ at: atMs, bib, ...(name !== null && { name }) }));
    const joined: JoinedPhone = { bib, name: name ?? known().get(bib) ?? bib, key: key.value };
    return { status: 200, body: { ok: true, ...joined } };
  }

  function free({ query, atMs, author }: Delivery): Receipt {
    const bib = query.get('bib');
    if (bib === null && !query.has('all')) return no(400, 'A number is freed by /api/feed/phones/free?bib=31.');
    const phones = book.given().length;
    const name = bib === null ? '' : (known().get(bib) ?? '');
    const freed = book.free(bib);
    if (!freed.ok) return no(500, freed.error);
    if (!freed.value) return no(404, bib === null ? 'No phone has joined.' : `Number ${bib} has no phone.`);
    tell('free', JSON.stringify({ at: atMs, bib, by: author }));
    deed(
      bib === null
        ? `frees all ${phones} numbers of phones, and renews the join code`
        : `frees number ${bib} ${name}`.trim(),
      author,
    );
    return { status: 200, body: { ok: true } };
  }

  function message(bib: Bib, key: string, { body, query, atMs }: Delivery): Receipt {
    const refuse = (status: number, what: string): Receipt => {
      trouble(`phones: number ${bib}: ${what}.`, bib);
      return no(status, `Number ${bib}: ${what}.`);
    };
    if (!messages(bib)) return refuse(429, `its phone sends more than ${MESSAGES.perS} messages a second, too many`);
    if (body === null) return refuse(413, `its phone sends more than ${MOST_BYTES} bytes at once, too many`);
    const read = readMessage({ body, query });
    if (!read) return refuse(400, 'its phone sends what no known app sends: it was left out');
    const [fault] = read.faults;
    if (read.fixes.length === 0) return fault === undefined ? taken : refuse(400, fault);
    if (read.fixes.length > MOST_FIXES) return refuse(413, `its phone sends more than ${MOST_FIXES} fixes at once`);
    const other = read.fixes.find(({ device }) => device !== null && !bib.endsWith(device) && known().has(device));
    if (other)
      trouble(`phones: number ${bib}: its phone says that it is number ${other.device}; that is not believed.`, bib);
    tell(read.app, `{"at":${atMs},"bib":${JSON.stringify(bib)},"body":${read.taped.replaceAll(key, '')}}`);
    return read.app === 'own-tracks' ? nothingToSay : taken;
  }

  function receive(delivery: Delivery): Receipt {
    const { path, method, body, address, mayOperate } = delivery;
    const [word = ''] = path.split('/');
    if (word === '' || word === 'free') {
      if (!mayOperate) return no(401, 'Only the crew may ask this: bring the token of an operator.');
      if (word === 'free') return method === 'POST' ? free(delivery) : no(405, 'A number is freed with POST.');
      const view: PhonesView = { code: book.code(), addresses: [...names, ...ownAddresses()], phones: book.given() };
      return { status: 200, body: { ok: true, ...view } };
    }
    if (word === 'join' || word === 'riders') {
      if (method !== 'POST') return no(405, 'This is asked with POST.');
      if (body === null) return no(413, `This is more than ${MOST_BYTES} bytes: a number and a name are enough.`);
      const said = recordOf(jsonOf(body)) ?? {};
      const refusal = wrongCode(said, delivery);
      if (refusal) return refusal;
      return word === 'join' ? join(said, delivery) : { status: 200, body: { ok: true, ...freeRiders(known(), book) } };
    }
    const bib = book.whose(word);
    if (bib !== null) return message(bib, word, delivery);
    if (!wrong(address)) return no(429, 'Too many wrong addresses were tried: wait a minute.');
    trouble(`phones: somebody at ${address} sends to an address that is no phone's, or no more: let him join anew.`);
    return no(404, 'This address is no phone’s, or no more: join anew.');
  }
  return { name: 'phones', mostBytes: MOST_BYTES, receive };
}

const no = (status: number, error: string): Receipt => ({ status, body: { ok: false, error } });
const taken: Receipt = { status: 200, body: { ok: true } };
/** What the app OwnTracks wants to hear. */
const nothingToSay: Receipt = { status: 200, body: [] };

/** By which others of the network reach this machine. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
