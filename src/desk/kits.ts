import * as v from 'valibot';
import type { KitParts, OverrideEvent } from '../race/event.ts';
import { subjectOf } from '../race/overrides/override.ts';
import type { Race } from '../race/race.ts';
import type { JerseyKind, Sheet } from '../race/sheet.ts';
import { kitParts } from '../wire/kits-shape.ts';
import { fail, ok, type Result } from '../wire/result.ts';
import { startListBibs } from './feeds/start-list-bibs.ts';
import { textOfFile } from './file-text.ts';
import { kitsTable } from './kits-table.ts';
import { mistakesSaid } from './mistakes.ts';
import { folded } from './tables/folded.ts';

const WHAT = '{"teams": {"ABC": ["#112233", "#445566"]}, "jerseys": {"general": "31"}, "looks": {"general": "pink"}}';
const PARTS = 'write teams, jerseys and looks, each once';
const shape = v.strictObject(kitParts, PARTS);

/** `--kits kits.json`, or a table */
export function readKits(file: string): Result<KitParts> {
  const text = textOfFile(
    file,
    `${file} cannot be read; give --kits a JSON file such as ${WHAT}, or a CSV file with the columns team, color 1 and color 2.`,
  );
  return text.ok ? kitsIn(text.value, file) : text;
}

/**
 * Kits of teams, wearers and looks of jerseys, as JSON; or the kits alone, as a table. `where` names it in what is wrong: a
 * sentence for each mistake, and nothing is taken of a text that has one.
 */
export function kitsIn(text: string, where: string): Result<KitParts> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (/^[^{[]+[\r\n]/.test(text.trimStart())) {
      const teams = kitsTable(text, where);
      return teams.ok ? ok({ teams: teams.value }) : teams;
    }
    return fail(`${where} is no JSON (${error instanceof Error ? error.message : error}); write it as ${WHAT}.`);
  }
  const read = v.safeParse(shape, json);
  if (!read.success) return fail(mistakesSaid(read.issues, where));
  const says = Object.values(read.output).some((words) => Object.keys(words).length > 0);
  return says ? ok(read.output) : fail(`${where} says nothing; write it as ${WHAT}.`);
}

type Says = OverrideEvent['says'];

/** Each of them as a hand says it; null takes it back. */
export const saysOf = ({ teams = {}, jerseys = {}, looks = {} }: KitParts): Says => [
  ...Object.entries(teams).map(([code, kit]) => ({ path: `team/${code}/kit` as const, value: kit?.join(' ') ?? null })),
  ...each(jerseys).map(([kind, bib]) => ({ path: `jersey/${kind}` as const, value: bib })),
  ...each(looks).map(([kind, look]) => ({ path: `look/${kind}` as const, value: look })),
];

const each = <T>(words: Readonly<Partial<Record<JerseyKind, T>>>): [JerseyKind, T][] =>
  Object.entries(words) as [JerseyKind, T][];

/** All that hands have said of them, taken back. */
export const kitsSaid = (race: Race | null): Says =>
  (race?.overrides ?? [])
    .filter(({ path }) => ['kit', 'jersey', 'look'].includes(subjectOf(path)?.of ?? ''))
    .map(({ path }) => ({ path, value: null }));

/** The kits by the codes of the race's teams: tables call teams by their names. */
export function kitsByCode({ teams }: Sheet, kits: KitParts): KitParts {
  const codes = new Set(teams.map(({ code }) => code));
  const byName = new Map(teams.flatMap(({ code, name }) => [code, name].map((word) => [folded(word), code] as const)));
  const codeOf = (word: string): string => (codes.has(word) ? word : (byName.get(folded(word)) ?? word));
  const told = Object.entries(kits.teams ?? {});
  return kits.teams ? { ...kits, teams: Object.fromEntries(told.map(([word, kit]) => [codeOf(word), kit])) } : kits;
}

/** Half a sentence on teams and riders whom the race does not have; empty where it has them all. */
export function notInRace(sheet: Sheet, kits: KitParts): string {
  const listed = startListBibs();
  listed({ kind: 'sheet', sheet });
  const told = listed({ kind: 'kits', ...kits });
  const jerseys = told.kind === 'kits' ? Object.values(told.jerseys ?? {}) : [];
  const codes = new Set(sheet.teams.map(({ code }) => code));
  const teams = Object.keys(kits.teams ?? {}).filter((code) => !codes.has(code));
  const bibs = jerseys.filter((bib) => bib && !sheet.riders.has(bib));
  const whom = [...teams.map((code) => `the team ${code}`), ...bibs.map((bib) => `number ${bib}`)].join(', ');
  return whom && `the kits name ${whom}, not in this race: that waits until the start list has them; check it`;
}
