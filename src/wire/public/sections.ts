import * as v from 'valibot';
import type { RaceAndInsight } from '../../insight/insight.ts';
import type { Race } from '../../race/race.ts';
import type { Passage } from '../../race/riders/passage.ts';
import type { Sheet } from '../../race/sheet.ts';
import type { Standings } from '../../race/standings/tables.ts';
import type { TimeTrial } from '../../race/time-trial/run.ts';
import { Reader, type Writer } from '../bytes.ts';
import { bib, overridesShape, slateShape } from '../hand-schema.ts';
import { type Column, readTable, writeTable } from './columns.ts';
import { type InsightDelta, insightDelta, insightShape } from './insight-rows.ts';
import {
  confirmedShape,
  courseShape,
  healthShape,
  learningShape,
  momentShape,
  type Paper,
  paperShape,
  ratingShape,
  windShape,
} from './race-schema.ts';
import { readRidersOnRoad, writeRidersOnRoad } from './riders-on-road.ts';
import * as tables from './tables.ts';

/** What changed in a race. `passages` only grow at their end: `from` says how many of the old ones still hold. */
export interface RaceDelta extends Partial<Omit<Race, 'standings' | 'passages' | 'past'>> {
  readonly standings?: Partial<Standings>;
  readonly passages?: { readonly from: number; readonly rows: readonly Passage[] };
  readonly insight?: InsightDelta;
}

/** A part of the race that is sent when it changed: a tag, a length, its bytes. Tags are never given to another part. */
export interface Section {
  readonly tag: number;
  /** Sent piece by piece: only what was added since `before`. */
  readonly grows?: true;
  /** What it carries: the same object has the same bytes. */
  of(race: RaceAndInsight): unknown;
  /** `before` is the race that the page already has; null for a page that has nothing. */
  write(writer: Writer, race: RaceAndInsight, before: RaceAndInsight | null): void;
  read(reader: Reader): RaceDelta;
}

const json = <P, T>(
  tag: number,
  of: (race: Race) => P,
  words: (part: P) => T,
  shape: v.GenericSchema<unknown, T>,
  into: (value: T) => RaceDelta,
): Section => ({
  tag,
  of,
  write: (writer, race) => writer.text(JSON.stringify(words(of(race)))),
  read: (reader) => into(v.parse(shape, JSON.parse(reader.text()))),
});

type Table = 'stage' | 'general' | 'points' | 'mountain' | 'young' | 'teams';

const standing = <K extends Table>(tag: number, of: K, column: Column<Standings[K][number]>): Section => ({
  tag,
  of: (race) => race.standings[of],
  write: (writer, race) => writeTable<Standings[K][number]>(writer, column, race.standings[of]),
  read: (reader) => ({ standings: { [of]: readTable(reader, column) } }),
});

const sheet: Section = {
  tag: 1,
  of: (race) => race.sheet,
  write(writer, { sheet: { course, riders, ...paper } }) {
    const { line, profile, ...road } = course;
    writer.text(JSON.stringify({ ...paper, riders: [...riders.values()] } satisfies Paper));
    writer.text(JSON.stringify({ ...road, stepM: profile.stepM }));
    writeTable(writer, tables.line, line);
    writeTable(writer, tables.altitudes, profile.altitudesM);
  },
  read(reader) {
    const { riders, ...paper } = v.parse(paperShape, JSON.parse(reader.text()));
    const { stepM, ...road } = v.parse(courseShape, JSON.parse(reader.text()));
    const line = readTable(reader, tables.line);
    const profile = { stepM, altitudesM: readTable(reader, tables.altitudes) };
    const made: Sheet = {
      ...paper,
      course: { ...road, line, profile },
      riders: new Map(riders.map((rider) => [rider.bib, rider])),
    };
    return { sheet: made };
  },
};

const passages: Section = {
  tag: 4,
  grows: true,
  of: (race) => race.passages,
  write(writer, race, before) {
    const held = before ? atMarks(before) : [];
    const rows = atMarks(race);
    let from = 0;
    while (samePassage(held[from], rows[from])) from += 1;
    writer.natural(from);
    writeTable(writer, tables.passages, rows.slice(from));
  },
  read: (reader) => ({ passages: { from: reader.natural(), rows: readTable(reader, tables.passages) } }),
};

/** Those at the marks of the course; feet of climbs, and tops that have no mark, are for who thinks, at the desk. */
function atMarks({ passages, sheet }: Race): readonly Passage[] {
  const marks = new Set(sheet.course.marks.map(({ id }) => id));
  return passages.filter(({ mark }) => marks.has(mark));
}

function samePassage(a: Passage | undefined, b: Passage | undefined): boolean {
  if (!a || !b) return false;
  return (
    a === b ||
    (a.bib === b.bib &&
      a.mark === b.mark &&
      a.atMs === b.atMs &&
      a.rank === b.rank &&
      a.lap === b.lap &&
      a.bracketS === b.bracketS &&
      a.origin === b.origin)
  );
}

const timeTrial: Section = {
  tag: 5,
  of: (race) => race.timeTrial,
  write(writer, { timeTrial: trial }) {
    writer.byte(trial ? 1 : 0);
    if (!trial) return;
    writer.text(JSON.stringify(trial.hotSeat));
    writeTable(writer, tables.starts, trial.starts);
    writeTable(writer, tables.runs, trial.runs);
    writeTable(writer, tables.teamRunTable, trial.teams);
  },
  read(reader) {
    if (reader.byte() === 0) return { timeTrial: null };
    const made: TimeTrial = {
      hotSeat: v.parse(hotSeatShape, JSON.parse(reader.text())),
      starts: readTable(reader, tables.starts),
      runs: readTable(reader, tables.runs),
      teams: readTable(reader, tables.teamRunTable),
    };
    return { timeTrial: made };
  },
};

const insight: Section = {
  tag: 19,
  grows: true,
  of: (race) => race.insight,
  write(writer, race, before) {
    writer.text(JSON.stringify(race.insight ? insightDelta(race.insight, before?.insight) : null));
  },
  read(reader) {
    const insight = v.parse(v.nullable(insightShape), JSON.parse(reader.text()));
    return insight ? { insight } : {};
  },
};

const hotSeatShape = v.nullable(v.object({ bib, sinceMs: v.number() }));

/** Who said it is the crew's to know. */
const withoutAuthors = <T extends { readonly author: string }>(said: readonly T[]): readonly T[] =>
  said.map((one) => ({ ...one, author: '' }));

const whole = <T>(value: T): T => value;

const ratings = ({ states, leader, unplaced, lines, toWin }: Standings) => ({ states, leader, unplaced, lines, toWin });

export const sections: readonly Section[] = [
  sheet,
  json(
    2,
    whole,
    ({ atMs, phase }) => ({ atMs, phase }),
    momentShape,
    (moment) => moment,
  ),
  { tag: 3, of: whole, write: writeRidersOnRoad, read: readRidersOnRoad },
  passages,
  timeTrial,
  json(
    6,
    (race) => race.health,
    ({ quarantine: _, ...health }) => health,
    healthShape,
    (health) => ({ health: { ...health, quarantine: [] } }),
  ),
  json(
    7,
    (race) => race.standings,
    ratings,
    ratingShape,
    (standings) => ({ standings }),
  ),
  standing(8, 'stage', tables.stageTable),
  standing(9, 'general', tables.generalTable),
  standing(10, 'points', tables.pointsTable),
  standing(11, 'mountain', tables.pointsTable),
  standing(12, 'young', tables.generalTable),
  standing(13, 'teams', tables.teamTable),
  json(
    14,
    (race) => race.wind,
    whole,
    windShape,
    (wind) => ({ wind }),
  ),
  json(
    15,
    (race) => race.learning,
    whole,
    learningShape,
    (learning) => ({ learning }),
  ),
  json(
    16,
    (race) => race.slate,
    withoutAuthors,
    slateShape,
    (slate) => ({ slate }),
  ),
  json(
    17,
    (race) => race.overrides,
    withoutAuthors,
    overridesShape,
    (overrides) => ({ overrides }),
  ),
  json(
    18,
    (race) => race.confirmed,
    whole,
    confirmedShape,
    (confirmed) => ({ confirmed }),
  ),
  insight,
];

/** Reads the sections of a race, in any number. Throws on what is not one: the door catches it. */
export function readRace(bytes: Uint8Array): RaceDelta {
  const reader = new Reader(bytes);
  let delta: RaceDelta = {};
  while (!reader.finished) {
    const tag = reader.natural();
    const section = sections.find((known) => known.tag === tag);
    if (!section) throw new RangeError(`part ${tag} of a race is not known`);
    const part = section.read(new Reader(reader.block()));
    delta = { ...delta, ...part, ...(part.standings && { standings: { ...delta.standings, ...part.standings } }) };
  }
  return delta;
}
