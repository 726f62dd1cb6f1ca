import { fail, ok, type Result } from '../../wire/result.ts';
import type { Arguments } from '../arguments.ts';
import { feedDoorOf } from '../doors/feed-doors.ts';
import { createGate } from '../doors/gate.ts';
import { judgeOf } from '../doors/origin.ts';
import { createPorter, tokenIn } from '../doors/porter.ts';
import { askedOf, type Handler, replyJson } from '../doors/reply.ts';
import type { FeedDoor } from '../feeds/feed.ts';
import { listen } from '../listen.ts';
import { createNotices } from '../notices.ts';
import { tokenFileIn } from '../tokens/token-file.ts';
import { openTokens } from '../tokens/tokens.ts';

type Asked = Pick<Arguments, 'host' | 'port' | 'allowHost' | 'behindProxy' | 'tapes' | 'tokens'>;

/** The doors of a feed without a desk behind them: their addresses, as this machine calls them. */
export async function openDoors(doors: readonly FeedDoor[], args: Asked): Promise<Result<readonly string[]>> {
  const notices = createNotices((line) => process.stderr.write(`${line}\n`));
  const judge = judgeOf(args.allowHost);
  const porter = createPorter({
    judge,
    tokens: openTokens(args.tokens ?? tokenFileIn(args.tapes), notices),
    isBehindProxy: args.behindProxy,
    onWrongToken: () => {},
    now: () => performance.now(),
  });
  const api: Handler = (request, response) => {
    const admitted = porter.admit(request, tokenIn(request.headers));
    if (!admitted.ok) return replyJson(response, admitted.status, { ok: false, error: admitted.why });
    const url = askedOf(request);
    const brought = url && feedDoorOf(doors, url, request, admitted.guest);
    if (!brought) return replyJson(response, 404, { ok: false, error: 'Here is only listened to a feed.' });
    brought.then(({ status, body }) => replyJson(response, status, body));
  };
  const gate = createGate({ judge, notices, mostConnections: 2000 });
  gate.open({ api });
  const port = await listen(gate.server, args.host, args.port, notices);
  if (!port.ok) return fail(port.error);
  return ok(doors.map(({ name }) => `http://${args.host}:${port.value}/api/feed/${name}`));
}
