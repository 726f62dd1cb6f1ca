import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');

/** The text from a heading to the next of the same depth or above. */
export function sectionOf(heading: string): string {
  const depth = heading.split(' ')[0]!.length;
  const from = readme.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`README has no heading "${heading}"`);
  const rest = readme.slice(from + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${depth}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The cells of each row of the tables in a text, without their headings. */
export const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\|(.*)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .filter((_, i, all) => !isRule(all[i]!) && !isRule(all[i + 1] ?? []));

const isRule = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => /^-+$/.test(cell));

/** What an operator reads in a table of fields, by the name of the field; the table is known by its first heading. */
export function fieldsOf(table: string): (name: string) => string {
  const from = readme.indexOf(`| ${table} |`);
  if (from < 0) throw new Error(`README has no table "${table}"`);
  const lines = readme.slice(from).split('\n\n')[0]!;
  const fields = new Map(rowsOf(`${lines}\n`).map(([name = '', value = '']) => [name, value]));
  return (name) => {
    const value = fields.get(name);
    if (value === undefined) throw new Error(`"${table}" has no "${name}"; it has ${[...fields.keys()].join(', ')}`);
    return value.replace(/^`(.*)`$/, '$1');
  };
}

/** Words in backquotes. */
export const quotedIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
