import * as v from 'valibot';
import type { GroupKind } from '../../race/groups/group.ts';
import type { Race } from '../../race/race.ts';
import { raceSent, type SentRace } from '../../race/sent/sent-race.ts';
import { unescaped } from '../../show/foreign.ts';
import { shortly } from '../../show/shortly.ts';
import { fail, ok, type Result } from '../result.ts';

const MOST_GROUPS = 40;
const MOST_RIDERS = 500;

const text = v.pipe(v.string(), v.maxLength(120));
const from0 = (most: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(0, 'it is less than 0'), v.maxValue(most, `it is more than ${most}`));
/** "12A", or 12 where it is a number: people type both. */
const bib = v.pipe(
  v.union([v.string(), v.number()], 'a bib is a number or a text'),
  v.transform((given) => String(given).trim()),
  v.regex(/^[^\s/?]{1,12}$/, 'a bib is up to twelve letters or digits'),
);

const groupKinds = [
  'head',
  'chasers',
  'peloton',
  'jersey',
  'dropped',
  'gruppetto',
] as const satisfies readonly GroupKind[];

const groupShape = v.pipe(
  v.strictObject({
    name: v.optional(text),
    kind: v.optional(v.picklist(groupKinds, `it is none of ${groupKinds.join(', ')}`)),
    bibs: v.optional(v.array(bib)),
    riders: v.optional(v.pipe(from0(MOST_RIDERS), v.integer('it is no whole number'))),
    gapS: v.optional(from0(100_000)),
    trendSPerMin: v.optional(v.pipe(v.number(), v.finite())),
    speedKph: v.optional(from0(150)),
  }),
  v.check(
    ({ bibs = [], riders = 0 }) => bibs.length > 0 || riders > 0,
    'it has nobody in it: say its bibs, or how many riders',
  ),
  v.check(({ bibs = [], riders }) => riders === undefined || riders >= bibs.length, 'it has more bibs than riders'),
);

const raceShape = v.strictObject({
  race: v.optional(text),
  stage: v.optional(text),
  lengthKm: v.optional(from0(1000)),
  kmToGo: v.optional(from0(1000)),
  elapsedS: v.optional(from0(200_000)),
  groups: v.optional(v.pipe(v.array(groupShape), v.maxLength(MOST_GROUPS))),
  riders: v.optional(
    v.pipe(
      v.array(v.strictObject({ bib, name: text, team: v.optional(text), nation: v.optional(text) })),
      v.maxLength(MOST_RIDERS),
    ),
  ),
  jerseys: v.optional(
    v.strictObject({
      general: v.optional(bib),
      points: v.optional(bib),
      mountain: v.optional(bib),
      young: v.optional(bib),
    }),
  ),
});

/** The race that a host sends in its field `race`, an object or its JSON text; or in one sentence what is wrong and where. */
export function readSentRace(given: unknown): Result<Race> {
  const json = typeof given === 'string' ? (parsed(given) ?? parsed(unescaped(given))) : given;
  if (json === undefined || json === null) return fail(`The race that was sent is no JSON: ${shortly(given)}.`);
  if (Array.isArray(json)) return fail('The race that was sent is wrong at its beginning: it is a list.');
  const read = v.safeParse(raceShape, json);
  if (!read.success) {
    const [issue] = read.issues;
    return fail(`The race that was sent is wrong at ${v.getDotPath(issue) ?? 'its beginning'}: ${said(issue)}.`);
  }
  const doubt = doubtOf(read.output);
  return doubt === null ? ok(raceSent(read.output)) : fail(`The race that was sent is wrong at ${doubt}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A strict shape calls a name that it does not know "never". */
const said = ({ expected, message }: { readonly expected: string | null; readonly message: string }): string =>
  expected === 'never' ? 'there is nothing of that name' : message;

/** Where its parts do not go together, and how; null where they do. */
function doubtOf({ lengthKm, kmToGo, groups = [] }: SentRace): string | null {
  if (lengthKm !== undefined && kmToGo !== undefined && kmToGo > lengthKm) return 'kmToGo: it is more than lengthKm';
  const inGroup = new Map<string, number>();
  let gapS = 0;
  for (const [i, group] of groups.entries()) {
    for (const one of group.bibs ?? []) {
      if (inGroup.has(one)) return `groups.${i}.bibs: ${one} rides in groups.${inGroup.get(one)} as well`;
      inGroup.set(one, i);
    }
    if (group.gapS === undefined) continue;
    if (i === 0 && group.gapS > 0) return 'groups.0.gapS: the first group is the head, which has no gap to itself';
    if (group.gapS < gapS) return `groups.${i}.gapS: it is less than that of a group before it`;
    gapS = group.gapS;
  }
  return null;
}
