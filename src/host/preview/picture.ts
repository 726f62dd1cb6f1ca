import { pageCounts } from '../../race/listing/pages.ts';
import { createDrawn } from '../../show/replay.ts';
import { emptyShow, itemOf, type Show } from '../../show/show.ts';
import type { Picture } from '../../stage/picture.ts';
import type { Report } from '../../wire/crew/report.ts';
import { builtInLink } from '../built-in/built-in-link.ts';
import type { Replica } from '../link.ts';
import { overlays } from '../overlays.ts';
import { mountPage, optionsIn } from '../page.ts';
import { showProbe } from '../probe.ts';
import { followClock, noTime } from '../race-time.ts';
import { afterWish, type Offered, type PreviewWish } from './hand.ts';
import { offeredOf } from './offered.ts';

/** A picture of the built-in race, with what somebody wishes in it. */
export interface PreviewPicture {
  /** What may be wished, by its keys. */
  readonly offered: readonly Offered[];
  show(): Show;
  /** Why a graphic that is taken is not seen, in one phrase; null where it is, or is not taken. */
  whyNot(overlay: string): string | null;
  wish(wish: PreviewWish): void;
  /** Of what is wished, or of what is seen. */
  onChange(listener: () => void): void;
}

/** What a newcomer sees first: these keys are pressed already. */
const FIRST = ['2', '4'];

const manifests = new Map([...overlays].map(([id, { manifest }]) => [id, manifest]));

/** The race is on its way while the picture still loads. */
export async function openPreview(
  frame: HTMLElement,
  query: URLSearchParams,
  coming: Promise<Picture>,
): Promise<PreviewPicture> {
  const link = builtInLink();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let lives: Report['lives'] = [];
  const report = (said: Report) => {
    lives = said.lives;
    changed();
  };
  const page = await mountPage(frame, { ...optionsIn(query, true), overlays, report }, coming);
  showProbe(page);
  const offered = offeredOf(manifests);
  const drawn = createDrawn(manifests.values());
  let show = emptyShow;
  let time = noTime;
  let clock: Replica['clock'] | null = null;

  const tell = () => {
    const { race, clock: newClock, clockReceivedMs } = link.replica();
    if (newClock !== clock) time = followClock(time, newClock, clockReceivedMs, performance.now());
    clock = newClock;
    page.tell({ race, items: drawn(show), cut: show.cut, replay: show.replay, raceClock: time });
  };
  const wish = (wished: PreviewWish) => {
    show = afterWish(wished, show, { manifests, counts: pageCounts(link.replica().race) });
    tell();
    changed();
  };
  const whyNot = (overlay: string) => {
    if (!itemOf(show.program, overlay)) return null;
    if (show.replay && !itemOf(drawn(show), overlay)) return 'hidden during the replay';
    return lives.find((one) => one.overlay === overlay && one.life === 'waiting')?.why ?? null;
  };
  link.onChange(tell);
  for (const item of offered) if (item.key !== null && FIRST.includes(item.key)) wish({ do: 'direct', item });
  return { offered, show: () => show, whyNot, wish, onChange: (listener) => listeners.add(listener) };
}
