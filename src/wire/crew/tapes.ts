/** What control shows of the tapes of a desk, asked for by `/api/tapes`. */
export interface TapesView {
  /** Newest first. */
  readonly tapes: readonly KeptTape[];
  readonly rehearsal: Rehearsal | null;
}

export interface KeptTape {
  /** Its name in the folder. */
  readonly file: string;
  /** What a hand has called it. */
  readonly name: string | null;
  /** Of the feed. */
  readonly title: string;
  /** On the wall clock. */
  readonly startedAt: number;
  /** From its beginning to what was written last. */
  readonly lastedMs: number;
  readonly bytes: number;
  /** `written` while it is; `ended` by its operator; `left` by a desk that was stopped or killed. */
  readonly state: 'written' | 'ended' | 'left';
}

/** A second desk that plays a tape, beside the one on air. */
export interface Rehearsal {
  readonly file: string;
  /** Null until it is there. */
  readonly port: number | null;
}

/** A name of a tape has at most so many characters. */
export const LONGEST_TAPE_NAME = 80;
