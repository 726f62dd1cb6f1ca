import * as v from 'valibot';
import { riderStatuses } from '../race/event.ts';
import { isOverridePath, MOST_LETTERS, type OverridePath, type Overrides } from '../race/overrides/override.ts';
import type { Slate } from '../race/slate/slate.ts';
import type { OperatorEvent } from './protocol.ts';

/* What hands say of the race: as a page asks it of the desk, and as it stands in the race. */

type Shape<T> = v.GenericSchema<unknown, T>;

/** JSON has no NaN: it travels as null. */
export const jsonNumber = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
export const bib = v.pipe(v.string(), v.nonEmpty());
const moment = v.pipe(v.number(), v.finite());
const untilShape = v.union([moment, v.picklist(['feed', 'stage'])]);
const slateUntil = v.union([moment, v.literal('stage')]);
const path = v.custom<OverridePath>((value) => typeof value === 'string' && isOverridePath(value));

/** Who said it is not told to the public. */
export const overridesShape: Shape<Overrides> = v.array(
  v.object({
    path,
    value: v.string(),
    instead: v.nullable(v.string()),
    author: v.string(),
    atMs: jsonNumber,
    until: untilShape,
  }),
);

const slateBibs = v.array(bib);
const toldGap = { s: v.pipe(jsonNumber, v.minValue(0)), to: v.picklist(['peloton', 'head']) };
const toldKm = v.pipe(jsonNumber, v.minValue(0));

export const slateShape: Shape<Slate> = v.array(
  v.object({
    id: v.string(),
    bibs: slateBibs,
    gap: v.nullable(v.object({ ...toldGap, atMs: jsonNumber })),
    km: v.nullable(v.object({ km: toldKm, atMs: jsonNumber })),
    atMs: jsonNumber,
    until: v.nullable(slateUntil),
    author: v.string(),
  }),
);

const pointsEntries = v.array(v.object({ bib, points: v.pipe(v.number(), v.finite()) }));
const timeEntries = v.array(v.object({ bib, behindS: v.pipe(v.number(), v.finite()) }));

/** What was told before a stage; null takes it back. */
const partsShape = v.object({
  general: v.exactOptional(v.nullable(timeEntries)),
  young: v.exactOptional(v.nullable(timeEntries)),
  points: v.exactOptional(v.nullable(pointsEntries)),
  mountain: v.exactOptional(v.nullable(pointsEntries)),
  teams: v.exactOptional(v.nullable(v.array(v.object({ team: v.string(), behindS: v.number() })))),
});

/** The desk's own word, on its tape: what a page says of itself there is not kept. */
const author = v.exactOptional(v.string());
const toWaiting = { id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)), first: v.array(bib) };

export const operatorShape: Shape<OperatorEvent> = v.variant('kind', [
  v.object({ kind: v.literal('camera'), group: v.nullable(v.string()) }),
  v.object({
    kind: v.literal('slate-line'),
    atMs: jsonNumber,
    id: v.nullable(v.string()),
    told: v.nullable(v.object({ bibs: slateBibs, gap: v.nullable(v.object(toldGap)), km: v.nullable(toldKm) })),
    until: v.exactOptional(slateUntil),
    author,
  }),
  v.object({ kind: v.literal('before-stage'), from: v.literal('hand'), parts: partsShape }),
  v.object({
    kind: v.literal('start-order'),
    from: v.literal('hand'),
    starts: v.array(v.object({ bib, startMs: v.nullable(v.pipe(v.number(), v.finite())) })),
  }),
  v.object({
    kind: v.literal('rider-status'),
    atMs: v.pipe(v.number(), v.finite()),
    bib,
    status: v.picklist(riderStatuses),
    byHand: v.literal(true),
  }),
  v.object({
    kind: v.literal('override'),
    atMs: moment,
    says: v.array(v.object({ path, value: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(MOST_LETTERS))) })),
    until: untilShape,
    author,
  }),
  v.object({ kind: v.literal('confirm'), ...toWaiting }),
  v.object({ kind: v.literal('dismiss'), ...toWaiting }),
  v.object({ kind: v.literal('lap-known'), bib: v.nullable(bib), lap: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
]);
