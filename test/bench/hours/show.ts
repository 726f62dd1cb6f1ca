import { chance } from '../../../assets/races/hautes-vallees/day/chance.ts';
import type { Manifest } from '../../../src/show/manifest.ts';

/** What stands behind `/api/` in one request of a panel. */
export type Request = string;

/** After so many turns each of these comes again; what is frozen or hidden is so for a few turns. */
const WORD_TURNS = 24;
const FREEZE_TURNS = 40;
const REPLAY_TURNS = 56;
const ALL_OUT_TURNS = 90;
const PANIC_TURNS = 200;

/** Seconds after which a strap leaves by itself. */
const STRAP_S = 8;

/** Keys of the first bank of the rundown that come one after the other. */
const KEYS = 8;

/**
 * A show as a panel asks for it: graphics and straps of riders come, walk and go; data stand still and go on, replays begin
 * and end, a hand corrects a name and takes that back, everything is cleaned now and then. The same seed gives the same show.
 */
export function* showOf(seed: number, manifests: readonly Manifest[], bibs: readonly string[]): Generator<Request> {
  const graphics = manifests.filter(({ replay }) => replay !== 'tag');
  const straps = graphics.filter((one) => Object.values(one.params).some((param) => 'takes' in param && param.takes));
  const walked = graphics.filter(({ steps }) => typeof steps !== 'number' || steps > 1);
  for (let turn = 0; ; turn += 1) {
    const one = <T>(among: readonly T[], key: number): T => among[Math.floor(chance(seed, key, turn) * among.length)]!;
    const round = turn - (turn % WORD_TURNS);
    const rare = rareAt(turn, bibs[Math.floor(chance(seed, 1, round) * bibs.length)]!);
    if (rare) {
      yield* rare;
      continue;
    }
    const share = chance(seed, 2, turn);
    if (share < 0.3) yield `take-direct?item=${1 + Math.floor(chance(seed, 3, turn) * KEYS)}`;
    else if (share < 0.5) yield strapOf(one(straps, 4), one(bibs, 5));
    else if (share < 0.6) yield* [`cue?overlay=${one(graphics, 6).id}`, 'take'];
    else if (share < 0.85) yield `${chance(seed, 7, turn) < 0.7 ? 'next' : 'previous'}?overlay=${one(walked, 8).id}`;
    else if (share < 0.95) yield `out?overlay=${one(graphics, 9).id}`;
    else yield 'undo';
  }
}

function strapOf({ id, params }: Manifest, bib: string): Request {
  const [name] = Object.entries(params).find(([, param]) => 'takes' in param && param.takes)!;
  return `take-direct?overlay=${id}&${name}=${bib}&outS=${STRAP_S}`;
}

/** Null at most turns. */
function rareAt(turn: number, bib: string): readonly Request[] | null {
  const at = (every: number, moment: number) => turn % every === moment;
  if (at(PANIC_TURNS, 150)) return ['panic', 'release'];
  if (at(ALL_OUT_TURNS, 80)) return ['clear'];
  if (at(FREEZE_TURNS, 20)) return ['freeze'];
  if (at(FREEZE_TURNS, 26)) return ['thaw'];
  if (at(REPLAY_TURNS, 30)) return ['replay'];
  if (at(REPLAY_TURNS, 35)) return ['live'];
  if (at(WORD_TURNS, 7)) return [`override?bib=${bib}&field=family&value=${encodeURIComponent(`Šafránek ${turn}`)}`];
  if (at(WORD_TURNS, 15)) return [`override?bib=${bib}&field=hidden&value=yes&minutes=10`];
  if (at(WORD_TURNS, 21)) return [`override?bib=${bib}&field=family`];
  return null;
}

/** After it nothing is frozen or hidden, something is on air, and a hand has said something that stands. */
export const lastWords: readonly Request[] = [
  ...['release', 'thaw', 'live', 'take-direct?item=2', 'take-direct?item=4'],
  'override?path=race/to-go&value=42.3',
  'slate?line=3: 31 32 33 -40',
];

/** So long after the last words nothing leaves by itself any more. */
export const REST_MS = (STRAP_S + 4) * 1000;
