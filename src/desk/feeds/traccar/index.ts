import { fail, ok, type Result } from '../../../wire/result.ts';
import type { Waits } from '../come-back.ts';
import type { FeedKind, FromFeed, Live, Receipt } from '../feed.ts';
import type { Json } from '../json.ts';
import { serverAddressOf } from '../server-address.ts';
import { followTraccar } from './follow.ts';
import { createForwardDoor } from './forward-door.ts';
import { TRACCAR, traccarParse } from './parse.ts';
import { createTold } from './told.ts';

export default {
  name: TRACCAR,
  takes: '<url>',
  standsAlone: true,
  help: 'trackers by a server of Traccar, asked or forwarding; their road comes with --course',
  isLive: true,
  comesByNetwork: 'alone',
  parser: traccarParse,
  open: ({ argument }) => traccarServer(argument),
} satisfies FeedKind;

/**
 * `https://host` of a server that is asked, as `user:password@` of the address or TRACCAR_USER and TRACCAR_PASSWORD; ""
 * for one that forwards to this desk, which any may do besides.
 */
export function traccarServer(address: string, waits?: Waits): Result<Live> {
  const { TRACCAR_USER: user, TRACCAR_PASSWORD: password } = process.env;
  const server = address === '' ? null : serverAddressOf(address, { user, password });
  if (address !== '' && (!server || !/^https?:$/.test(server.protocol)))
    return fail('That is no address of a Traccar server; write --feed traccar:https://host.');
  if (server && (server.user === null || server.password === null))
    return fail(
      `Say who asks ${server.host}: set TRACCAR_USER and TRACCAR_PASSWORD, or write user:password@ before it.`,
    );
  let tell: ((body: Json, atMs: number) => void) | null = null;
  const toldBefore = createTold();
  const forwarded = (body: Json, atMs: number): Receipt => {
    if (!tell) return { status: 503, body: { ok: false, error: 'The desk is starting: ask again in a second.' } };
    tell(body, atMs);
    return { status: 200, body: { ok: true } };
  };
  return ok({
    title: server ? `the trackers of ${server.host}` : 'trackers that a Traccar server forwards',
    feeds: [TRACCAR],
    tellsNoTime: true,
    doors: [createForwardDoor(forwarded)],
    // Of the tape as well, where the desk was killed.
    reader() {
      const parse = traccarParse();
      return (input) => {
        toldBefore.note(input.topic, input.text);
        return parse(input);
      };
    },
    listen(take: (input: FromFeed) => unknown, trouble) {
      const say = (topic: string, said: object) => take({ feed: TRACCAR, topic, text: JSON.stringify(said) });
      say('start', { at: Date.now(), utcOffsetMin: -new Date().getTimezoneOffset() });
      const told = (body: Json, atMs: number) => void say('message', { at: atMs, body });
      tell = told;
      const lost = (why: string) =>
        trouble(`Traccar: the server ${server?.host} is lost (${why}); it is asked again and again.`);
      const stop = server
        ? followTraccar({ server, told: toldBefore, tell: told, lost, ...(waits && { waits }) })
        : () => {};
      return () => {
        tell = null;
        stop();
      };
    },
  });
}
