import type { Edition } from '../../edition/edition.ts';

/** The pieces that overlays are made of, in one theme. */
export interface Kit {
  readonly edition: Edition;
}
