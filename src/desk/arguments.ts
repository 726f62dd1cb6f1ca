import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../wire/result.ts';
import type { FeedKind } from './feeds/feed.ts';
import type { FeedKinds } from './feeds/kinds.ts';

/** Where a playable begins. */
export type From =
  | { readonly at: 'start' }
  | { readonly at: 'km'; readonly km: number }
  | { readonly at: 'km-to-go'; readonly km: number }
  /** Minutes since midnight, on the clock of the church tower. */
  | { readonly at: 'time-of-day'; readonly minutes: number };

/** A feed by its kind, and what stands after the colon. */
export interface AskedFeed {
  readonly kind: string;
  readonly argument: string;
}

export interface Arguments {
  readonly feeds: readonly AskedFeed[];
  readonly from: From;
  readonly speed: number;
  readonly seed: number;
  /** A file; null leaves the course to the feed. */
  readonly course: string | null;
  /** Which track of that file, from 1; null where it has one. */
  readonly track: number | null;
  /** A preset or a file; null leaves the rules to the feed. */
  readonly rules: string | null;
  /** A file of how the race stood before the stage; null leaves it to the feed. */
  readonly classification: string | null;
  /** A file of start times of a time trial; null leaves them to the feed. */
  readonly starts: string | null;
  /** A file of kits, wearers and looks of jerseys; null leaves them to the feed. */
  readonly kits: string | null;
  readonly port: number;
  readonly host: string;
  readonly fresh: boolean;
  readonly tapes: string;
  /** A folder of the user's own themes; null where there is none. */
  readonly themes: string | null;
  readonly dev: boolean;
  /** A folder of pages that were built before; null builds them at the start. */
  readonly pages: string | null;
  /** Names, beside its own, under which this machine is asked. */
  readonly allowHost: readonly string[];
  readonly help: boolean;
  /** What chose the feed, as one text: a tape is taken up again only by a desk that was asked for the same. */
  readonly source: string;
}

export const usageOf = (kinds: FeedKinds): string => `Ardoise: television graphics for cycling.

  npm start -- [options]

  --feed <feed>              where the race comes from; several --feed meet in one race
${[...kinds.values()].map((kind) => `         ${formOf(kind).padEnd(20)}${kind.help}`).join('\n')}
  --from 42km                begin where the head of the race is at 42 km; also 42km-to-go
         14:30               or at this time of day where the race is
  --speed 8                  race seconds a second, 0.1 to 60
  --seed 7                   another built-in race with the same riders
  --course stage.gpx         the road, where the feed gives none or a wrong one; or a JSON file of its figures
  --track 2                  which track of that file, where it has several
  --rules tour-2025          what the race is decided by: a preset, or a file {"preset", "own"} of its own figures
  --classification gc.csv    how the race stood before the stage: columns bib and gap or time, or points
  --starts start-list.csv    when who starts a time trial: columns bib and time, on the clock of the place
  --kits kits.json           two colours a team, who wears which jersey and how it looks: {"teams", "jerseys", "looks"}
  --port 4000  --host 127.0.0.1
  --allow-host <name>        a name of this machine in the studio, such as desk.studio.lan; may be given several times
  --tape <folder>            where tapes are kept (default .tapes)
  --themes <folder>          your own looks beside the shipped ones, read again at each change
  --fresh                    begin anew, although the last desk was killed
  --pages <folder>           pages built before with "npx vite build"; without it they are built at each start
  --dev                      pages from their source, with hot reload
  --help`;

const options = {
  feed: { type: 'string', multiple: true },
  from: { type: 'string' },
  speed: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  course: { type: 'string' },
  track: { type: 'string' },
  rules: { type: 'string' },
  classification: { type: 'string' },
  starts: { type: 'string' },
  kits: { type: 'string' },
  port: { type: 'string', default: '4000' },
  host: { type: 'string', default: '127.0.0.1' },
  tape: { type: 'string', default: '.tapes' },
  themes: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  pages: { type: 'string' },
  'allow-host': { type: 'string', multiple: true, default: [] as string[] },
  dev: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What the desk is asked to do, or one sentence on what is wrong. */
export function readArguments(words: readonly string[], kinds: FeedKinds): Result<Arguments> {
  const given = valuesOf(words);
  if (!given.ok) return given;
  const { feed: feedTexts = ['simulation'], from: fromText, ...values } = given.value;
  const feeds = feedsOf(feedTexts, kinds);
  if (!feeds.ok) return feeds;
  const from = fromOf(fromText);
  if (!from.ok) return from;
  const [speed, seed, port] = [numberIn(values.speed), numberIn(values.seed), numberIn(values.port)];
  if (!(speed >= 0.1 && speed <= 60)) return fail(`--speed ${values.speed} does not fit: give 0.1 to 60.`);
  if (!(Number.isInteger(seed) && seed >= 0)) return fail(`--seed ${values.seed} does not fit: give a whole number.`);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65535))
    return fail(`--port ${values.port} does not fit: give a whole number up to 65535.`);
  if (feeds.value.some(({ kind }) => kinds.get(kind)?.isLive) && (fromText !== undefined || speed !== 1))
    return fail('A live feed happens now: leave --from and --speed out, or replay its tape.');
  const track = values.track === undefined ? null : numberIn(values.track);
  if (track !== null && !(Number.isInteger(track) && track >= 1))
    return fail(`--track ${values.track} does not fit: give the number of a track, from 1.`);
  const odd = values['allow-host'].find((name) => !/^[a-z\d]([\w.-]*[a-z\d])?$/i.test(name));
  if (odd !== undefined)
    return fail(`--allow-host ${odd} is no name of a machine: write it without http:// and port, as desk.studio.lan.`);
  const {
    'allow-host': allowHost,
    pages = null,
    host,
    course = null,
    rules = null,
    classification = null,
    starts = null,
    kits = null,
    fresh,
    tape: tapes,
    themes = null,
    dev,
    help,
  } = values;
  const source = [
    ...feedTexts,
    fromText ?? '',
    speed,
    seed,
    course ?? '',
    track ?? '',
    rules ?? '',
    classification ?? '',
    ...(starts === null ? [] : [starts]),
    ...(kits === null ? [] : [kits]),
    `${host}:${port}`,
  ].join(' ');
  return ok({
    feeds: feeds.value,
    from: from.value,
    speed,
    seed,
    course,
    track,
    rules,
    classification,
    starts,
    kits,
    port,
    host,
    fresh,
    tapes,
    themes,
    dev,
    pages,
    allowHost,
    help,
    source,
  });
}

function valuesOf(words: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...words], options }).values);
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return fail(`${sentence.replace(/\.$/, '')}; --help lists what there is.`);
  }
}

const formOf = ({ name, takes }: FeedKind): string => (takes === null ? name : `${name}:${takes}`);

function feedsOf(texts: readonly string[], kinds: FeedKinds): Result<AskedFeed[]> {
  const feeds: AskedFeed[] = [];
  for (const [i, text] of texts.entries()) {
    const feed = feedOf(text, kinds);
    if (!feed) return fail(`--feed ${text} is no feed: there are ${listed([...kinds.values()].map(formOf))}.`);
    if (texts.indexOf(text) < i) return fail(`--feed ${text} is given twice; leave one out.`);
    feeds.push(feed);
  }
  const isLive = ({ kind }: AskedFeed) => kinds.get(kind)?.isLive === true;
  const [live, played] = [feeds.find(isLive), feeds.find((feed) => !isLive(feed))];
  return live && played
    ? fail(`--feed ${live.kind} happens now and ${played.kind} is played: give one desk the one or the other.`)
    : ok(feeds);
}

function feedOf(text: string, kinds: FeedKinds): AskedFeed | null {
  const [name = ''] = text.split(':', 1);
  const kind = kinds.get(name);
  if (!kind) return null;
  const argument = text.slice(name.length + 1);
  return (kind.takes === null ? text === name : argument !== '') ? { kind: name, argument } : null;
}

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function fromOf(text: string | undefined): Result<From> {
  if (text === undefined) return ok({ at: 'start' });
  const km = /^(\d+(?:\.\d+)?)km(-to-go)?$/.exec(text);
  if (km) return ok({ at: km[2] ? 'km-to-go' : 'km', km: Number(km[1]) });
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  if (clock && Number(clock[1]) < 24)
    return ok({ at: 'time-of-day', minutes: Number(clock[1]) * 60 + Number(clock[2]) });
  return fail(`--from ${text} is no moment: write 42km, 42km-to-go or a time of day such as 14:30.`);
}

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
