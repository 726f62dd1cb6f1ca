import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noRoad } from '../../../src/desk/course/no-road.ts';
import type { Parse, Raw } from '../../../src/desk/feeds/feed.ts';
import { createIntake, type Intake } from '../../../src/desk/intake.ts';
import { createNotices } from '../../../src/desk/notices.ts';
import type { RaceEvent } from '../../../src/race/event.ts';
import type { Race } from '../../../src/race/race.ts';
import type { Bib } from '../../../src/race/units.ts';
import { courseOf } from '../../support/courses.ts';

/** What a feed must bring for the suite: small messages in its own words. */
export interface Conformance {
  /** As its `FeedKind` calls it. */
  readonly name: string;
  readonly parser: () => Parse;
  /** What it sends before the race: a course, and riders of whom `bib` is one. */
  papers(): readonly Raw[];
  readonly bib: Bib;
  /** A message that places a rider somewhere on the course; null for a feed without places. */
  place(bib: Bib, atMs: number): Raw | null;
  /** A message that a rider has crossed a line; null for a feed without lines. */
  passing(bib: Bib, atMs: number): Raw | null;
  /** Topics that it uses: junk is thrown at each of them. */
  readonly topics: readonly string[];
  /** A moment at which the race of the papers is on. */
  readonly fromMs: number;
}

const STRANGER = '9876';
const SECONDS = 60;

/** Brought along for a feed that tells no road: due east from 45 N 0 E. */
const road = courseOf([0, 0.1, 0.2, 0.3].map((lon) => ({ lat: 45, lon, altitudeM: null })));

const onRoad = (event: RaceEvent): RaceEvent =>
  event.kind === 'sheet' && event.sheet.course === noRoad
    ? { ...event, sheet: { ...event.sheet, course: road } }
    : event;

/** A desk's intake of one feed that is told everything at its moment, on a clock of its own. */
function taking({ name, parser, fromMs }: Conformance) {
  const notices = createNotices(() => {});
  let clockMs: number | null = null;
  const reader = () => {
    const read = parser();
    return (raw: Raw) => {
      const { events, faults } = read(raw);
      return { events: events.map(onRoad), faults };
    };
  };
  const intake: Intake = createIntake({ source: { feeds: [name], reader }, notices, wallMs: () => fromMs });
  const take = (raw: Raw, afterMs = 0): readonly RaceEvent[] => {
    if (clockMs !== null) clockMs += afterMs;
    const taken = intake.take({ feed: name, ...raw, atMs: clockMs ?? 0 });
    if (taken.heardMs !== null) clockMs = Math.max((clockMs ?? taken.heardMs) + taken.movedMs, taken.heardMs);
    return taken.events;
  };
  return { take, notices, clock: () => clockMs, race: (): Race => intake.race(clockMs ?? fromMs)! };
}

/** The suite that every feed passes: `conformance.test.ts` finds the feeds, and a `fixture.ts` for each beside its tests. */
export function conforms(feed: Conformance): void {
  const { fromMs, bib, topics } = feed;
  /** A feed that tells of nobody on the road gives its papers, and says them again. */
  const tells = (feed.place(bib, fromMs) ?? feed.passing(bib, fromMs)) !== null;
  const told = (atMs: number, who = bib): Raw => feed.place(who, atMs) ?? feed.passing(who, atMs) ?? feed.papers()[0]!;
  const begun = () => {
    const desk = taking(feed);
    for (const raw of feed.papers()) desk.take(raw);
    return desk;
  };

  describe(`the feed ${feed.name}`, () => {
    it.runIf(tells)('gives a race, and the time of what it tells; its clock never goes back', () => {
      const desk = begun();
      let newestMs = Number.NEGATIVE_INFINITY;
      for (let s = 0; s <= SECONDS; s += 1) {
        const atMs = fromMs + s * 1000;
        const times = desk.take(told(atMs), 1000).flatMap(momentsOf);
        expect(times).toContain(atMs);
        // What overtook it on its way comes a little later.
        if (s > 2 && s % 10 === 0) desk.take(told(atMs - 2500));
        expect(desk.clock()!).toBeGreaterThanOrEqual(newestMs);
        newestMs = desk.clock()!;
      }
      expect(newestMs).toBe(fromMs + SECONDS * 1000);
      expect(desk.race().sheet.riders.has(bib)).toBe(true);
      expect(desk.notices.list()).toEqual([]);
    });

    it.runIf(tells)('reports a rider whom nobody knows, and keeps the others', () => {
      const desk = begun();
      for (let s = 0; s <= SECONDS; s += 1) {
        desk.take(told(fromMs + s * 1000), 1000);
        desk.take(told(fromMs + s * 1000, STRANGER));
      }
      const { health, sheet } = desk.race();
      expect(health.quarantine).toContainEqual(expect.objectContaining({ reason: 'unknown-bib', bib: STRANGER }));
      expect(sheet.riders.has(STRANGER)).toBe(false);
      const red = desk.notices.list().some(({ level, text }) => level === 'error' && text.includes(STRANGER));
      if (feed.place(STRANGER, fromMs)) expect(red).toBe(true);
    });

    it('loses nothing and repeats nothing on the tape when its papers and its last words come again', () => {
      const desk = begun();
      const other = begun();
      const times: number[] = [];
      for (let s = 0; s <= SECONDS; s += 1) {
        const raw = told(fromMs + s * 1000);
        desk.take(raw, 1000);
        other.take(raw, 1000);
        times.push(fromMs + s * 1000);
        // A connection that is lost and comes back repeats what it said last, and the papers before it.
        if (s % 20 === 19) for (const again of [...feed.papers(), told(times.at(-2)!), raw]) other.take(again);
      }
      const shown = ({ phase, groups, places, passages }: Race) => ({
        phase,
        groups: groups.map((group) => group.bibs),
        places: places.map(({ bib: who, distanceM, status }) => ({ who, distanceM, status })),
        passages,
      });
      expect(shown(other.race())).toEqual(shown(desk.race()));
    });

    it('takes junk without a throw: nothing of it happens, each is counted in a sentence, and the race goes on', () => {
      const desk = begun();
      desk.take(told(fromMs));
      const before = { riders: desk.race().sheet.riders.size, course: desk.race().sheet.course.lengthM };
      for (const topic of [...topics, 'no-topic', '__proto__']) {
        for (const text of junk) {
          const events = desk.take({ topic, text }, 10);
          for (const event of events) expect(event.kind, `${topic} ${text.slice(0, 40)}`).not.toBe('passings');
        }
      }
      expect(desk.notices.list().length).toBeGreaterThan(0);
      for (const { text } of desk.notices.list()) expect(text).toMatch(/^[^\n]{10,400}$/);
      desk.take(told(fromMs + 5000), 5000);
      expect(desk.race().sheet.riders.size).toBe(before.riders);
      expect(desk.race().sheet.course.lengthM).toBe(before.course);
    });

    it('is not thrown by anything at all', () => {
      const { parser } = feed;
      const text = fc.oneof(
        fc.string({ maxLength: 200, unit: 'binary' }),
        fc.json({ maxDepth: 5 }),
        fc.constantFrom(...feed.papers().map((raw) => raw.text), told(fromMs).text).chain(damaged),
      );
      const parse = parser();
      fc.assert(
        fc.property(fc.constantFrom(...topics), text, (topic, damage) => {
          const { events, faults } = parse({ topic, text: damage });
          expect(Array.isArray(events) && Array.isArray(faults)).toBe(true);
          for (const fault of faults) expect(fault).not.toContain('\n');
        }),
        { numRuns: 80 },
      );
    });

    if (feed.passing(bib, fromMs) !== null) {
      it('starts the clock of the race with passings alone', () => {
        const desk = begun();
        desk.take(feed.passing(bib, fromMs)!);
        expect(desk.clock()).toBe(fromMs);
        desk.take(feed.passing(bib, fromMs + 20_000)!, 20_000);
        expect(desk.clock()).toBe(fromMs + 20_000);
      });
    }
  });
}

/** A text of which a piece is missing, or a number another one. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom('', 'null', '-1', '1e999', '"', '[]', '{', '\u0000'))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));

const junk: readonly string[] = [
  '',
  'null',
  'true',
  '0',
  '""',
  '[]',
  '{}',
  '[null,[],{},"x",1e308]',
  '{"data":null}',
  '{"bind":"telemetryCompetitor-2026","data":{"TimeStamp":null,"Riders":{}}}',
  '{"t":"now","r":[[]]}',
  '{"__proto__":{"data":1},"constructor":1}',
  '\u0000\u0001\ufffd\ud800',
  '<!doctype html><title>502 Bad Gateway</title>',
  `[${'['.repeat(5000)}`,
  `"${'x'.repeat(300_000)}"`,
  `[${'0,'.repeat(50_000)}0]`,
];

const momentsOf = (event: RaceEvent): number[] =>
  event.kind === 'passings' ? event.passings.flatMap(({ atMs }) => atMs ?? []) : 'atMs' in event ? [event.atMs] : [];
