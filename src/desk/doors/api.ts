import type { IncomingMessage, ServerResponse } from 'node:http';
import { timeOfDay } from '../../race/time-of-day.ts';
import type { Manifest } from '../../show/manifest.ts';
import { type Items, itemOf } from '../../show/show.ts';
import type { Desk } from '../desk.ts';
import { isOurs } from './origin.ts';
import { commandFromQuery } from './query-command.ts';

interface Reply {
  readonly status: number;
  readonly body: object;
}

/** For button panels and scripts: `GET /api/state`, and each command by GET or POST. Answers in JSON, always. */
export function createApi(desk: Desk, manifests: ReadonlyMap<string, Manifest>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { status, body } = replyTo(request, desk, manifests);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(body)}\n`);
  };
}

function replyTo(request: IncomingMessage, desk: Desk, manifests: ReadonlyMap<string, Manifest>): Reply {
  const no = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://desk');
  if (!isOurs(request.headers)) return no(403, 'A page of another site may not command this desk.');
  if (request.method !== 'GET' && request.method !== 'POST') return no(405, 'This desk knows GET and POST only.');
  const asked = pathname.slice('/api/'.length);
  if (asked === 'state') return { status: 200, body: stateOf(desk, manifests) };
  const command = commandFromQuery(asked, searchParams, manifests);
  if (!command.ok) return no(400, command.error);
  const answer = desk.command(command.value, 'http');
  return answer.ok ? { status: 200, body: { ok: true, ...stateOf(desk, manifests) } } : no(400, answer.error);
}

/** Flat: a button panel reads one field by its name. Each overlay is `on-air`, `cued` or `off`. */
function stateOf(desk: Desk, manifests: ReadonlyMap<string, Manifest>): Record<string, string | number> {
  const { show, clock, race, desk: told } = desk.picture();
  const where = (id: string) => (itemOf(show.program, id) ? 'on-air' : itemOf(show.preview, id) ? 'cued' : 'off');
  return {
    onAir: idsOf(show.program),
    cued: idsOf(show.preview),
    feed: told.feed,
    clock: race ? timeOfDay(clock.atMs, race.sheet.info.utcOffsetMin) : '',
    clockMs: Math.round(clock.atMs),
    rate: clock.rate,
    notice: told.notices[0]?.text ?? '',
    ...Object.fromEntries([...manifests.keys()].map((id) => [id, where(id)])),
  };
}

const idsOf = (items: Items): string =>
  Object.values(items)
    .map((item) => item.overlay)
    .join(',');
