import type { Desk } from '../../desk.ts';
import type { RendererId } from './instances.ts';
import { isPageOf, pagesHere } from './renderers.ts';

/** What pages make of a graphic: it failed on one of them and why, or what is to be known beside that it is done. */
export type OnPages =
  | { readonly isFailed: true; readonly why: string | null }
  | { readonly isFailed: false; readonly note: string | null };

/** Pages say what changed at once, but for those that have just said something; controllers give up after 3 s. */
const WAIT_MS = 500;
const LOOK_MS = 20;

export function seenNow(desk: Desk, renderer: RendererId, overlay: string): OnPages {
  const pages = desk.register.pages().list.filter((page) => isPageOf(renderer, page) && !page.lost);
  const lives = pages.flatMap(({ report }) => report?.lives.filter((life) => life.overlay === overlay) ?? []);
  const failed = lives.find(({ life }) => life === 'failed');
  if (failed) return { isFailed: true, why: failed.why };
  const note = (text: string | null): OnPages => ({ isFailed: false, note: text });
  if (pagesHere(desk, renderer) === 0) return note(`No page shows the ${renderer}.`);
  const off = whyOff(desk, renderer, overlay);
  if (off !== null) return note(`Nothing is drawn of it: ${off}.`);
  const waits = lives.find(({ life }) => life === 'waiting');
  if (lives.length === 0) return note('No page has said yet that it draws it.');
  return note(waits && lives.every(({ life }) => life === 'waiting') ? `Nothing is drawn yet: ${waits.why}.` : null);
}

/** Why no page draws what is on air: a replay has no place for it; null where nobody knows of any reason. */
function whyOff(desk: Desk, renderer: RendererId, overlay: string): string | null {
  const row = renderer === 'program' ? desk.picture().shown.air.find((one) => one.overlay === overlay) : undefined;
  return row?.life === 'off' ? row.why : null;
}

/** The same, once a page has said something of a graphic that is new in its picture, or soon. */
export async function seenSoon(desk: Desk, renderer: RendererId, overlay: string): Promise<OnPages> {
  const endMs = performance.now() + WAIT_MS;
  const isTold = () => {
    const pages = desk.register.pages().list.filter((page) => isPageOf(renderer, page) && !page.lost);
    const said = pages.some(({ report }) => report?.lives.some((life) => life.overlay === overlay));
    return pagesHere(desk, renderer) === 0 || said || whyOff(desk, renderer, overlay) !== null;
  };
  while (!isTold() && performance.now() < endMs) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return seenNow(desk, renderer, overlay);
}
