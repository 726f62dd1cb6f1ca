import type { RaceEvent } from '../../../race/event.ts';
import type { Bib } from '../../../race/units.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { Waits } from '../come-back.ts';
import type { FeedKind, FromFeed, Live, Raw } from '../feed.ts';
import { jsonOf, numberOf, recordOf } from '../json.ts';
import { createGroupBook, stageAnnounced } from './asides.ts';
import { askAgain } from './ask-again.ts';
import { bindIn, fates } from './binds.ts';
import { createNewsRound } from './news.ts';
import { createOrientation } from './orientation.ts';
import { createPaperRound, type Which } from './papers.ts';
import { raceCenterParse } from './parse.ts';
import { createRepeats } from './repeats.ts';
import { listen } from './stream.ts';

const FEED = 'race-center';
/** How long the stream may take to say which race it is. */
const PATIENCE_MS = 3000;
/** A race that was on so lately keeps its papers: its results are shown, whichever stage is announced. */
const OVER_MS = 3 * 3_600_000;
/** Of what the organiser writes in several languages. */
const LANGUAGE = 'en';

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
 * else it is the stage of the day on which the stream speaks, and the trace lies beside the api. `&language=fr` is the one
 * in which race radio is heard, where the organiser writes it in several.
 */
export function raceCenter(address: string, waits?: Waits): Result<Live> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return fail(`"${address}" is no address of a Race Center; write --feed race-center:https://host.`);
  const title = `the Race Center at ${url.host}`;
  return ok({
    title,
    feeds: [FEED],
    reader: raceCenterParse,
    listen: (take, trouble) => follow(url, waits, take, trouble),
  });
}

function follow(
  url: URL,
  waits: Waits | undefined,
  take: (input: FromFeed) => readonly RaceEvent[],
  trouble: (text: string) => void,
): () => void {
  const base = new URL('/', url);
  const asked = (name: string) => url.searchParams.get(name);
  const isRepeat = createRepeats();
  const groupsNew = createGroupBook();
  const language = asked('language') ?? LANGUAGE;
  const orient = createOrientation(Date.now);
  let listed: ReadonlyMap<Bib, unknown> | null = null;
  let stage: number | null = null;
  let announced: number | null = null;
  let racedMs = Number.NEGATIVE_INFINITY;

  const which = (): Which => ({
    base,
    year: Number(asked('year')) || orient.year(),
    stage: Number(asked('stage')) || (performance.now() - racedMs < OVER_MS ? stage : null) || announced,
    day: orient.day(),
    language,
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
  const news = askAgain({ round: createNewsRound(() => stage, performance.now.bind(performance)), ...ways });
  const papers = askAgain({ round: createPaperRound(), ...ways });
  const timer = setTimeout(papers.now, PATIENCE_MS);

  const update = (text: string) => {
    if (isRepeat(text)) return;
    const bind = bindIn(text);
    const fate = bind && fates.get(bind.name);
    if (orient.hear(text)) {
      [announced, stage] = [null, null];
      clearTimeout(timer);
      papers.now();
    }
    if (fate === 'paper') papers.again();
    const isOther = bind?.name === 'publication' && bind.language !== null && bind.language !== language;
    if (/"RaceStatus":\s*true/.test(text)) racedMs = performance.now();
    if (fate !== 'left' && fate !== 'paper' && !isOther) heard({ topic: 'stream', text });
  };
  const aside: Readonly<Record<string, (text: string) => void>> = {
    message: () => {},
    uid: () => {},
    end: () => {},
    stage(text) {
      const number = stageAnnounced(text);
      if (number === null || number === announced) return;
      announced = number;
      papers.again();
    },
    groups(text) {
      const names = groupsNew(text).map((bind) => bind.split('-', 1)[0] ?? '');
      if (names.some((name) => fates.get(name) === 'paper')) papers.again();
      if (names.length > 0) news.again();
    },
  };

  const hangUp = listen(
    new URL('live-stream', base),
    {
      heard: (text, event) => (Object.hasOwn(aside, event) ? aside[event]?.(text) : update(text)),
      back: news.again,
      trouble: (why) =>
        trouble(`Race Center: the live stream of ${base.host} is lost (${why}); check the network; trying again.`),
    },
    waits,
  );
  return () => {
    clearTimeout(timer);
    papers.stop();
    news.stop();
    hangUp();
  };
}
