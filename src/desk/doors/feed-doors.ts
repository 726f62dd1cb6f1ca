import type { IncomingMessage } from 'node:http';
import { mayFeed, mayOperate } from '../../wire/trust.ts';
import type { FeedDoor, Receipt } from '../feeds/feed.ts';
import { authorOf } from './author.ts';
import { bodyOf } from './body.ts';
import type { Guest } from './porter.ts';

const PATH = '/api/feed/';

/** Which door an address is, and what stands behind its name; null for an address that is none, `door` null for one that nobody has. */
export function feedDoorAt(doors: readonly FeedDoor[], pathname: string) {
  if (!pathname.startsWith(PATH)) return null;
  const [name = '', ...rest] = pathname.slice(PATH.length).split('/');
  return { name, door: doors.find((one) => one.name === name) ?? null, path: rest.join('/') };
}

/** What a feed answers to what somebody brings to its door; null for an address that is no door of a feed. */
export function feedDoorOf(
  doors: readonly FeedDoor[],
  { pathname, searchParams }: URL,
  request: IncomingMessage,
  guest: Guest,
): Promise<Receipt> | null {
  const asked = feedDoorAt(doors, pathname);
  if (!asked) return null;
  const { name, door, path } = asked;
  const { method, headers } = request;
  if (!door) return no(404, noDoor(name, doors));
  if (method !== 'GET' && method !== 'POST') return no(405, 'This desk knows GET and POST only.');
  return bodyOf(request, door.mostBytes).then((body) =>
    door.receive({
      path,
      method,
      query: searchParams,
      headers: { authorization: headers.authorization, 'content-type': headers['content-type'] },
      body,
      atMs: Date.now(),
      address: guest.address,
      author: authorOf(request, guest),
      mayFeed: mayFeed(guest.trust),
      mayOperate: mayOperate(guest.trust),
    }),
  );
}

const no = (status: number, error: string): Promise<Receipt> => Promise.resolve({ status, body: { ok: false, error } });

function noDoor(name: string, doors: readonly FeedDoor[]): string {
  const there = doors.map((door) => `${PATH}${door.name}`).join(' and ');
  const wrong = `This desk has no door for a feed "${name.slice(0, 40)}"`;
  return there === '' ? `${wrong}: start it with one, such as --feed phones.` : `${wrong}: there is ${there}.`;
}
