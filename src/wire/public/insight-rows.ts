import * as v from 'valibot';
import { type Forecast, factKinds, silences } from '../../insight/forecast.ts';
import { type GapPast, type Insight, noInsight } from '../../insight/insight.ts';
import { type Story, storyFacts, storyKinds } from '../../insight/story.ts';
import { jerseyKinds } from '../../race/sheet.ts';
import { bib, jsonNumber as number } from '../hand-schema.ts';

/** What changed in an insight. */
export type InsightDelta = { readonly [Table in keyof Insight]?: Rows<Insight[Table][number]> };

interface Rows<Row> {
  /** New ones, and those that became others. */
  readonly rows: readonly Row[];
  /** All of them by their names, in their order; left out where that is as it was. */
  readonly names?: readonly string[];
}

const nameOf = {
  forecasts: ({ id }: Forecast) => id,
  stories: ({ id }: Story) => id,
  gapsPast: ({ group }: GapPast) => group,
};

/** A row that did not change is the same object: the rest is new. */
export function insightDelta(now: Insight, before: Insight = noInsight): InsightDelta {
  return {
    ...table('forecasts', changed(now.forecasts, before.forecasts, nameOf.forecasts)),
    ...table('stories', changed(now.stories, before.stories, nameOf.stories)),
    ...table('gapsPast', changed(now.gapsPast, before.gapsPast, nameOf.gapsPast)),
  };
}

export function withInsight(held: Insight, { forecasts, stories, gapsPast }: InsightDelta): Insight {
  return {
    forecasts: folded(held.forecasts, forecasts, nameOf.forecasts),
    stories: folded(held.stories, stories, nameOf.stories),
    gapsPast: folded(held.gapsPast, gapsPast, nameOf.gapsPast),
  };
}

const table = <T>(name: keyof Insight, rows: Rows<T> | null) => (rows ? { [name]: rows } : {});

function changed<Row>(now: readonly Row[], before: readonly Row[], name: (row: Row) => string): Rows<Row> | null {
  if (now === before) return null;
  const old = new Set(before);
  const rows = now.filter((row) => !old.has(row));
  const isSameOrder = now.length === before.length && now.every((row, i) => name(row) === name(before[i]!));
  if (rows.length === 0 && isSameOrder) return null;
  return { rows, ...(!isSameOrder && { names: now.map(name) }) };
}

function folded<Row>(held: readonly Row[], delta: Rows<Row> | undefined, name: (row: Row) => string): readonly Row[] {
  if (!delta) return held;
  const all = new Map([...held, ...delta.rows].map((row) => [name(row), row]));
  return (delta.names ?? held.map(name)).flatMap((one) => all.get(one) ?? []);
}

const band = v.object({ low: number, high: number });
const estimate = v.nullable(v.object({ value: number, half: band, most: band }));
const made = {
  id: v.string(),
  madeMs: number,
  untilMs: number,
  because: v.array(v.object({ of: v.picklist(factKinds), value: number })),
  silent: v.nullable(v.picklist(silences)),
};
const catchWord = v.picklist(['will hold', 'open', 'will be caught']);
const pair = { group: v.string(), previous: v.string() };

const forecast: v.GenericSchema<unknown, Forecast> = v.variant('kind', [
  v.object({
    kind: v.literal('eta'),
    ...made,
    group: v.string(),
    mark: v.string(),
    atM: number,
    estimate,
  }),
  v.object({ kind: v.literal('gap'), ...made, ...pair, mark: v.string(), atM: number, estimate }),
  v.object({
    kind: v.literal('catch'),
    ...made,
    ...pair,
    word: v.nullable(catchWord),
    probability: number,
    whereM: estimate,
  }),
  v.object({ kind: v.literal('trial'), ...made, bib, mark: v.string(), estimate }),
  v.object({ kind: v.literal('limit'), ...made, group: v.string(), limitMs: number, estimate }),
  v.object({
    kind: v.literal('jersey'),
    ...made,
    jersey: v.picklist(jerseyKinds),
    bib,
    wears: v.boolean(),
    needs: number,
    canStillWin: v.boolean(),
  }),
  v.object({ kind: v.literal('chase'), ...made, ...pair, fasterPct: estimate }),
]);

const story: v.GenericSchema<unknown, Story> = v.object({
  id: v.string(),
  kind: v.picklist(storyKinds),
  atMs: number,
  offeredMs: number,
  untilMs: number,
  atM: number,
  bibs: v.array(bib),
  groups: v.array(v.string()),
  mark: v.nullable(v.string()),
  jersey: v.nullable(v.picklist(jerseyKinds)),
  team: v.nullable(v.string()),
  expects: v.nullable(catchWord),
  facts: v.partial(v.object(Object.fromEntries(storyFacts.map((fact) => [fact, number])))),
  isEstimated: v.boolean(),
  score: number,
});

const gapPast: v.GenericSchema<unknown, GapPast> = v.object({
  group: v.string(),
  points: v.array(v.object({ km: number, gapS: number, isMeasured: v.boolean() })),
});

const rowsOf = <Row>(row: v.GenericSchema<unknown, Row>) =>
  v.exactOptional(v.object({ rows: v.array(row), names: v.exactOptional(v.array(v.string())) }));

export const insightShape: v.GenericSchema<unknown, InsightDelta> = v.object({
  forecasts: rowsOf(forecast),
  stories: rowsOf(story),
  gapsPast: rowsOf(gapPast),
});
