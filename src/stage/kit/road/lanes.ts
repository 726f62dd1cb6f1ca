import type { Kit } from '../kit.ts';

/** Where things stand beside a road that is seen from the side, in pixels of its plate. */
export interface Lanes {
  readonly width: number;
  /** Where the road begins and ends, and how high and low it may be. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly ground: number;
  /** The middle of the names above the road, and of the figures below it. */
  readonly nameY: number;
  readonly axisY: number;
}

/** Heights of the road at a share of its length, in pixels of the plate. */
export type RoadY = (share: number) => number;

export function lanesOf({ theme: { size, space } }: Kit, width: number, height: number): Lanes {
  const lane = space.gap + size.badge + space.tight;
  return {
    width,
    left: 2 * space.pad,
    right: width - 2 * space.pad,
    top: lane,
    ground: height - lane,
    nameY: space.gap + size.badge / 2,
    axisY: height - space.gap - size.badge / 2,
  };
}

export const xAt = ({ left, right }: Lanes, share: number): number => left + Math.round(share * (right - left));
