import * as v from 'valibot';
import { OUT_S } from '../../show/auto-out.ts';
import {
  banks,
  hotkeys,
  LONGEST_NOTES,
  LONGEST_TITLE,
  MOST_ITEMS,
  MOST_RUNDOWNS,
  type RundownItem,
  type SaidItem,
  type SaidRundown,
} from '../../show/rundown.ts';
import type { RundownEdit } from '../../show/rundown-edit.ts';
import { paramsShape } from '../schema.ts';
import type { RundownsView } from './half.ts';

/* Rundowns as they travel and as files have them. Each message is what to do where it is wrong. */

type Shape<T> = v.GenericSchema<unknown, T>;

const word = (what: string, longest: number) => {
  const message = `write ${what} of at most ${longest} letters`;
  return v.pipe(v.string(message), v.maxLength(longest, message));
};
const NAME = `write a name of at most ${LONGEST_TITLE} letters`;
const name = v.pipe(v.string(NAME), v.trim(), v.nonEmpty(NAME), v.maxLength(LONGEST_TITLE, NAME));
const OVERLAY = 'write the id of a graphic, such as the folders of overlays/ have';
const overlay = v.pipe(v.string(OVERLAY), v.nonEmpty(OVERLAY), v.maxLength(80, OVERLAY));
const SECONDS = `write seconds as a whole number from ${OUT_S.least} to ${OUT_S.most}, or null`;
const outS = v.nullable(
  v.pipe(v.number(SECONDS), v.integer(SECONDS), v.minValue(OUT_S.least, SECONDS), v.maxValue(OUT_S.most, SECONDS)),
);

const fields = {
  title: word('a title', LONGEST_TITLE),
  bank: v.picklist(banks, `write a bank: one of ${banks.join(', ')}`),
  key: v.nullable(v.picklist(hotkeys, `write a key as "${hotkeys[0]}", one of ${hotkeys.join(', ')}, or null`)),
  params: paramsShape,
  notes: word('notes', LONGEST_NOTES),
  outS,
};
const said = {
  title: v.exactOptional(fields.title),
  bank: v.exactOptional(fields.bank),
  key: v.exactOptional(fields.key),
  params: v.exactOptional(fields.params),
  notes: v.exactOptional(fields.notes),
  outS: v.exactOptional(fields.outS),
};
const FIELDS = 'an item has overlay, title, bank, key, params, notes and outS, each once';
const saidItem: Shape<SaidItem> = v.strictObject({ overlay, ...said }, FIELDS);

const saidParts = { name, items: v.pipe(v.array(saidItem, 'write a list of items'), v.maxLength(MOST_ITEMS)) };
const saidRundown: Shape<SaidRundown> = v.object(saidParts);

/** A rundown as a file has it. */
export const rundownFileShape = v.strictObject(
  {
    rundown: v.literal(1, 'begin with "rundown": 1'),
    ...saidParts,
    /** Which races it is for, where it comes with the house. */
    suits: v.exactOptional(v.picklist(['time-trial', 'circuit'], 'write time-trial or circuit, or leave it out')),
  },
  'a rundown has "rundown": 1, name and items, each once',
);

export type FileRundown = Omit<v.InferOutput<typeof rundownFileShape>, 'rundown'>;

/** Which rundowns there are, and which is chosen: how a desk keeps them. */
export const keptRundownsShape = v.object({
  chosen: v.string(),
  all: v.pipe(v.array(saidRundown), v.maxLength(MOST_RUNDOWNS)),
});
export type KeptRundowns = v.InferOutput<typeof keptRundownsShape>;

const id = v.pipe(v.string(), v.maxLength(20));
export const rundownEditShape: Shape<RundownEdit> = v.variant('do', [
  v.object({ do: v.literal('add'), to: name, item: saidItem }),
  v.object({ do: v.literal('edit'), id, item: v.strictObject(said, FIELDS) }),
  v.object({ do: v.picklist(['duplicate', 'remove']), id }),
  v.object({ do: v.literal('move'), id, by: v.picklist([1, -1]) }),
  v.object({ do: v.literal('put-back') }),
  v.object({ do: v.picklist(['choose', 'new', 'drop']), name }),
  v.object({ do: v.literal('rename'), name, to: name }),
  v.object({ do: v.literal('bring'), rundown: saidRundown }),
]);

const item: Shape<RundownItem> = v.object({ id, overlay, ...fields });
export const rundownsShape: Shape<RundownsView> = v.object({
  names: v.array(v.string()),
  chosen: v.object({ name: v.string(), items: v.array(item) }),
  removed: v.nullable(v.string()),
});
