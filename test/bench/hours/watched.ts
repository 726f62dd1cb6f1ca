import type { Page } from 'playwright';
import type { RunningDesk } from '../../support/desk.ts';
import { rawPage } from '../../support/raw-page.ts';
import { wait } from '../browser.ts';
import { type DeskLook, lookAtDesk, lookAtPage, type PageLook } from './looks.ts';

const POINTS = 20;
/** So much of what it told a desk keeps, see `src/desk/halves/kept-past.ts`: a constant, but no shorter than this bench. */
const PAST_MS = 302_000;

/** One of each kind that lies over a picture or is worked at. */
export const pages = {
  program: '?show=program&renderer=canvas',
  preview: '?show=preview&renderer=canvas',
  control: '',
} as const;
export type PageName = keyof typeof pages;

export interface Looks {
  /** Without what it keeps for outputs that are late: all that it told pages in the last five minutes. */
  readonly desk: DeskLook & { readonly heapWithoutPastMB: number };
  readonly pages: Readonly<Record<PageName, PageLook>>;
}

/** What all of them hold at each twentieth of so many milliseconds. */
export async function watched(desk: RunningDesk, opened: Record<PageName, Page>, wholeMs: number): Promise<Looks[]> {
  const looks: Looks[] = [];
  const ear = await rawPage({ url: desk.url, role: 'bench' });
  const heard: { readonly atMs: number; readonly bytes: number }[] = [];
  const pastMB = () => {
    heard.push({ atMs: performance.now(), bytes: ear.bytes });
    const first = heard.find(({ atMs }) => performance.now() - atMs < PAST_MS)!;
    return (ear.bytes - first.bytes) / 1e6;
  };
  pastMB();
  const beganMs = performance.now();
  while (looks.length < POINTS) {
    await wait(beganMs + ((looks.length + 1) * wholeMs) / POINTS - performance.now());
    const seen = await Promise.all(
      Object.entries(opened).map(async ([name, page]) => [name, await lookAtPage(page)] as const),
    );
    const its = await lookAtDesk(desk);
    looks.push({
      desk: { ...its, heapWithoutPastMB: its.heapMB - pastMB() },
      pages: Object.fromEntries(seen) as Looks['pages'],
    });
  }
  ear.destroy();
  return looks;
}
