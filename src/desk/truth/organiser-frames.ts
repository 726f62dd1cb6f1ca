import type { Truth } from '../feeds/race-center/truth.ts';
import { type OrganiserRoad, organiserRoad } from './organiser-road.ts';

/** The organiser's own riders on his road, frame by frame. */
export interface OrganiserFrames {
  /** What the frame says is known after it; the length of the road is that of the first. */
  note(truth: Truth, lengthM: number): OrganiserRoad;
}

export function organiserFrames(): OrganiserFrames {
  let road: OrganiserRoad | null = null;
  return {
    note(truth, lengthM) {
      road ??= organiserRoad(lengthM);
      road.note(truth.atMs, distancesOf(truth, lengthM));
      return road;
    },
  };
}

const distancesOf = ({ riders }: Truth, lengthM: number) =>
  riders.flatMap(({ bib, kmToFinish }) =>
    kmToFinish !== null && kmToFinish * 1000 <= lengthM ? [{ bib, distanceM: lengthM - kmToFinish * 1000 }] : [],
  );
