/** Which step a host asks for, as OGraf has it: `goto` from 0, else so many on from the present one. */
export interface AskedStep {
  readonly goto?: unknown;
  readonly delta?: unknown;
}

/** From 0, never before the first; whoever is behind the last one goes. Not on air is as before the first. */
export function askedStep({ goto, delta }: AskedStep, now: number | null): number {
  const to = whole(goto);
  return to !== null && to >= 0 ? to : Math.max(0, (now ?? -1) + (whole(delta) ?? 1));
}

/** Hosts send numbers as texts, too; null where it is none. */
function whole(given: unknown): number | null {
  const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  return typeof number === 'number' && Number.isFinite(number) ? Math.trunc(number) : null;
}
