import { fail, ok, type Result } from '../../../wire/result.ts';
import { jsonOf } from '../json.ts';
import { fetchPage } from './http.ts';

/** Gives a page of the organiser as text; it counts when it fits, and what was good before stays good. */
export type PageFetcher = (url: URL, fits: (value: unknown) => boolean) => Promise<Result<string>>;

export function createPageFetcher(): PageFetcher {
  const pages = new Map<string, { readonly text: string; readonly etag: string | null }>();
  return async (url, fits) => {
    const known = pages.get(url.href);
    const got = await fetchPage(url, known?.etag ?? null);
    if (got.ok && got.value !== null && fits(jsonOf(got.value.text))) {
      pages.set(url.href, got.value);
      return ok(got.value.text);
    }
    if (known) return ok(known.text);
    return fail(got.ok ? (got.value?.text ? 'what comes is something else' : 'there is none yet') : got.error);
  };
}
