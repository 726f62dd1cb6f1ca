import type { Overlay } from '../../stage/overlay.ts';
import { answerCalls, type EarlyCalls } from './calls.ts';
import { dirtyFrames } from './dirty-frames.ts';
import { saidIn } from './said-in.ts';

declare global {
  interface Window {
    /** Within CasparCG, by either name. */
    caspar?: object;
    casparcg?: object;
    ardoiseCalls?: EarlyCalls;
  }
}

/** What draws, begun with the first picture. */
export type FileDrawer = () => Promise<{
  readonly overlay: Overlay;
  readonly openSession: typeof import('./session.ts').openSession;
}>;

/**
 * One graphic as a page in one file, for CasparCG, SPX and whoever calls the same functions. `remove` is CasparCG's own and
 * is left alone. Who only reads the page, as SPX does when it imports it, has no picture, and nothing is begun.
 */
export async function startFile(drawer: FileDrawer): Promise<void> {
  if (typeof FontFace === 'undefined' || typeof ResizeObserver === 'undefined') return;
  const root = document.querySelector<HTMLElement>('#root');
  if (!root) return;
  const { overlay, openSession } = await drawer();
  const query = new URLSearchParams(location.search);
  const isCaspar = Boolean(window.casparcg ?? window.caspar);
  const session = openSession(root, overlay, {
    asked: (name) => query.get(name),
    ...(isCaspar && { onRest: dirtyFrames(root) }),
  });
  const failed = (error: unknown) => console.error(error);
  answerCalls(
    {
      play: () => void session.take((now) => now ?? 0).catch(failed),
      // Behind the last step there is nothing more to see, and whoever wants it out says `stop`; out, there is no next one.
      next: () =>
        void session.take((now, steps) => (now === null ? steps : Math.min(now + 1, steps - 1))).catch(failed),
      stop: () => void session.out().catch(failed),
      update: (data) => void session.set(saidIn(data)).catch(failed),
    },
    window.ardoiseCalls,
  );
}
