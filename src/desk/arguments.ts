import { fail, ok, type Result } from '../wire/result.ts';
import { type AskedFeed, feedsOf } from './feeds/asked-feeds.ts';
import { type From, fromOf } from './feeds/from.ts';
import type { FeedKinds } from './feeds/kinds.ts';
import { withoutCredentials } from './feeds/server-address.ts';
import { readOptions, readTrack } from './options.ts';
import { type OscAsked, oscOf } from './osc-arguments.ts';

export interface Arguments {
  readonly feeds: readonly AskedFeed[];
  readonly from: From;
  readonly speed: number;
  readonly seed: number;
  /** A file; null leaves the course to the feed. */
  readonly course: string | null;
  /** Which track of that file, from 1; null where it has one. */
  readonly track: number | null;
  /** How many laps a circuit has of which the road is one; null leaves it to who tells the road. */
  readonly laps: number | null;
  /** A file of who rides; null leaves the riders to the feed. */
  readonly riders: string | null;
  /** A preset or a file; null leaves the rules to the feed. */
  readonly rules: string | null;
  /** A file of how the race stood before the stage; null leaves it to the feed. */
  readonly classification: string | null;
  /** A file of start times of a time trial; null leaves them to the feed. */
  readonly starts: string | null;
  /** A file of kits, wearers and looks of jerseys; null leaves them to the feed. */
  readonly kits: string | null;
  /** A folder of earlier races; null forecasts by what the desk has of its own. */
  readonly history: string | null;
  readonly port: number;
  readonly host: string;
  readonly fresh: boolean;
  readonly tapes: string;
  /** A folder of the user's own themes; null where there is none. */
  readonly themes: string | null;
  readonly dev: boolean;
  /** A folder of pages that were built before; null builds them at the start. */
  readonly pages: string | null;
  readonly osc: OscAsked;
  /** Names, beside its own, under which this machine is asked. */
  readonly allowHost: readonly string[];
  /** Whoever asks comes by a proxy on this machine, and is not trusted for that. */
  readonly behindProxy: boolean;
  /** Where tokens are kept; null is beside the tapes. */
  readonly tokens: string | null;
  /** PEM files; null is http. */
  readonly tlsCert: string | null;
  readonly tlsKey: string | null;
  readonly help: boolean;
  /** What chose the feed, as one text: a tape is taken up again only by a desk that was asked for the same. */
  readonly source: string;
}

const options = {
  feed: { type: 'string', multiple: true },
  from: { type: 'string' },
  speed: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  course: { type: 'string' },
  track: { type: 'string' },
  riders: { type: 'string' },
  laps: { type: 'string' },
  rules: { type: 'string' },
  classification: { type: 'string' },
  starts: { type: 'string' },
  kits: { type: 'string' },
  history: { type: 'string' },
  port: { type: 'string', default: '4000' },
  host: { type: 'string', default: '127.0.0.1' },
  tape: { type: 'string', default: '.tapes' },
  themes: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  pages: { type: 'string' },
  'allow-host': { type: 'string', multiple: true, default: [] as string[] },
  'behind-proxy': { type: 'boolean', default: false },
  tokens: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  osc: { type: 'string' },
  'osc-from': { type: 'string', multiple: true, default: [] as string[] },
  'osc-to': { type: 'string', multiple: true, default: [] as string[] },
  dev: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What the desk is asked to do, or one sentence on what is wrong. */
export function readArguments(words: readonly string[], kinds: FeedKinds): Result<Arguments> {
  const given = readOptions(words, options);
  if (!given.ok) return given;
  const {
    feed: feedTexts = ['simulation'],
    from: fromText,
    'allow-host': allowHost,
    'osc-from': oscFrom,
    'osc-to': oscTo,
    tape: tapes,
    'behind-proxy': behindProxy,
    'tls-cert': tlsCert = null,
    'tls-key': tlsKey = null,
    ...values
  } = given.value;
  const feeds = feedsOf(feedTexts, kinds);
  if (!feeds.ok) return feeds;
  const from = fromOf(fromText);
  if (!from.ok) return from;
  const numbers = numbersOf(values);
  if (!numbers.ok) return numbers;
  const { speed, seed, port, track, laps } = numbers.value;
  const roadless = feeds.value.find(({ kind }) => kinds.get(kind)?.lacksRoad);
  const hasRoad = feeds.value.some(({ kind }) => !kinds.get(kind)?.lacksRoad);
  if (roadless && !hasRoad && values.course === undefined)
    return fail(`--feed ${roadless.kind} tells no road: add --course stage.gpx.`);
  if (feeds.value.some(({ kind }) => kinds.get(kind)?.isLive) && (fromText !== undefined || speed !== 1))
    return fail('A live feed happens now: leave --from and --speed out, or replay its tape.');
  const odd = allowHost.find((name) => !/^[a-z\d]([\w.-]*[a-z\d])?$/i.test(name));
  if (odd !== undefined)
    return fail(`--allow-host ${odd} is no name of a machine: write it without http:// and port, as desk.studio.lan.`);
  const { host, fresh, dev, help, pages = null, themes = null, tokens = null } = values;
  const osc = oscOf({ osc: values.osc, from: oscFrom, to: oscTo, host });
  if (!osc.ok) return osc;
  const { course = null, riders = null, rules = null, classification = null, starts = null, kits = null } = values;
  const { history = null } = values;
  const files = [course, track, rules, classification].map((one) => one ?? '');
  const later = [starts, kits, riders, laps && `${laps} laps`, history].filter((one) => one !== null);
  const asked = feedTexts.map(withoutCredentials);
  const source = [...asked, fromText ?? '', speed, seed, ...files, ...later, `${host}:${port}`].join(' ');
  return ok({
    feeds: feeds.value,
    from: from.value,
    ...numbers.value,
    course,
    riders,
    rules,
    classification,
    starts,
    kits,
    history,
    host,
    fresh,
    tapes,
    themes,
    dev,
    pages,
    osc: osc.value,
    allowHost,
    behindProxy,
    tokens,
    tlsCert,
    tlsKey,
    help,
    source,
  });
}

interface NumberTexts {
  readonly speed: string;
  readonly seed: string;
  readonly port: string;
  readonly track?: string | undefined;
  readonly laps?: string | undefined;
}

function numbersOf(texts: NumberTexts): Result<Pick<Arguments, 'speed' | 'seed' | 'port' | 'track' | 'laps'>> {
  const [speed, seed, port] = [numberIn(texts.speed), numberIn(texts.seed), numberIn(texts.port)];
  if (!(speed >= 0.1 && speed <= 60)) return fail(`--speed ${texts.speed} does not fit: give 0.1 to 60.`);
  if (!(Number.isInteger(seed) && seed >= 0)) return fail(`--seed ${texts.seed} does not fit: give a whole number.`);
  if (!(Number.isInteger(port) && port >= 0 && port <= 65535))
    return fail(`--port ${texts.port} does not fit: give a whole number up to 65535.`);
  const track = readTrack(texts.track);
  if (!track.ok) return track;
  const laps = texts.laps === undefined ? null : numberIn(texts.laps);
  if (laps !== null && !(Number.isInteger(laps) && laps >= 1 && laps <= 500))
    return fail(`--laps ${texts.laps} does not fit: give a whole number from 1 to 500.`);
  return ok({ speed, seed, port, track: track.value, laps });
}

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
