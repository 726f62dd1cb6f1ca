import type { IncomingMessage } from 'node:http';
import type { Manifest } from '../../show/manifest.ts';
import type { Answer } from '../../wire/protocol.ts';
import { seesCrew } from '../../wire/trust.ts';
import type { Desk } from '../desk.ts';
import { replyAirLog, sortAsked } from './air-log.ts';
import { bodyOf } from './body.ts';
import { tellClassification } from './classification.ts';
import { tellConfirm, tellDismiss } from './confirm.ts';
import { forAnyone, replyPreflight } from './cross-origin.ts';
import { tellKits } from './kits.ts';
import { tellLap } from './lap.ts';
import { tellOverride } from './override.ts';
import { type Guest, type Porter, tokenIn, whyNot } from './porter.ts';
import { askFromQuery } from './query-ask.ts';
import { askedOf, type Handler, replyJson } from './reply.ts';
import { tellStatus } from './rider-status.ts';
import { exportedRundown, importRundown } from './rundown.ts';
import { tellSlate } from './slate.ts';
import { tellStarts } from './starts.ts';
import { crewState, publicState } from './state.ts';

/** What a hand posts as a text, and what is said to who does not post it. */
const tables = {
  classification: { tell: tellClassification, how: 'A classification is posted' },
  starts: { tell: tellStarts, how: 'Start times are posted' },
  kits: { tell: tellKits, how: 'Kits are posted' },
  rundown: { tell: importRundown, how: 'A rundown is posted' },
} as const;

const tableOf = (asked: string) => Object.entries(tables).find(([name]) => name === asked)?.[1] ?? null;

interface Reply {
  readonly status: number;
  /** A text is JSON already. */
  readonly body: object | string;
}

/**
 * For button panels and scripts: `GET /api/state`, `GET /api/as-run`, `/api/as-run.csv` and `/api/still`, each command by GET or POST, and `POST /api/classification`,
 * `/api/starts`, `/api/kits` and `/api/rundown`, which GET exports. Answers in JSON, always. Pages of other sites read what is public, and command nothing; nor does who brings no token from another machine.
 */
export function createApi(desk: Desk, manifests: ReadonlyMap<string, Manifest>, porter: Porter): Handler {
  return (request, response) => {
    if (request.method === 'OPTIONS') return replyPreflight(request, response);
    const reply = ({ status, body }: Reply, more = {}) => replyJson(response, status, body, { ...forAnyone, ...more });
    const admitted = porter.admit(request, tokenIn(request.headers));
    if (!admitted.ok) return reply(no(admitted.status, admitted.why));
    const { guest } = admitted;
    if (!porter.hasTime(guest)) return reply(no(429, TOO_OFTEN), { 'retry-after': '1' });
    const url = askedOf(request);
    const sort = url && sortAsked(url);
    if (sort) {
      const no = seesCrew(guest.trust) ? null : whyNot(guest);
      return no === null ? replyAirLog(sort, url, response, desk, manifests) : reply(refused(guest, no));
    }
    if (!bringsTable(request)) return reply(replyTo(request, '', desk, manifests, guest));
    const why = whyNot(guest);
    if (why !== null) return reply(refused(guest, why));
    bodyOf(request).then((text) => reply(replyTo(request, text, desk, manifests, guest)));
  };
}

const no = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });

/** Who could bring a token is told so. */
const refused = ({ trust, isForeign }: Guest, why: string): Reply =>
  no(trust === 'listener' && !isForeign ? 401 : 403, why);

const TOO_OFTEN = 'This address asks too often: ask less than 100 times a second.';

/** What somebody who sees the race can say of it in a word. */
const words: ReadonlyMap<string, (desk: Desk, search: URLSearchParams, author: string) => Answer> = new Map(
  Object.entries({
    lap: tellLap,
    status: tellStatus,
    override: tellOverride,
    slate: tellSlate,
    confirm: tellConfirm,
    dismiss: tellDismiss,
  }),
);

const bringsTable = (request: IncomingMessage): boolean =>
  request.method === 'POST' && tableOf(askedOf(request)?.pathname.slice('/api/'.length) ?? '') !== null;

function replyTo(
  request: IncomingMessage,
  text: string | null,
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
  guest: Guest,
): Reply {
  const url = askedOf(request);
  if (!url) return no(400, 'That is no address that this desk can read: begin at "/api/".');
  const { pathname, searchParams } = url;
  if (request.method !== 'GET' && request.method !== 'POST') return no(405, 'This desk knows GET and POST only.');
  const asked = pathname.slice('/api/'.length);
  if (asked === 'state')
    return { status: 200, body: seesCrew(guest.trust) ? crewState(desk, manifests) : publicState(desk) };
  const isRead = asked === 'rundown' && request.method === 'GET';
  const why = isRead && seesCrew(guest.trust) ? null : whyNot(guest, asked);
  if (why !== null) return refused(guest, why);
  if (isRead) {
    const text = exportedRundown(desk, searchParams);
    return text === null ? no(404, `There is no rundown "${searchParams.get('name')}".`) : { status: 200, body: text };
  }
  const author = authorOf(request, guest);
  const table = tableOf(asked);
  if (table && request.method !== 'POST')
    return no(405, `${table.how}: send the text with POST; an empty one takes back what was posted.`);
  if (table) {
    const told = table.tell(desk, text, author);
    return told.ok ? { status: 200, body: told } : no(400, told.error);
  }
  const word = words.get(asked);
  if (word) {
    const told = word(desk, searchParams, author);
    return told.ok ? { status: 200, body: told } : no(400, told.error);
  }
  const answer = desk.command(askFromQuery(asked, searchParams, manifests), author);
  return answer.ok ? { status: 200, body: { ...answer, ...crewState(desk, manifests) } } : no(400, answer.error);
}

/** "Ana", by her token; "http 10.0.0.7"; a form of the desk's own pages names where it came from, as browsers do. */
function authorOf({ headers, method }: IncomingMessage, { holder, address }: Guest): string {
  return holder?.name ?? `${method === 'POST' && headers.origin !== undefined ? 'page at' : 'http'} ${address}`;
}
