import type { IncomingMessage } from 'node:http';
import type { Manifest } from '../../show/manifest.ts';
import type { ToldScorecard } from '../../wire/public/told-scorecard.ts';
import { seesCrew } from '../../wire/trust.ts';
import type { Desk } from '../desk.ts';
import type { FeedDoor } from '../feeds/feed.ts';
import { replyAirLog, sortAsked } from './air-log.ts';
import { authorOf } from './author.ts';
import { bodyOf } from './body.ts';
import { tellClassification } from './classification.ts';
import { forAnyone, replyPreflight } from './cross-origin.ts';
import { feedDoorOf } from './feed-doors.ts';
import { tellKits } from './kits.ts';
import { type Guest, type Porter, tokenIn, whyNot } from './porter.ts';
import { describeRemote } from './remote/describe.ts';
import { createRemote, type Remote } from './remote/remote.ts';
import { requestWords } from './remote/request-words.ts';
import { askedOf, type Handler, replyJson } from './reply.ts';
import { exportedRundown, importRundown } from './rundown.ts';
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

const SOCKET_ONLY = 'This is a WebSocket: open ws://…/api/socket, or read GET /api/state.';

interface Reply {
  readonly status: number;
  /** A text is JSON already. */
  readonly body: object | string;
}

/**
 * For button panels and scripts: each command of `remote/commands.ts` by GET or POST, and what `remote/documents.ts` lists.
 * Answers in JSON, always. Pages of other sites read what is public, and command nothing; nor does who brings no token
 * from another machine.
 */
export function createApi(
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
  porter: Porter,
  tapes: TapeRoom | null = null,
  feedDoors: readonly FeedDoor[] = [],
): Handler {
  const remote = createRemote(desk, manifests);
  return (request, response) => {
    if (request.method === 'OPTIONS') return replyPreflight(request, response);
    const reply = ({ status, body }: Reply, more = {}) => replyJson(response, status, body, { ...forAnyone, ...more });
    const answer = (coming: Promise<Reply>) => {
      coming.then(reply).catch((error: unknown) => {
        reply(no(500, 'The desk stumbled over this request; control says more.'));
        throw error;
      });
    };
    const admitted = porter.admit(request, tokenIn(request.headers));
    if (!admitted.ok) return reply(no(admitted.status, admitted.why));
    const asked: Asked = { desk, manifests, remote, tapes, guest: admitted.guest };
    if (!porter.hasTime(asked.guest)) return reply(no(429, TOO_OFTEN), { 'retry-after': '1' });
    const url = askedOf(request);
    const brought = url && feedDoorOf(feedDoors, url, request, admitted.guest);
    if (brought) return answer(brought);
    const sort = url && sortAsked(url);
    if (sort) {
      const refusal = seesCrew(asked.guest.trust) ? null : whyNot(asked.guest);
      if (refusal !== null) return reply(refused(asked.guest, refusal));
      return replyAirLog(sort, url, response, desk, manifests);
    }
    if (request.method !== 'POST') return reply(replyTo(request, '', asked));
    // What he may not say is not read.
    const why = whyNot(asked.guest);
    if (why !== null) return reply(refused(asked.guest, why));
    answer(bodyOf(request).then((text) => replyTo(request, text, asked)));
  };
}

interface Asked {
  readonly desk: Desk;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly remote: Remote;
  readonly tapes: TapeRoom | null;
  readonly guest: Guest;
}

const no = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });

/** Who could bring a token is told so. */
const refused = ({ trust, isForeign }: Guest, why: string): Reply =>
  no(trust === 'listener' && !isForeign ? 401 : 403, why);

const TOO_OFTEN = 'This address asks too often: ask less than 100 times a second.';

function toldScorecard(desk: Desk): ToldScorecard {
  const { race = null, stage = null } = desk.picture().race?.sheet.info ?? {};
  return { race, stage, ...desk.scorecard() };
}

/** What a viewer may read as well. */
const reads: ReadonlySet<string> = new Set(['commands', 'socket', 'rundown', 'tapes']);

function replyTo(
  request: IncomingMessage,
  text: string | null,
  { desk, manifests, remote, tapes, guest }: Asked,
): Reply {
  const url = askedOf(request);
  if (!url) return no(400, 'That is no address that this desk can read: begin at "/api/".');
  const { pathname, searchParams } = url;
  if (request.method !== 'GET' && request.method !== 'POST') return no(405, 'This desk knows GET and POST only.');
  const asked = pathname.slice('/api/'.length);
  if (asked === 'state')
    return { status: 200, body: seesCrew(guest.trust) ? crewState(desk, manifests) : publicState(desk) };
  if (asked === 'scorecard' && request.method === 'GET') return { status: 200, body: toldScorecard(desk) };
  const isRead = request.method === 'GET' && reads.has(asked);
  const why = isRead && seesCrew(guest.trust) ? null : whyNot(guest, asked);
  if (why !== null) return refused(guest, why);
  if (asked === 'commands') return { status: 200, body: describeRemote(desk, manifests) };
  if (asked === 'socket') return no(426, SOCKET_ONLY);
  if (asked === 'tapes' && tapes) return { status: 200, body: tapesView(tapes) };
  if (asked === 'rundown' && isRead) {
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
  const tapeWord = tapes && tapeAsks.get(asked);
  if (tapeWord) {
    const told = tapeWord(tapes, searchParams);
    return told.ok ? { status: 200, body: told } : no(400, told.error);
  }
  const said = requestWords(searchParams, request.headers['content-type'], text);
  const told = said.ok ? remote(asked, said.value, author) : said;
  return told.ok ? { status: 200, body: { ...told, ...crewState(desk, manifests) } } : no(400, told.error);
}
