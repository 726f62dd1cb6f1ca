import type { Race } from '../../src/race/race.ts';
import { frameOf } from '../../src/wire/frame.ts';
import { foldRace, parseDelta } from '../../src/wire/parse.ts';
import { raceEncoder } from '../../src/wire/public/encode.ts';
import { START_MS } from '../support/race.ts';
import { fullField } from '../wire/race.arbitrary.ts';

/** Race seconds that are sent, one delta each. */
const SECONDS = 300;
/** What is around the bytes of a race on the socket: the rest of the delta, and the head of the one frame. */
const ENVELOPE_BYTES = frameOf('delta', { seq: 10_000, sentMs: 10_000_000, race: new Uint8Array() }).bytes.length + 4;

/** What 176 riders in five groups cost on the wire, with everything changing once a second. */
export async function wireBench() {
  const races = Array.from({ length: SECONDS + 1 }, (_, second) => fullField(START_MS + second * 1000));
  // Once for the compiler: a desk runs for hours.
  sent(races);
  const [all, bare] = [sent(races), sent(races.map((race) => ({ ...race, standings: races[0]!.standings })))];
  return {
    riders: 176,
    bytesPerSecond: Math.round(all.bytes / SECONDS) + ENVELOPE_BYTES,
    positionBytesPerFrame: Math.round(bare.bytes / SECONDS),
    positionBytesPerRider: Math.round((bare.bytes / SECONDS / 176) * 10) / 10,
    snapshotBytes: all.snapshotBytes,
    encodeUs: Math.round(all.encodeUs),
    parseUs: Math.round(all.parseUs),
  };
}

/** The first race is the snapshot that a page already has. */
function sent([first, ...races]: readonly Race[]) {
  const encoder = raceEncoder();
  encoder.delta(first!);
  const began = cpuUs();
  const deltas = races.map((race) => encoder.delta(race) ?? new Uint8Array());
  const encoded = cpuUs();
  let held = foldRace(null, read(raceEncoder().delta(first!)!));
  const reading = cpuUs();
  for (const delta of deltas) held = foldRace(held, read(delta));
  const done = cpuUs();
  if (held?.atMs !== races.at(-1)?.atMs) throw new Error('the race that came is not the one that was sent');
  return {
    bytes: deltas.reduce((sum, delta) => sum + delta.length, 0),
    encodeUs: (encoded - began) / deltas.length,
    parseUs: (done - reading) / deltas.length,
    snapshotBytes: encoder.snapshot()!.length,
  };
}

/** Of this process, so that what else runs on the machine is not counted. */
function cpuUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function read(race: Uint8Array) {
  const delta = parseDelta({ seq: 1, sentMs: 0, race });
  if (!delta.ok || !delta.value.race) throw new Error(delta.ok ? 'there is no race in it' : delta.error);
  return delta.value.race;
}
