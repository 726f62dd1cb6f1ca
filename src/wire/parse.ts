import * as v from 'valibot';
import { noInsight, type RaceAndInsight } from '../insight/insight.ts';
import { noGroupsPast } from '../race/groups/past.ts';
import type { Race } from '../race/race.ts';
import type { CrewDelta, CrewSnapshot } from './crew/half.ts';
import { type LogNews, logNewsShape } from './crew/log.ts';
import { crewDeltaShape, crewShape } from './crew/schema.ts';
import { type Admitted, PROTOCOL } from './protocol.ts';
import type { Delta, OwnThemes, PastWord, Snapshot, StampedClock } from './public/half.ts';
import { withInsight } from './public/insight-rows.ts';
import { type RaceDelta, readRace } from './public/sections.ts';
import { fail, ok, type Result } from './result.ts';
import { admittedShape, airShape, clockShape, pastShape, stampedClockShape, themesShape } from './schema.ts';

/*
 * The page's door. What comes in is not known to be anything; what goes on is typed. Nothing here throws: each refusal
 * is one sentence.
 */

const number = v.pipe(v.number(), v.safeInteger());
const stamp = v.pipe(v.number(), v.finite());
const snapshotShape = v.object({
  protocol: number,
  seq: number,
  sentMs: stamp,
  race: v.optional(v.unknown()),
  air: airShape,
});
/** What of a delta is read as it comes in, however much later the rest is. */
const arrivalShape = v.object({ seq: number, sentMs: stamp, air: v.exactOptional(airShape) });
const deltaShape = v.object({
  ...arrivalShape.entries,
  race: v.optional(v.unknown()),
  clock: v.exactOptional(clockShape),
});

export function parseSnapshot(input: unknown): Result<Snapshot> {
  const protocol = v.safeParse(v.object({ protocol: number }), input);
  if (protocol.success && protocol.output.protocol !== PROTOCOL)
    return fail(
      `The desk speaks protocol ${protocol.output.protocol} and this page ${PROTOCOL}: reload the page from this desk.`,
    );
  return opened('snapshot', snapshotShape, input, ({ race, ...rest }) => {
    const read = race === undefined ? {} : readRace(bytesOf(race));
    return { ...rest, race: race === undefined ? null : whole(read) };
  });
}

export const parseDelta = (input: unknown): Result<Delta> =>
  opened('delta', deltaShape, input, ({ race, ...rest }) =>
    race === undefined ? rest : { ...rest, race: readRace(bytesOf(race)) },
  );

const asItIs = <T>(value: T): T => value;

export const parseAdmitted = (input: unknown): Result<Admitted> => opened('word', admittedShape, input, asItIs);
/** A delta as it comes in: its race stays unread. */
export const parseArrival = (input: unknown): Result<Pick<Delta, 'seq' | 'sentMs' | 'air'>> =>
  opened('delta', arrivalShape, input, asItIs);
export const parsePast = (input: unknown): Result<PastWord> => opened('past', pastShape, input, asItIs);
export const parseClock = (input: unknown): Result<StampedClock> => opened('clock', stampedClockShape, input, asItIs);
export const parseThemes = (input: unknown): Result<OwnThemes> => opened('list of themes', themesShape, input, asItIs);
export const parseCrew = (input: unknown): Result<CrewSnapshot> => opened('crew snapshot', crewShape, input, asItIs);
export const parseCrewDelta = (input: unknown): Result<CrewDelta> =>
  opened('crew delta', crewDeltaShape, input, asItIs);
export const parseLog = (input: unknown): Result<LogNews> => opened('log', logNewsShape, input, asItIs);

function opened<T, U>(
  what: string,
  shape: v.GenericSchema<unknown, T>,
  input: unknown,
  open: (value: T) => U,
): Result<U> {
  const parsed = v.safeParse(shape, input);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fail(
      `The desk sent a ${what} that this page cannot read: ${v.getDotPath(issue) ?? 'it'} is wrong (${issue.message}).`,
    );
  }
  try {
    return ok(open(parsed.output));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The desk sent a ${what} that this page cannot read: its race is damaged (${why}).`);
  }
}

/** Bytes as the browser has them, or as Node has them. */
function bytesOf(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new RangeError('it is not made of bytes');
}

function whole(delta: RaceDelta): RaceAndInsight {
  const race = foldRace(null, delta);
  if (!race) throw new RangeError('a part of it is missing');
  return race;
}

/** The race after a change; null when there is too little to make one. What is past stays at the desk. */
export function foldRace(race: RaceAndInsight | null, delta: RaceDelta): RaceAndInsight | null {
  const { standings, passages, insight, ...parts } = delta;
  const next = {
    past: noGroupsPast,
    ...race,
    ...parts,
    ...(standings && { standings: { ...race?.standings, ...standings } }),
    ...(insight && { insight: withInsight(race?.insight ?? noInsight, insight) }),
    ...(passages && { passages: [...(race?.passages ?? []).slice(0, passages.from), ...passages.rows] }),
  };
  return isRace(next) ? next : null;
}

const partsOfRace: readonly (keyof Race)[] = [
  'sheet',
  'atMs',
  'phase',
  'places',
  'groups',
  'standings',
  'passages',
  'timeTrial',
  'wind',
  'past',
  'health',
];
const isRace = (made: object): made is RaceAndInsight => partsOfRace.every((part) => part in made);

/** What a page holds after a delta; the delta must be the next one. */
export const foldDelta = (held: Snapshot, { seq, sentMs, race, air }: Delta): Snapshot => ({
  ...held,
  seq,
  sentMs,
  ...(air && { air }),
  race: race ? foldRace(held.race, race) : held.race,
});

export const foldCrew = (held: CrewSnapshot, delta: CrewDelta): CrewSnapshot => ({ ...held, ...delta });
