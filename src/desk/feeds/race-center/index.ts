import type { RaceEvent } from '../../../race/event.ts';
import type { Bib } from '../../../race/units.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, FromFeed, Live, Raw } from '../feed.ts';
import { jsonOf, numberOf, recordOf } from '../json.ts';
import { askAgain } from './ask-again.ts';
import { createNewsRound } from './news.ts';
import { createOrientation } from './orientation.ts';
import { createPaperRound, type Which } from './papers.ts';
import { raceCenterParse } from './parse.ts';
import { listen } from './stream.ts';

const FEED = 'race-center';
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
  const recent: string[] = [];
  const orient = createOrientation(Date.now);
  let listed: ReadonlyMap<Bib, unknown> | null = null;
  let stage: number | null = null;

  const which = (): Which => ({
    base,
    year: Number(asked('year')) || orient.year(),
    stage: Number(asked('stage')) || null,
    day: orient.day(),
    trace: new URL(asked('trace') ?? 'trace.json', base),
  });
  const heard = (raw: Raw) => {
    for (const event of take({ feed: FEED, ...raw })) {
      if (event.kind === 'sheet') listed = event.sheet.riders;
      else if (listed && event.kind === 'positions')
        for (const { bib } of event.samples) if (!listed.has(bib)) papers.soon(bib);
    }
    if (raw.topic !== 'stage') return;
    stage = numberOf(recordOf(jsonOf(raw.text))?.stage);
    news.now();
  };
  const ways = { which, take: heard, trouble, now: () => performance.now() };
  const news = askAgain({ round: createNewsRound(() => stage), ...ways });
  const papers = askAgain({ round: createPaperRound(), ...ways });
  const timer = setTimeout(papers.now, PATIENCE_MS);

  const hangUp = listen(
    new URL('live-stream', base),
    (text) => {
      if (recent.includes(text)) return;
      recent.push(text);
      if (recent.length > REMEMBERED) recent.shift();
      if (orient.hear(text)) {
        clearTimeout(timer);
        papers.now();
      }
      heard({ topic: 'stream', text });
    },
    (why) => trouble(`Race Center: the live stream of ${base.host} is lost (${why}); check the network; trying again.`),
  );
  return () => {
    clearTimeout(timer);
    papers.stop();
    news.stop();
    hangUp();
  };
}
