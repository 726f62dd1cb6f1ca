import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Race } from '../../../src/race/race.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { Reader, Writer } from '../../../src/wire/bytes.ts';
import { foldDelta, foldRace, parseDelta, parseSnapshot } from '../../../src/wire/parse.ts';
import { PROTOCOL } from '../../../src/wire/protocol.ts';
import { bibs, readTable, writeTable } from '../../../src/wire/public/columns.ts';
import { raceEncoder } from '../../../src/wire/public/encode.ts';
import { airOf, type Snapshot } from '../../../src/wire/public/half.ts';
import { race, START_MS, sheet } from '../../support/race.ts';
import { anyRace, fullField } from '../race.arbitrary.ts';

const around = (bytes: Uint8Array | null) => ({
  protocol: PROTOCOL,
  seq: 0,
  sentMs: 0,
  ...(bytes && { race: bytes }),
  air: airOf(emptyShow),
});

function read(bytes: Uint8Array): Race {
  const parsed = parseSnapshot(around(bytes));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value.race!;
}

/** Values to the stated precision: what lies between two steps of it may fall to either. */
function same(sent: unknown, got: unknown, path = 'race'): void {
  if (typeof sent === 'number' && typeof got === 'number' && !Number.isNaN(sent)) {
    const step = /(lat|lon)$/.test(path) ? 1e-6 : /line\.\d+\.distanceM$/.test(path) ? 1e-3 : 0.1;
    if (Math.abs(sent - got) > step * 0.5001) throw new Error(`${path} was ${sent} and is ${got}`);
  } else if (sent instanceof Map && got instanceof Map) same([...sent], [...got], path);
  else if (typeof sent === 'object' && sent !== null && typeof got === 'object' && got !== null) {
    if (Object.keys(sent).sort().join() !== Object.keys(got).sort().join()) throw new Error(`${path} has other fields`);
    for (const [key, value] of Object.entries(sent))
      same(value, (got as Record<string, unknown>)[key], `${path}.${key}`);
  } else if (!Object.is(sent, got)) throw new Error(`${path} was ${String(sent)} and is ${String(got)}`);
}

describe('a race on the wire', () => {
  it('arrives as it was sent, to the precision of the wire', () => {
    fc.assert(
      fc.property(anyRace, (sent) => {
        const encoder = raceEncoder();
        same(sent, foldRace(null, delta(encoder.delta(sent)!)));
        same(sent, read(encoder.snapshot()!));
      }),
      { numRuns: 60 },
    );
  });

  it('carries when the race is expected, what the weather is, and what the jerseys look like', () => {
    const stop = { name: 'Col', distanceM: 31_500 };
    const schedule = [{ ...stop, earliestMs: START_MS, expectedMs: START_MS + 60_000, latestMs: START_MS + 90_000 }];
    const told = { ...stop, atMs: START_MS, temperatureC: -1.5, windBeaufort: 3, windFromDeg: 22.5, sky: 'overcast' };
    const quiet = { ...stop, atMs: null, temperatureC: null, windBeaufort: 0, windFromDeg: null, sky: '' };
    const looks = { general: 'pink', mountain: 'blue-dots' } as const;
    const sent = race({ sheet: sheet({ schedule, weather: [told, quiet], jerseyLooks: looks }) });
    const encoder = raceEncoder();
    encoder.delta(sent);
    same(sent, read(encoder.snapshot()!));
  });

  it('carries bibs as they are written, and plain numbers at the price of numbers', () => {
    const sizeOf = (spell: (n: number) => string) => {
      const writer = new Writer();
      const sent = Array.from({ length: 176 }, (_, n) => spell(((n * 37) % 176) + 1));
      writeTable(writer, bibs, sent);
      const bytes = writer.done();
      expect(readTable(new Reader(bytes), bibs)).toEqual(sent);
      return bytes.length;
    };
    expect(sizeOf(String)).toBeLessThan(176 * 2);
    expect(sizeOf((n) => (n === 12 ? '12A' : String(n)))).toBeLessThan(176 * 2 + 10);
    sizeOf((n) => String(n).padStart(3, '0'));
    sizeOf((n) => ['0', '00', '54321', '1234567890', '99999999999999999999', 'Ä1', '1.0', '1e3'][n % 8]!);
  });

  it('is the same after deltas as in one snapshot', () => {
    fc.assert(
      fc.property(fc.array(anyRace, { minLength: 2, maxLength: 5 }), (races) => {
        const encoder = raceEncoder();
        let held: Race | null = null;
        for (const one of races) {
          const bytes = encoder.delta(one);
          if (bytes) held = foldRace(held, delta(bytes));
        }
        expect(held).toEqual(read(encoder.snapshot()!));
      }),
      { numRuns: 40 },
    );
  });

  it('sends nothing twice, and keeps what did not change', () => {
    const encoder = raceEncoder();
    const first = fullField();
    const held = foldRace(null, delta(encoder.delta(first)!))!;
    expect(encoder.delta(first)).toBeNull();
    expect(encoder.delta({ ...first, health: structuredClone(first.health) })).toBeNull();
    const next = foldRace(held, delta(encoder.delta({ ...first, atMs: first.atMs + 1000 })!))!;
    expect(next.atMs).toBe(first.atMs + 1000);
    for (const part of ['sheet', 'places', 'groups', 'standings', 'passages', 'health'] as const)
      expect(next[part], part).toBe(held[part]);
  });

  it('sends only the new passages', () => {
    const passages = Array.from({ length: 400 }, (_, i) => ({
      mark: 'sprint',
      bib: `${i + 1}`,
      rank: i + 1,
      atMs: START_MS + i * 900,
      origin: 'gps' as const,
      lap: 0,
      bracketS: 6,
    }));
    const encoder = raceEncoder();
    const held = foldRace(null, delta(encoder.delta(race({ passages: passages.slice(0, 399) }))!))!;
    const bytes = encoder.delta(race({ passages, sheet: held.sheet }))!;
    const next = foldRace(held, delta(bytes))!;
    expect(next.passages).toEqual(passages);
    const all = raceEncoder().delta(race({ passages }))!;
    expect(bytes.length).toBeLessThan(all.length / 4);
  });

  it('carries the whole field in about eight bytes a rider', () => {
    const bare = (atMs: number) => ({ ...fullField(atMs), standings: race().standings });
    const encoder = raceEncoder();
    const first = bare(START_MS);
    encoder.delta(first);
    const bytes = encoder.delta({
      ...bare(START_MS + 1000),
      sheet: first.sheet,
      standings: first.standings,
      health: first.health,
    })!;
    expect(bytes.length / 176).toBeLessThan(9);
  });
});

describe('the door of a page', () => {
  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(parseSnapshot(junk).ok).toBe(false);
        expect(parseDelta(junk).ok).toBe(false);
      }),
    );
  });

  it('refuses a race whose bytes are damaged, in one sentence', () => {
    const bytes = raceEncoder();
    bytes.delta(fullField());
    const good = bytes.snapshot()!;
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const bad = cut ? good.slice(0, at) : good.with(at, byte);
        const parsed = parseSnapshot(around(bad));
        if (!parsed.ok) expect(parsed.error).toMatch(/^The desk sent a snapshot that this page cannot read: .+\.$/s);
      }),
      { numRuns: 300 },
    );
    expect(parseSnapshot(around(good.slice(0, good.length / 2))).ok).toBe(false);
  });

  it('says which protocol is spoken where', () => {
    const answer = parseSnapshot({ ...around(null), protocol: PROTOCOL + 1 });
    expect(answer).toEqual({
      ok: false,
      error: `The desk speaks protocol ${PROTOCOL + 1} and this page ${PROTOCOL}: reload the page from this desk.`,
    });
  });

  it('folds a delta onto what it holds', () => {
    const held = parseSnapshot(around(null));
    const air = { ...airOf(emptyShow), cut: true };
    const next = parseDelta({ seq: 1, sentMs: 40, air, clock: { atMs: 5, rate: 1 } });
    if (!held.ok || !next.ok) throw new Error('both are good');
    const folded: Snapshot = foldDelta(held.value, next.value);
    expect(folded).toEqual({ protocol: PROTOCOL, seq: 1, sentMs: 40, air, race: null });
  });
});

function delta(bytes: Uint8Array) {
  const parsed = parseDelta({ seq: 1, sentMs: 0, race: bytes });
  if (!parsed.ok || !parsed.value.race) throw new Error(parsed.ok ? 'no race' : parsed.error);
  return parsed.value.race;
}
