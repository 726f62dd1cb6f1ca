import type { Theme } from '../../../edition/theme.ts';
import type { StackRow } from './stack-view.ts';

/** Where each row stands, from the top of the header: a row is one module, and the picture shows between two blocks. */
export function layOut({ size: { module }, space: { tight } }: Theme, rows: readonly StackRow[]): number[] {
  let y = module;
  let block = '';
  return rows.map((row) => {
    if (row.block !== block) y += tight;
    block = row.block;
    const at = y;
    y += module;
    return at;
  });
}
