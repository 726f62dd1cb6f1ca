/** Where things stand beside a road that is seen from the side, in pixels of its plate. */
export interface Lanes {
  readonly width: number;
  /** Where the road begins and ends, and how high and low it may be. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly ground: number;
  /** The middle of the names above the road, and of the flags and figures below it. */
  readonly nameY: number;
  readonly axisY: number;
}

/** Heights of the road at a share of its length, in pixels of the plate. */
export type RoadY = (share: number) => number;

/** Whole even pixels: what stands there stays sharp. */
export const xAt = ({ left, right }: Lanes, share: number): number =>
  left + 2 * Math.round((share * (right - left)) / 2);
