import type { RaceEvent } from '../../../race/event.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, FromFeed, Live } from '../feed.ts';
import { fetchPapers } from './papers.ts';
import { raceCenterParse } from './parse.ts';
import { listen } from './stream.ts';

const FEED = 'race-center';
/** How long to wait before the papers are asked for again. */
const AGAIN_MS = 10_000;
/** How long the stream may take to say which race it is. */
const PATIENCE_MS = 3000;
/** The stream repeats its newest frames on every connection. */
const REMEMBERED = 8;

export default {
  name: FEED,
  takes: '<url>',
  help: "the organiser's live feed",
  isLive: true,
  parser: raceCenterParse,
  open: ({ argument }) => raceCenter(argument),
} satisfies FeedKind;

/**
 * The organiser's Race Center, live. The address may say which race: `?year=2026&stage=5&trace=https://.../trace.json`;
 * else it is the stage of the day on which the stream speaks, and the trace lies beside the api.
 */
export function raceCenter(address: string): Result<Live> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return fail(`"${address}" is no address of a Race Center; write --feed race-center:https://host.`);
  const title = `the Race Center at ${url.host}`;
  return ok({
    title,
    feeds: [FEED],
    reader: raceCenterParse,
    listen: (take, trouble) => follow(url, take, trouble),
  });
}

function follow(
  url: URL,
  take: (input: FromFeed) => readonly RaceEvent[],
  trouble: (text: string) => void,
): () => void {
  const base = new URL('/', url);
  const asked = (name: string) => url.searchParams.get(name);
  let stopped = false;
  let oriented = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let year = Number(asked('year')) || new Date().getFullYear();
  let day = new Date().toISOString().slice(0, 10);
  const recent: string[] = [];

  const papers = async () => {
    const stage = Number(asked('stage')) || null;
    const got = await fetchPapers({ base, year, stage, day, trace: new URL(asked('trace') ?? 'trace.json', base) });
    if (stopped) return;
    if (got.ok) for (const paper of got.value) take({ feed: FEED, ...paper });
    else {
      trouble(`Race Center: ${got.error}; check the address; it is asked again every ${AGAIN_MS / 1000} s.`);
      timer = setTimeout(papers, AGAIN_MS);
    }
  };

  /** A stream from another season or day than ours (a rehearsal) says which papers to ask for. */
  const orient = (text: string) => {
    const bind = /"bind":\s*"\w+-(\d{4})/.exec(text);
    if (!bind || oriented) return;
    oriented = true;
    year = Number(asked('year')) || Number(bind[1]);
    const atS = Number(/"TimeStamp":\s*"?(\d+)/.exec(text)?.[1]);
    if (atS) day = new Date(atS * 1000).toISOString().slice(0, 10);
    clearTimeout(timer);
    void papers();
  };
  timer = setTimeout(papers, PATIENCE_MS);

  const hangUp = listen(
    new URL('live-stream', base),
    (text) => {
      if (recent.includes(text)) return;
      recent.push(text);
      if (recent.length > REMEMBERED) recent.shift();
      orient(text);
      take({ feed: FEED, topic: 'stream', text });
    },
    (why) => trouble(`Race Center: the live stream of ${base.host} is lost (${why}); check the network; trying again.`),
  );
  return () => {
    stopped = true;
    clearTimeout(timer);
    hangUp();
  };
}
