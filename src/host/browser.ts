import { createDrawn } from '../show/replay.ts';
import type { Items } from '../show/show.ts';
import type { Picture } from '../stage/picture.ts';
import { openLink, type Replica } from './link.ts';
import { overlays } from './overlays.ts';
import { mountPage, optionsIn } from './page.ts';
import { hearPanic } from './panic.ts';
import { showProbe } from './probe.ts';
import { followClock, noTime } from './race-time.ts';

const nothing: Items = {};

/**
 * `/?show=program` is what is on air, `/?show=preview` what is cued: both obey the desk and nobody else, but for a panic,
 * which reaches the program also from a control page beside it.
 */
export async function start(root: HTMLElement, query: URLSearchParams, coming: Promise<Picture>): Promise<void> {
  const bus = query.get('show') === 'preview' ? 'preview' : 'program';
  const link = openLink(bus, { monitor: query.has('monitor') });
  const page = await mountPage(
    root,
    { ...optionsIn(query, bus === 'preview'), report: link.report, stand: link.stand },
    coming,
  );
  showProbe(page);
  const drawn = createDrawn([...overlays.values()].map(({ manifest }) => manifest));
  let time = noTime;
  let clock: Replica['clock'] | null = null;
  let first = true;

  const tell = () => {
    const { race, show, themes, connection, refusal, clock: newClock, clockReceivedMs } = link.replica();
    page.offer(themes);
    if (refusal) console.error(refusal);
    // Until the desk has spoken there is nothing to obey; after that, the last word counts.
    if (first && connection !== 'live') return;
    if (newClock !== clock) time = followClock(time, newClock, clockReceivedMs);
    clock = newClock;
    const clean = keptClean();
    // What was already there when the page came in is shown at once: a reload on air is not an entrance.
    const cut = first || clean || (bus === 'program' && show.cut);
    const items = bus === 'program' ? drawn(show) : show.preview;
    page.tell({ race, items: clean ? nothing : items, cut, replay: show.replay, raceClock: time });
    first = false;
  };
  const keptClean = bus === 'program' ? hearPanic(link, tell) : () => false;
  link.onChange(tell);
  tell();
}
