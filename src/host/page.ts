import { editionOf } from '../edition/edition.ts';
import { type Clock, liveClock } from '../stage/clock.ts';
import type { Inbox } from '../stage/inbox.ts';
import { loadFonts } from '../stage/kit/fonts.ts';
import { createSupplies, destroySupplies } from '../stage/kit/kit.ts';
import { createPicture } from '../stage/picture.ts';
import { chooseRenderer, gpuName } from '../stage/renderer.ts';
import { fitted } from '../stage/size.ts';
import { Stage } from '../stage/stage.ts';
import type { Report } from '../wire/crew/report.ts';
import { createDroppedFrames } from './dropped-frames.ts';
import { drawGuides } from './guides.ts';
import { overlays } from './overlays.ts';
import { showProbe } from './probe.ts';
import { reportOf } from './report.ts';

/** A GPU that is reset is back within a second; after this long it is taken for dead. */
const GPU_AWAY_MS = 3000;

/** A page with a stage on it that follows the screen. */
export interface Page {
  readonly stage: Stage;
  readonly clock: Clock;
  tell(told: Inbox): void;
}

export interface PageOptions {
  /** `?guides` is allowed. */
  readonly guides: boolean;
  /** Told what the page shows, at each change. */
  readonly report: (report: Report) => void;
}

/** `?renderer=`, `?guides` where they are allowed, and the edition are read from the URL. */
export async function openPage(
  root: HTMLElement,
  query: URLSearchParams,
  { guides, report }: PageOptions,
): Promise<Page> {
  await loadFonts();
  const edition = editionOf((name) => query.get(name));
  const picture = await createPicture(chooseRenderer(query.get('renderer'), gpuName()));
  let supplies = createSupplies(edition);
  const dropped = createDroppedFrames();
  const say = () => report(reportOf({ stage, picture, droppedFrames: dropped.count, missing: [] }));
  const stage = new Stage({
    picture,
    overlays,
    edition,
    supplies,
    onFault: ({ overlay, message, count }, error) => {
      if (count === 1) console.error(`${overlay} failed and left the picture: ${message}`, error);
      say();
    },
    onLives: say,
  });
  const clock = liveClock((timeMs) => {
    const next = stage.frame(timeMs);
    if (dropped.frame(timeMs, next <= timeMs)) say();
    return next;
  });
  root.append(picture.element);
  if (guides && query.has('guides')) drawGuides(picture.element);

  const refit = () => {
    const { left, top, scale } = fitted(window.innerWidth, window.innerHeight, window.devicePixelRatio);
    picture.resize(scale, 1 / window.devicePixelRatio);
    picture.element.style.transform = `translate(${left}px, ${top}px)`;
    if (scale !== supplies.scale) {
      const old = supplies;
      supplies = createSupplies(edition, scale);
      stage.rebuild(supplies);
      destroySupplies(old);
    }
    clock.wake();
  };
  refit();
  window.addEventListener('resize', refit);
  picture.onLost(() => {
    say();
    setTimeout(() => picture.lost && goOnWithoutGpu(query), GPU_AWAY_MS);
  });
  picture.onRestored(() => {
    stage.rebuild();
    clock.wake();
  });
  showProbe(stage, picture);
  say();
  return {
    stage,
    clock,
    tell(told) {
      stage.tell(told);
      clock.wake();
    },
  };
}

/** A page remembers nothing: loaded again, it shows what is on air at once. */
function goOnWithoutGpu(query: URLSearchParams): void {
  query.set('renderer', 'canvas');
  location.replace(`?${query}`);
}
