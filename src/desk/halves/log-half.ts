import type { LogNews } from '../../wire/crew/log.ts';
import { type Frame, frameOf } from '../../wire/frame.ts';
import type { DeskLog } from '../log/log.ts';

/** What is done at once is told at once: a storm is one message each time. */
const AT_MOST_EVERY_MS = 190;

export interface LogHalf {
  /** What is new and due, or null. */
  delta(): Frame | null;
  /** All that was told so far. */
  greeting(): readonly Frame[];
}

/** `now` is any clock that runs evenly, in milliseconds. */
export function createLogHalf(log: Pick<DeskLog, 'since' | 'newest'>, now: () => number): LogHalf {
  let told = log.newest();
  let toldMs = Number.NEGATIVE_INFINITY;
  let all: { readonly n: number; readonly frame: Frame } | null = null;
  return {
    delta() {
      if (log.newest() === told || now() - toldMs < AT_MOST_EVERY_MS) return null;
      const news: LogNews = { isAll: false, lines: log.since(told) };
      told = log.newest();
      toldMs = now();
      return frameOf('log', news);
    },
    greeting() {
      // What is told with the next delta may be in it as well: a page takes each line once.
      if (all?.n !== log.newest()) {
        const news: LogNews = { isAll: true, lines: log.since(0) };
        all = { n: log.newest(), frame: frameOf('log', news) };
      }
      return [all.frame];
    },
  };
}
