import type { Result } from '../../wire/result.ts';
import { textOfFile } from '../file-text.ts';
import { type ListedRiders, riderTable } from './rider-table.ts';

/** `--riders riders.csv` */
export function readRiders(file: string): Result<ListedRiders> {
  const text = textOfFile(
    file,
    `${file} cannot be read; give --riders a CSV file with the columns bib and family, or name.`,
  );
  return text.ok ? riderTable(text.value, file) : text;
}
