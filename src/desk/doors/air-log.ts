import type { ServerResponse } from 'node:http';
import type { Manifest } from '../../show/manifest.ts';
import { asRunCsv } from '../as-run/csv.ts';
import type { Desk } from '../desk.ts';
import { forAnyone } from './cross-origin.ts';
import { replyJson } from './reply.ts';

/** What the log of what was on air is asked: as JSON, as a table, or for the still of a row. */
type Sort = 'json' | 'csv' | 'still';

/** Null where something else is asked. */
export function sortAsked({ pathname, searchParams }: URL): Sort | null {
  if (pathname === '/api/still') return 'still';
  if (pathname === '/api/as-run.csv') return 'csv';
  if (pathname !== '/api/as-run') return null;
  return searchParams.get('format') === 'csv' ? 'csv' : 'json';
}

/** `GET /api/as-run` (`?words=all` with what was to be read meanwhile), `GET /api/as-run.csv`, `GET /api/still?n=1`. */
export function replyAirLog(
  sort: Sort,
  { searchParams }: URL,
  response: ServerResponse,
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
): void {
  const rows = desk.asRun.rows();
  if (sort === 'still') return void replyStill(Number(searchParams.get('n')), response, desk);
  if (sort === 'csv') {
    const titleOf = (overlay: string) => manifests.get(overlay)?.title ?? overlay;
    const utcOffsetMin = desk.picture().race?.sheet.info.utcOffsetMin ?? -new Date().getTimezoneOffset();
    const name = 'content-disposition';
    response.writeHead(200, {
      ...fresh,
      'content-type': 'text/csv; charset=utf-8',
      [name]: 'attachment; filename="as-run.csv"',
    });
    return void response.end(asRunCsv(rows, { titleOf, utcOffsetMin }));
  }
  const told = searchParams.get('words') === 'all' ? withSpoken(desk.asRun) : rows;
  replyJson(response, 200, { rows: told }, forAnyone);
}

/** Each row with what was to be read in it at moments between. */
function withSpoken({ rows, spoken }: Desk['asRun']) {
  const read = new Map<number, { readonly at: number; readonly words: readonly string[] }[]>();
  for (const { n, at, words } of spoken()) read.set(n, [...(read.get(n) ?? []), { at, words }]);
  return rows().map((row) => ({ ...row, read: read.get(row.n) ?? [] }));
}

const fresh = { ...forAnyone, 'cache-control': 'no-store' };

async function replyStill(n: number, response: ServerResponse, desk: Desk): Promise<void> {
  const still = await desk.asRun.still(n);
  if (!still)
    return replyJson(response, 404, { ok: false, error: `Row ${n} of what was on air has no still.` }, forAnyone);
  response.writeHead(200, { ...fresh, 'content-type': still.name.endsWith('.png') ? 'image/png' : 'image/webp' });
  response.end(still.bytes);
}
