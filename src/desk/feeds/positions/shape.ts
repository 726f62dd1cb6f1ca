import * as v from 'valibot';
import { riderStatuses } from '../../../race/event.ts';

/* What a program brings to `/api/feed/positions`. `positions.schema.json` beside this is made of it. */

const ranges = {
  lat: [-90, 90],
  lon: [-180, 180],
  speedKph: [0, 200],
  altitudeM: [-500, 9000],
  accuracyM: [0, 100_000],
  batteryPct: [0, 100],
} as const satisfies Record<string, readonly [from: number, to: number]>;
const number = (field: keyof typeof ranges) =>
  v.pipe(v.number(), v.minValue(ranges[field][0]), v.maxValue(ranges[field][1]));
const bib = v.pipe(
  v.union([v.pipe(v.string(), v.regex(/\S/)), v.pipe(v.number(), v.integer(), v.minValue(0))]),
  v.description('The number of the rider, or the name of his device where --riders has it.'),
);
/** 1 January 2000: what is before was told in seconds. */
const EARLIEST_MS = 946_684_800_000;
const LATEST_MS = 8.64e15;
const at = v.pipe(
  v.union([v.pipe(v.string(), v.isoTimestamp()), v.pipe(v.number(), v.minValue(EARLIEST_MS), v.maxValue(LATEST_MS))]),
  v.description('When it was so: milliseconds since 1970, or "2026-07-05T13:05:12.250Z". Left out: when it comes in.'),
);

const position = v.object({
  bib,
  at: v.optional(at),
  lat: v.pipe(number('lat'), v.description('Degrees, WGS 84.')),
  lon: v.pipe(number('lon'), v.description('Degrees, WGS 84.')),
  speedKph: v.optional(number('speedKph')),
  altitudeM: v.optional(number('altitudeM')),
  accuracyM: v.optional(v.pipe(number('accuracyM'), v.description('Within so many metres of the truth.'))),
  batteryPct: v.optional(number('batteryPct')),
});

const LONGEST_MARK = 80;
const passing = v.object({
  bib,
  at: v.optional(at),
  mark: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(LONGEST_MARK),
    v.description('Id of a line of the course: "finish".'),
  ),
  lap: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

const status = v.object({ bib, at: v.optional(at), status: v.picklist(riderStatuses) });

const LONGEST_TEXT = 100;
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const rider = v.object({
  bib,
  family: text,
  given: v.optional(text),
  team: v.optional(text),
  nation: v.optional(v.pipe(text, v.description('Three letters.'))),
});

/** Rows of one kind each, of which every list may be left out. */
export const rowShapes = { positions: position, passings: passing, statuses: status, riders: rider } as const;
export type RowKind = keyof typeof rowShapes;

const wants: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ranges).map(([field, [from, to]]) => [field, `a number from ${from} to ${to}`])),
  bib: 'the number of a rider, or the name of his device',
  at: 'milliseconds since 1970, or a time such as "2026-07-05T13:05:12.250Z"',
  mark: `the id of a line, such as "finish", in ${LONGEST_MARK} letters at most`,
  lap: 'a whole number from 1',
  status: `one of ${riderStatuses.join(', ')}`,
};

/** What is to stand in a field, for who has written something else. */
export const wantedIn = (field: string): string => wants[field] ?? `a text of ${LONGEST_TEXT} letters at most`;

/** More rows than a field has riders, in one message, are a mistake. */
export const MOST_ROWS = 5000;

const list = <T extends v.GenericSchema>(row: T) => v.optional(v.pipe(v.array(row), v.maxLength(MOST_ROWS)));

/** For who writes such a program; the desk reads row by row, so that one that is wrong costs no other. */
export const messageShape = v.object({
  positions: list(position),
  passings: list(passing),
  statuses: list(status),
  riders: v.pipe(list(rider), v.description('Who rides: all of them, each time.')),
});
