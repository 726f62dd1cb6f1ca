import type { KitColors } from '../race/sheet.ts';
import { fail, ok, type Result } from '../wire/result.ts';
import { BROKEN, tableIn } from './tables/table.ts';

/**
 * Kits of teams as a table: `team` or its `code`, `color 1`, and `color 2` where it is another one. By what the table calls
 * the team; `where` names it in what is wrong.
 */
export function kitsTable(text: string, where: string): Result<Record<string, KitColors>> {
  const table = tableIn(text, where, {
    has: (columns) => (columns.has('team') || columns.has('code')) && columns.has('color1'),
    said: 'team or code, color 1 and color 2',
  });
  if (!table.ok) return table;
  const [broken] = table.value.broken;
  if (broken !== undefined) return fail(`${where}, line ${broken}: ${BROKEN}.`);
  const kits = new Map<string, KitColors>();
  for (const { line, cell } of table.value.rows) {
    const wrong = (why: string) => fail(`${where}, line ${line}: ${why}.`);
    const team = cell('code') || cell('team');
    if (team === '') return wrong('it names no team');
    if (kits.has(team)) return wrong(`the team ${team} is there twice; leave one out`);
    const [first, second] = [cell('color1'), cell('color2') || cell('color1')];
    const [a, b] = [colorIn(first), colorIn(second)];
    if (a === null || b === null) return wrong(`"${a === null ? first : second}" is no colour; write one as "#1a2b3c"`);
    kits.set(team, [a, b]);
  }
  return ok(Object.fromEntries(kits));
}

/** `#rrggbb` of that, in small letters, or of its short form; null for what is no colour. */
function colorIn(cell: string): string | null {
  const figures = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(cell)?.[1]?.toLowerCase();
  if (figures === undefined) return null;
  return `#${figures.length === 3 ? [...figures].map((figure) => figure + figure).join('') : figures}`;
}
