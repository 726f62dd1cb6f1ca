/** Figures as the scorecard reads them out; what was never scored is said to be that. */
export const NOTHING = 'nothing to score yet';

const orNothing = (value: number, text: string): string => (Number.isFinite(value) ? text : NOTHING);

export const percentText = (value: number): string => orNothing(value, `${value.toFixed(1)}\u00a0%`);
export const shareText = (share: number): string => orNothing(share, `${Math.round(share * 100)}\u00a0%`);
export const brierText = (score: number): string => orNothing(score, score.toFixed(2));

/** `24 s`, `2 min 05 s`. */
export function spanText(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 100) return orNothing(seconds, `${whole}\u00a0s`);
  return orNothing(seconds, `${Math.floor(whole / 60)}\u00a0min\u00a0${String(whole % 60).padStart(2, '0')}\u00a0s`);
}

/** `1 chance`, `13 chances`. */
export const countText = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
