import type { Manifest } from './manifest.ts';

/**
 * What becomes of graphics when the feed is lost, where a hand has said otherwise than their manifests: by overlay, after
 * so many seconds without news each leaves by itself; null where it never does.
 */
export type Loss = Readonly<Record<string, number | null>>;

/** So early and so late may a hand let a graphic leave: what is younger is no loss yet. */
export const LOSS_S = { least: 10, most: 3600 } as const;

export const isLossS = (given: unknown): given is number =>
  typeof given === 'number' && Number.isInteger(given) && given >= LOSS_S.least && given <= LOSS_S.most;

/**
 * After so many seconds without news a graphic leaves; Infinity where it never does. Null where it says nothing of the
 * race, so that no silence makes it untrue.
 */
export function leavesAfterS({ id, hold }: Pick<Manifest, 'id' | 'hold'>, loss: Loss): number | null {
  if (!hold) return null;
  return (Object.hasOwn(loss, id) ? loss[id] : hold.outS) ?? Number.POSITIVE_INFINITY;
}

/** With another word on one of them; left out, its manifest has its own back. The same where nothing changes. */
export function lossAfter(loss: Loss, { overlay, outS }: LossWord): Loss {
  const { [overlay]: was, ...others } = loss;
  if (was === outS) return loss;
  return outS === undefined ? others : { ...others, [overlay]: outS };
}

interface LossWord {
  readonly overlay: string;
  readonly outS?: number | null;
}
