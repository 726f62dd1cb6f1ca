/** How a bunch is strung out: metres of road for each of its riders. */
export function spacingM(riders: number, speed: number, slope: number): number {
  const wide =
    riders <= 10 ? 2.6 : riders <= 30 ? 2.6 - 0.04 * (riders - 10) : Math.max(1.15, 1.8 - 0.008 * (riders - 30));
  const fast = 0.5 + 0.042 * Math.min(speed, 20);
  const climbing = 1 + 0.5 * Math.min(1, Math.max(0, (slope - 0.03) / 0.03));
  const descending = 1 + Math.min(1, Math.max(0, (-slope - 0.02) / 0.03));
  return wide * fast * climbing * descending;
}
