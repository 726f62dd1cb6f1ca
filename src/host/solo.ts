import { apply } from '../show/apply.ts';
import type { Command } from '../show/command.ts';
import { type Params, withDefaults } from '../show/manifest.ts';
import { emptyShow } from '../show/show.ts';
import { openLink } from './link.ts';
import { overlays } from './overlays.ts';
import { openPage } from './page.ts';
import { followClock, noTime } from './race-time.ts';

/** The functions that playout systems call on a page. */
interface HostCalls {
  play(): void;
  stop(): void;
  next(): void;
  /** Parameters as an object, or as text in JSON. */
  update(data: unknown): void;
}

declare global {
  interface Window extends HostCalls {}
}

/**
 * `/?overlay=gap-ticker`: one graphic alone, with the desk's race, under the command of whoever loaded the page. It
 * comes on air at once, or with `?wait` when `play` is called.
 */
export async function start(root: HTMLElement, query: URLSearchParams): Promise<void> {
  const id = query.get('overlay') ?? '';
  const overlay = overlays.get(id);
  if (!overlay) throw new Error(`There is no overlay "${id}". There are: ${[...overlays.keys()].join(', ')}.`);
  const { manifest } = overlay;
  const page = await openPage(root, query, false);
  const link = openLink(`overlay ${id}`);
  let show = emptyShow;
  let params: Params = withDefaults(manifest, {});
  let time = noTime;
  let clock = link.replica().clock;

  const tell = () => {
    const { race, clock: newClock, clockReceivedMs } = link.replica();
    if (newClock !== clock) time = followClock(time, newClock, clockReceivedMs);
    clock = newClock;
    page.tell({ race, items: show.program, cut: show.cut, raceClock: time });
  };
  const command = (given: Command) => {
    show = apply(show, given);
    tell();
  };
  const calls: HostCalls = {
    play: () => command({ do: 'take-direct', overlay: id, layer: manifest.layer, params }),
    stop: () => command({ do: 'out', overlay: id }),
    next: () => command({ do: 'next', overlay: id, steps: manifest.steps }),
    update(data) {
      params = { ...params, ...paramsIn(data) };
      command({ do: 'set', overlay: id, params });
    },
  };
  Object.assign(window, calls);
  link.onChange(tell);
  if (!query.has('wait')) calls.play();
}

/** What a host sends is text or an object, with more in it than we asked for; unknown fields do no harm. */
function paramsIn(data: unknown): Params {
  const object: unknown = typeof data === 'string' ? parsed(data) : data;
  if (typeof object !== 'object' || object === null) return {};
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    console.error(`update() was given text that is not JSON: ${text.slice(0, 80)}`);
    return null;
  }
}
