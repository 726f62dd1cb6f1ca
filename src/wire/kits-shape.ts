import * as v from 'valibot';
import { jerseyLooks } from '../race/jersey-look.ts';

/* What a hand or a file says of kits and jerseys. Each message is what to do where it is wrong. */

const COLOR = 'write a colour as "#1a2b3c"';
const color = v.pipe(v.string(COLOR), v.regex(/^#[0-9a-f]{6}$/i, COLOR), v.toLowerCase());
const kit = v.nullable(v.strictTuple([color, color], 'write two colours, as ["#1a2b3c", "#ffffff"]'));

const BIB = 'write the number of a rider, as "31", or "" where nobody wears it';
const bib = v.nullable(
  v.pipe(
    v.union([v.string(BIB), v.pipe(v.number(BIB), v.safeInteger(BIB), v.minValue(0, BIB))], BIB),
    v.transform(String),
    v.trim(),
    v.maxLength(12, BIB),
  ),
);
const look = v.nullable(v.picklist(jerseyLooks, `write one of ${jerseyLooks.join(', ')}`));

/** The same of each jersey. */
const byKind = <T extends v.GenericSchema>(of: T) => {
  const one = v.exactOptional(of);
  return v.strictObject(
    { general: one, points: one, mountain: one, young: one },
    'write general, points, mountain and young, each once',
  );
};

export const kitParts = {
  teams: v.exactOptional(v.record(v.string(), kit, 'write the two colours of each team by its code')),
  jerseys: v.exactOptional(byKind(bib)),
  looks: v.exactOptional(byKind(look)),
};
