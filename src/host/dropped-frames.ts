/** Steps that tell the pace of the screen, and the longest one that is a drop: after a longer one the page was hidden. */
const STEPS = 60;
const HIDDEN_MS = 1000;

/** Counts the frames that came too late while something moved. */
export interface DroppedFrames {
  /** Call at each frame; `moves` when the picture wants the next one at once. True when the count has grown. */
  frame(timeMs: number, moves: boolean): boolean;
  readonly count: number;
}

/** The pace is the shortest of the newest steps: 16.7 ms on most screens, 40 ms in a 25p output. */
export function createDroppedFrames(): DroppedFrames {
  let beforeMs: number | null = null;
  let steps: readonly number[] = [];
  let count = 0;
  return {
    frame(timeMs, moves) {
      const stepMs = beforeMs === null ? 0 : timeMs - beforeMs;
      beforeMs = moves ? timeMs : null;
      if (stepMs <= 0 || stepMs > HIDDEN_MS) return false;
      steps = [...steps, stepMs].slice(-STEPS);
      const late = Math.round(stepMs / Math.min(...steps)) - 1;
      count += late;
      return late > 0;
    },
    get count() {
      return count;
    },
  };
}
