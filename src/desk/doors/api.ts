import type { IncomingMessage } from 'node:http';
import type { Manifest } from '../../show/manifest.ts';
import type { Desk } from '../desk.ts';
import { bodyOf } from './body.ts';
import { tellClassification } from './classification.ts';
import { forAnyone, replyPreflight } from './cross-origin.ts';
import { tellKits } from './kits.ts';
import { type Judge, LISTENS_ONLY } from './origin.ts';
import { describeRemote } from './remote/describe.ts';
import { createRemote, type Remote } from './remote/remote.ts';
import { requestWords } from './remote/request-words.ts';
import { askedOf, type Handler, replyJson } from './reply.ts';
import { exportedRundown, importRundown } from './rundown.ts';
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

const SOCKET_ONLY = 'This is a WebSocket: open ws://…/api/socket, or read GET /api/state.';

interface Reply {
  readonly status: number;
  /** A text is JSON already. */
  readonly body: object | string;
}

/**
 * For button panels and scripts: each command of `remote/commands.ts` by GET or POST, and what `remote/documents.ts` lists.
 * Answers in JSON, always. Pages of other sites read what is public, and command nothing.
 */
export function createApi(desk: Desk, manifests: ReadonlyMap<string, Manifest>, judge: Judge): Handler {
  const asked: Asked = { desk, manifests, judge, remote: createRemote(desk, manifests) };
  return (request, response) => {
    if (request.method === 'OPTIONS') return replyPreflight(request, response);
    const reply = ({ status, body }: Reply) => replyJson(response, status, body, forAnyone);
    if (request.method !== 'POST') return reply(replyTo(request, '', asked));
    bodyOf(request)
      .then((text) => reply(replyTo(request, text, asked)))
      .catch((error: unknown) => {
        reply({ status: 500, body: { ok: false, error: 'The desk stumbled over this request; control says more.' } });
        throw error;
      });
  };
}

interface Asked {
  readonly desk: Desk;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly judge: Judge;
  readonly remote: Remote;
}

function replyTo(request: IncomingMessage, text: string | null, { desk, manifests, judge, remote }: Asked): Reply {
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
  if (asked === 'commands') return { status: 200, body: describeRemote(desk, manifests) };
  if (asked === 'socket') return no(426, SOCKET_ONLY);
  if (asked === 'as-run') return { status: 200, body: { rows: desk.asRun() } };
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
  const said = requestWords(searchParams, request.headers['content-type'], text);
  const told = said.ok ? remote(asked, said.value, authorOf(request)) : said;
  return told.ok ? { status: 200, body: { ...told, ...crewState(desk, manifests) } } : no(400, told.error);
}

/** "http 10.0.0.7"; a form of the desk's own pages names where it came from, as browsers do. */
function authorOf({ headers, method, socket }: IncomingMessage): string {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return `${method === 'POST' && headers.origin !== undefined ? 'page at' : 'http'} ${address}`;
}
