import type { IncomingMessage } from 'node:http';
import type { Manifest } from '../../show/manifest.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { bodyOf } from './body.ts';
import { tellClassification } from './classification.ts';
import { tellConfirm, tellDismiss } from './confirm.ts';
import { forAnyone, replyPreflight } from './cross-origin.ts';
import { tellKits } from './kits.ts';
import { tellLap } from './lap.ts';
import { type Judge, LISTENS_ONLY } from './origin.ts';
import { tellOverride } from './override.ts';
import { askFromQuery } from './query-ask.ts';
import { askedOf, type Handler, replyJson } from './reply.ts';
import { tellStatus } from './rider-status.ts';
import { exportedRundown, importRundown } from './rundown.ts';
import { tellSlate } from './slate.ts';
import { tellStarts } from './starts.ts';
import { crewState, publicState } from './state.ts';
import { type TapeRoom, tapeAsks, tapesView } from './tapes.ts';

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
 * For button panels and scripts: `GET /api/state`, `GET /api/as-run`, `GET /api/tapes`, each command by GET or POST, and `POST /api/classification`,
 * `/api/starts`, `/api/kits` and `/api/rundown`, which GET exports. Answers in JSON, always. Pages of other sites read what is public, and command nothing.
 */
export function createApi(
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
  judge: Judge,
  tapes: TapeRoom | null = null,
): Handler {
  return (request, response) => {
    if (request.method === 'OPTIONS') return replyPreflight(request, response);
    const reply = ({ status, body }: Reply) => replyJson(response, status, body, forAnyone);
    if (!bringsTable(request)) return reply(replyTo(request, '', desk, manifests, judge, tapes));
    bodyOf(request).then((text) => reply(replyTo(request, text, desk, manifests, judge, tapes)));
  };
}

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
  judge: Judge,
  tapes: TapeRoom | null,
): Reply {
  const no = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });
  const url = askedOf(request);
  if (!url) return no(400, 'That is no address that this desk can read: begin at "/api/".');
  const { pathname, searchParams } = url;
  const verdict = judge(request.headers);
  if (verdict.who === 'nobody') return no(403, verdict.why);
  if (request.method !== 'GET' && request.method !== 'POST') return no(405, 'This desk knows GET and POST only.');
  const asked = pathname.slice('/api/'.length);
  if (asked === 'state')
    return { status: 200, body: verdict.who === 'crew' ? crewState(desk, manifests) : publicState(desk) };
  if (verdict.who !== 'crew') return no(403, LISTENS_ONLY);
  if (asked === 'as-run') return { status: 200, body: { rows: desk.asRun() } };
  if (asked === 'tapes' && tapes) return { status: 200, body: tapesView(tapes) };
  if (asked === 'rundown' && request.method === 'GET') {
    const text = exportedRundown(desk, searchParams);
    return text === null ? no(404, `There is no rundown "${searchParams.get('name')}".`) : { status: 200, body: text };
  }
  const table = tableOf(asked);
  if (table && request.method !== 'POST')
    return no(405, `${table.how}: send the text with POST; an empty one takes back what was posted.`);
  if (table) {
    const told = table.tell(desk, text, authorOf(request));
    return told.ok ? { status: 200, body: told } : no(400, told.error);
  }
  const word = words.get(asked);
  if (word) {
    const told = word(desk, searchParams, authorOf(request));
    return told.ok ? { status: 200, body: told } : no(400, told.error);
  }
  const tapeWord = tapes && tapeAsks.get(asked);
  if (tapeWord) {
    const told = tapeWord(tapes, searchParams);
    return told.ok ? { status: 200, body: told } : no(400, told.error);
  }
  const answer = desk.command(askFromQuery(asked, searchParams, manifests), authorOf(request));
  return answer.ok ? { status: 200, body: { ...answer, ...crewState(desk, manifests) } } : no(400, answer.error);
}

/** "http 10.0.0.7"; a form of the desk's own pages names where it came from, as browsers do. */
function authorOf({ headers, method, socket }: IncomingMessage): string {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return `${method === 'POST' && headers.origin !== undefined ? 'page at' : 'http'} ${address}`;
}
