/** Who is away is asked again after the first wait, and twice as long after each miss, up to the last. */
export interface Waits {
  readonly soonMs: number;
  readonly lateMs: number;
}

const WAITS: Waits = { soonMs: 500, lateMs: 10_000 };
/** A connection that lasted so long was a good one, though nothing was said on it. */
const STEADY_MS = 5000;

/** Comes back to a server that was lost, for ever, and says it once for each time that it is lost. */
export interface ComeBack {
  /** Something was heard: it is there. */
  heard(): void;
  /** The connection stands; whether it is a good one shows later. */
  connected(): void;
  /** In a few words; null where a server that was heard hangs up as it always does. */
  lost(why: string | null): void;
  stop(): void;
}

export interface ComeBackOptions {
  readonly again: () => void;
  readonly say: (why: string) => void;
  readonly waits?: Waits;
}

export function createComeBack({ again, say, waits = WAITS }: ComeBackOptions): ComeBack {
  let waitMs = waits.soonMs;
  let isSaid = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sinceMs: number | null = null;
  const isThere = () => {
    waitMs = waits.soonMs;
    isSaid = false;
  };
  return {
    heard: isThere,
    connected() {
      sinceMs = performance.now();
    },
    lost(why) {
      if (isStopped) return;
      if (sinceMs !== null && performance.now() - sinceMs >= STEADY_MS) isThere();
      sinceMs = null;
      if (why !== null && !isSaid) say(why);
      isSaid ||= why !== null;
      clearTimeout(timer);
      timer = setTimeout(again, waitMs);
      waitMs = Math.min(waits.lateMs, waitMs * 2);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
