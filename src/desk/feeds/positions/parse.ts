import * as v from 'valibot';
import type { PassingsEvent, PositionsEvent, RaceEvent, RiderStatusEvent } from '../../../race/event.ts';
import { iocCode } from '../../../race/nations.ts';
import type { Rider, Sheet } from '../../../race/sheet.ts';
import type { Bib } from '../../../race/units.ts';
import { noRoad } from '../../course/no-road.ts';
import { teamsNamed } from '../../papers/teams.ts';
import type { Parse, Parsed } from '../feed.ts';
import { jsonOf, numberOf, recordOf, textOf } from '../json.ts';
import { MOST_ROWS, type RowKind, rowShapes, wantedIn } from './shape.ts';

export const FEED = 'positions';
export const TOPIC = 'message';

/** A message as the tape keeps it: with the moment at which it came, for rows that tell none. */
export const textOfMessage = (body: string, atMs: number): string => `{"at":${atMs},"said":${body}}`;

/** What a message means, row by row, and how many rows that were. */
export interface ReadMessage extends Parsed {
  readonly rows: number;
}

/** One sentence for each of so many rows that are wrong; the others are counted. */
const MOST_FAULTS = 5;

type Row<Kind extends RowKind> = v.InferOutput<(typeof rowShapes)[Kind]>;

/** `text` as `textOfMessage` made it. */
export function readMessage(text: string): ReadMessage {
  const message = recordOf(jsonOf(text));
  const [said, cameMs] = [recordOf(message?.said), numberOf(message?.at)];
  if (!said || cameMs === null) return { events: [], faults: [NO_MESSAGE], rows: 0 };
  const faults: string[] = [];
  const rowsOf = <Kind extends RowKind>(kind: Kind): readonly Row<Kind>[] => {
    const list = said[kind];
    if (list === undefined) return [];
    if (!Array.isArray(list)) faults.push(`${kind} is no list; it was left out`);
    else if (list.length > MOST_ROWS) faults.push(`${kind} has more than ${MOST_ROWS} rows; it was left out`);
    else
      return list.flatMap((row, i) => {
        const read = v.safeParse(rowShapes[kind], row);
        if (!read.success) faults.push(`${wrongIn(`${kind}[${i}]`, read.issues[0])}; this row was left out`);
        return read.success ? [read.output as Row<Kind>] : [];
      });
    return [];
  };
  const lists = {
    riders: rowsOf('riders'),
    statuses: rowsOf('statuses'),
    passings: rowsOf('passings'),
    positions: rowsOf('positions'),
  };
  const rows = Object.values(lists).reduce((sum, list) => sum + list.length, 0);
  if (rows === 0 && faults.length === 0 && !Object.keys(rowShapes).some((kind) => kind in said))
    faults.push(NO_MESSAGE);
  const events: RaceEvent[] = [
    ...(lists.riders.length > 0 ? [{ kind: 'sheet', sheet: sheetOf(lists.riders) } as const] : []),
    ...lists.statuses.map((row) => statusOf(row, cameMs)),
    ...(lists.passings.length > 0 ? [passingsOf(lists.passings, cameMs)] : []),
    ...(lists.positions.length > 0 ? [positionsOf(lists.positions, cameMs)] : []),
  ];
  return { events, faults: shortened(faults), rows };
}

export const parse: Parse = ({ topic, text }) =>
  topic === TOPIC ? readMessage(text) : { events: [], faults: [`there is no topic "${topic}"; it was left out`] };

const NO_MESSAGE =
  'a message is JSON such as {"positions": [{"bib": "31", "lat": 45.1, "lon": 5.7}]}; this was left out';

/** "positions[0].lat is 95: write a number from -90 to 90" */
function wrongIn(row: string, { path, input }: v.BaseIssue<unknown>): string {
  const field = path?.[0]?.key;
  if (typeof field !== 'string') return `${row} is ${shown(input)}: write fields in braces, such as {"bib": "31"}`;
  const wanted = `write ${wantedIn(field)}`;
  return input === undefined ? `${row} has no ${field}: ${wanted}` : `${row}.${field} is ${shown(input)}: ${wanted}`;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const shortened = (faults: readonly string[]): readonly string[] =>
  faults.length <= MOST_FAULTS
    ? faults
    : [...faults.slice(0, MOST_FAULTS), `${faults.length - MOST_FAULTS} more rows do not fit and were left out`];

const bibIn = (bib: string | number): Bib => (typeof bib === 'number' ? String(bib) : textOf(bib)).slice(0, 60);

const momentOf = (at: string | number | undefined, cameMs: number): number =>
  at === undefined ? cameMs : typeof at === 'number' ? at : Date.parse(at);

function positionsOf(rows: readonly Row<'positions'>[], cameMs: number): PositionsEvent {
  const samples = rows.map(({ bib, at, speedKph = null, ...rest }) => ({
    ...rest,
    bib: bibIn(bib),
    speedKph,
    atMs: momentOf(at, cameMs),
  }));
  return { kind: 'positions', atMs: Math.max(...samples.map(({ atMs }) => atMs)), samples };
}

const passingsOf = (rows: readonly Row<'passings'>[], cameMs: number): PassingsEvent => ({
  kind: 'passings',
  origin: 'timed',
  passings: rows.map(({ bib, at, mark, lap }) => ({
    bib: bibIn(bib),
    mark,
    atMs: momentOf(at, cameMs),
    ...(lap !== undefined && { lap }),
  })),
});

const statusOf = ({ bib, at, status }: Row<'statuses'>, cameMs: number): RiderStatusEvent => ({
  kind: 'rider-status',
  atMs: momentOf(at, cameMs),
  bib: bibIn(bib),
  status,
});

function sheetOf(rows: readonly Row<'riders'>[]): Sheet {
  const { teams, codeOf } = teamsNamed(rows.map(({ team = '' }) => ({ name: textOf(team), code: '' })));
  const riders = rows.map(({ bib, family, given = '', team = '', nation = '' }): [Bib, Rider] => [
    bibIn(bib),
    {
      bib: bibIn(bib),
      given: textOf(given),
      family: textOf(family) || bibIn(bib),
      team: codeOf(textOf(team)),
      nation: iocCode(nation),
      born: null,
    },
  ]);
  const utcOffsetMin = -new Date().getTimezoneOffset();
  return {
    info: { id: FEED, race: '', stage: '', type: 'flat', startMs: null, utcOffsetMin },
    course: noRoad,
    teams,
    riders: new Map(riders),
    jerseys: [],
    general: [],
  };
}
