import { readFileSync } from 'node:fs';
import { fail, type Result } from '../../wire/result.ts';
import { type ListedRiders, riderTable } from './rider-table.ts';

/** `--riders riders.csv` */
export function readRiders(file: string): Result<ListedRiders> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return fail(`${file} cannot be read; give --riders a CSV file with the columns bib and family.`);
  }
  return riderTable(text, file);
}
