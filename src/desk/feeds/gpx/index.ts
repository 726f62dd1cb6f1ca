import { basename, resolve } from 'node:path';
import { ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, Playable, Timed } from '../feed.ts';
import { FEED, type FixesText, parse, type RidersText } from './parse.ts';
import { type Ride, type Rides, readRides } from './rides.ts';
import { setOffMs } from './set-off.ts';

export default {
  name: FEED,
  takes: '<folder>',
  help: 'the GPX files of the riders, one each ("12 Dupont.gpx"), played as the race that they were',
  isLive: false,
  parser: () => parse,
  open: ({ argument }) => gpx(argument),
} satisfies FeedKind;

/** A race after the fact: what the riders' own receivers wrote down, told as if it came now, second by second. */
function gpx(folder: string): Result<Playable> {
  const read = readRides(folder);
  if (!read.ok) return read;
  const { rides } = read.value;
  const fromMs = Math.min(...rides.map(({ points }) => points[0]!.atMs));
  const toMs = Math.max(...rides.map(({ points }) => points.at(-1)!.atMs));
  const leftMs = setOffMs(rides);
  return ok({
    title: `${rides.length} ${rides.length === 1 ? 'ride' : 'rides'} of ${basename(resolve(folder))}`,
    feeds: [FEED],
    reader: () => parse,
    span: { fromMs, toMs },
    startMs: Math.max(fromMs, (leftMs ?? fromMs) - BEFORE_MS),
    // Where that was only the road tells, and this feed has none.
    momentAt: () => null,
    play: () => play(folder, read.value, fromMs, leftMs),
  });
}

/** The riders are seen waiting. */
const BEFORE_MS = 60_000;
const SECOND_MS = 1000;
const digits = (value: number, count: number): number => Math.round(value * 10 ** count) / 10 ** count;

function* play(folder: string, { rides, leftOut }: Rides, fromMs: number, leftMs: number | null): Generator<Timed> {
  const papers: RidersText = {
    id: `gpx-${basename(resolve(folder))}`,
    startMs: leftMs,
    utcOffsetMin: -new Date(fromMs).getTimezoneOffset(),
    riders: rides.map(({ bib, family, given }) => ({ bib, family, given })),
    leftOut: [...leftOut, ...rides.filter(({ isNumber }) => !isNumber).map(namelessSaid)],
  };
  yield { feed: FEED, topic: 'riders', text: JSON.stringify(papers), atMs: fromMs };
  const next = rides.map(() => 0);
  for (;;) {
    const earliest = Math.min(...rides.map(({ points }, i) => points[next[i]!]?.atMs ?? Number.POSITIVE_INFINITY));
    if (earliest === Number.POSITIVE_INFINITY) return;
    const untilMs = (Math.floor(earliest / SECOND_MS) + 1) * SECOND_MS;
    const fixes: FixesText = [];
    for (const [i, { bib, points }] of rides.entries()) {
      let at = next[i]!;
      for (; at < points.length && points[at]!.atMs < untilMs; at += 1) {
        const { atMs, lat, lon, altitudeM } = points[at]!;
        fixes.push([bib, atMs, digits(lat, 6), digits(lon, 6), altitudeM === null ? null : digits(altitudeM, 1)]);
      }
      next[i] = at;
    }
    const atMs = Math.max(...fixes.map(([, told]) => told));
    yield { feed: FEED, topic: 'fixes', text: JSON.stringify(fixes), atMs };
  }
}

const namelessSaid = ({ file, bib }: Ride): string =>
  `${file} names no number: write it first, as "12 ${file}", or list "${bib}" as a device of its rider in --riders`;
