import type { OfficialGroupsEvent } from '../event.ts';
import type { OrderRow } from '../riders/road-order.ts';
import type { Bib, Reading } from '../units.ts';

export interface OfficialPiece {
  readonly name: string | null;
  readonly rows: readonly OrderRow[];
  readonly gap: Reading | null;
}

/**
 * The organiser's groups as pieces of our field. A rider whom he does not name goes with the rider before him on the
 * road. Null when he names nobody whom we know.
 */
export function officialPieces(event: OfficialGroupsEvent, rows: readonly OrderRow[]): OfficialPiece[] | null {
  const told = new Map<Bib, number>();
  event.groups.forEach((group, i) => {
    for (const bib of group.bibs) if (!told.has(bib)) told.set(bib, i);
  });
  const first = rows.find((row) => told.has(row.bib));
  if (!first) return null;
  const pieces: OrderRow[][] = event.groups.map(() => []);
  let current = told.get(first.bib)!;
  for (const row of rows) {
    const group = told.get(row.bib);
    if (group !== undefined) current = group;
    pieces[current]!.push(row);
  }
  return event.groups
    .map(({ name, gapS }, i) => ({
      name,
      rows: pieces[i]!,
      gap: gapS === null ? null : { value: Math.max(0, gapS), atMs: event.atMs, origin: 'manual' as const },
    }))
    .filter((piece) => piece.rows.length > 0);
}
