import { pageCounts } from '../race/listing/pages.ts';
import { apply } from '../show/apply.ts';
import type { Ask } from '../show/command.ts';
import { complete } from '../show/complete.ts';
import { fold } from '../show/fold.ts';
import { type Manifest, type Params, withDefaults } from '../show/manifest.ts';
import { fittingParams, fromText } from '../show/param.ts';
import { emptyShow } from '../show/show.ts';
import { withinSteps } from '../show/steps.ts';
import type { Picture } from '../stage/picture.ts';
import { openLink } from './link.ts';
import { overlays } from './overlays.ts';
import { mountPage, optionsIn } from './page.ts';
import { hearPanic } from './panic.ts';
import { showProbe } from './probe.ts';
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
 * comes on air by itself, or with `?wait` when `play` is called. A panic cleans it too, and until the release it does not
 * play; afterwards its host calls `play` again, as an operator takes again.
 */
export async function start(root: HTMLElement, query: URLSearchParams, coming: Promise<Picture>): Promise<void> {
  const id = query.get('overlay') ?? '';
  const overlay = overlays.get(id);
  if (!overlay) throw new Error(`There is no overlay "${id}". There are: ${[...overlays.keys()].join(', ')}.`);
  // A host that plays a tag says by that alone that it shows a replay.
  const { replay: tagged, ...manifest } = overlay.manifest;
  const replay = tagged === 'tag';
  const link = openLink(`overlay ${id}`);
  const manifests = new Map([[id, manifest]]);
  const page = await mountPage(root, { ...optionsIn(query, false), report: link.report }, coming);
  showProbe(page);
  let show = emptyShow;
  let params: Params = withDefaults(manifest, {});
  let time = noTime;
  let clock = link.replica().clock;
  let comesBySelf = !query.has('wait');

  const situation = () => ({ manifests, show, counts: pageCounts(link.replica().race) });
  const tell = () => {
    const { race, themes, clock: newClock, clockReceivedMs } = link.replica();
    page.offer(themes);
    if (newClock !== clock) time = followClock(time, newClock, clockReceivedMs, performance.now());
    clock = newClock;
    const clean = keptClean() || link.replica().show.latched;
    if (clean !== show.latched) show = apply(show, { do: clean ? 'panic' : 'release' });
    show = withinSteps(show, manifests, situation().counts);
    page.tell({ race, items: show.program, cut: show.cut, replay, raceClock: time });
  };
  const command = (ask: Ask) => {
    const completed = complete(ask, situation());
    if (!completed.ok) return console.error(completed.error);
    show = fold(situation(), completed.value);
    tell();
  };
  const calls: HostCalls = {
    play: () => command({ do: 'take-direct', overlay: id, params }),
    stop() {
      comesBySelf = false;
      command({ do: 'out', overlay: id });
    },
    next: () => command({ do: 'next', overlay: id }),
    update(data) {
      params = { ...params, ...paramsIn(manifest, data) };
      command({ do: 'set', overlay: id, params });
    },
  };
  Object.assign(window, calls);
  const keptClean = hearPanic(link, tell);
  const hear = () => {
    tell();
    // A page that comes in while a panic is latched waits for the release.
    if (!comesBySelf || link.replica().connection !== 'live' || show.latched) return;
    comesBySelf = false;
    calls.play();
  };
  link.onChange(hear);
  hear();
}

/**
 * What a host sends is text or an object, with more in it than we asked for: unknown fields do no harm. Most hosts know
 * texts only, so that "10" is a number where the manifest wants one.
 */
function paramsIn(manifest: Manifest, data: unknown): Params {
  const object: unknown = typeof data === 'string' ? parsed(data) : data;
  if (typeof object !== 'object' || object === null) return {};
  const given = new Map<string, unknown>(Object.entries(object));
  const known = Object.entries(manifest.params).filter(([name]) => given.has(name));
  const read = known.map(([name, param]) => {
    const value = given.get(name);
    return [name, typeof value === 'string' ? fromText(param, value) : value];
  });
  const { params, faults } = fittingParams(manifest, Object.fromEntries(read));
  for (const fault of faults) console.error(fault);
  return params;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    console.error(`update() was given text that is not JSON: ${text.slice(0, 80)}`);
    return null;
  }
}
