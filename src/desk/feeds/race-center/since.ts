import { ok } from '../../../wire/result.ts';
import { type Json, jsonOf, numberOf, recordsOf, textOf } from '../json.ts';
import { fetchPage } from './http.ts';
import { createPageFetcher, type PageFetcher } from './pages.ts';

/** What was taken away from a list shows only in the whole of it. */
const WHOLE_MS = 240_000;

/**
 * Lists of the organiser, as JSON. The whole of one is asked for now and then; between, only the records that were changed
 * since the newest that is known (`?from=<unix ms>`), each in the place of the one with its `_id`.
 */
export function createListFetcher(now: () => number): PageFetcher {
  const page = createPageFetcher();
  const lists = new Map<string, { readonly records: readonly Json[]; readonly wholeAtMs: number }>();
  return async (url, fits) => {
    const known = lists.get(url.href);
    const newestMs = known && now() - known.wholeAtMs < WHOLE_MS ? newestIn(known.records) : null;
    if (known && newestMs !== null) {
      const got = await fetchPage(new URL(`?from=${newestMs}`, url), null);
      const changed = got.ok && got.value ? recordsOf(jsonOf(got.value.text)).filter(({ _id }) => textOf(_id)) : [];
      const records = merged(known.records, changed);
      lists.set(url.href, { ...known, records });
      return ok(JSON.stringify(records));
    }
    const got = await page(url, fits);
    if (!got.ok) return got;
    const records = recordsOf(jsonOf(got.value));
    lists.set(url.href, { records, wholeAtMs: now() });
    return ok(JSON.stringify(records));
  };
}

/** When the newest of them was changed; null where not all of them say that and who they are. */
function newestIn(records: readonly Json[]): number | null {
  const times = records.map(({ _id, _updatedAt }) => (textOf(_id) === '' ? null : numberOf(_updatedAt)));
  return times.length > 0 && times.every((time) => time !== null) ? Math.max(...times) : null;
}

function merged(known: readonly Json[], changed: readonly Json[]): readonly Json[] {
  const byId = new Map(known.map((record) => [textOf(record._id), record]));
  for (const record of changed) byId.set(textOf(record._id), record);
  return [...byId.values()];
}
