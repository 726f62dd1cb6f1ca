/**
 * Whole seconds behind the winner that riders are given, from their times on the line in order of arrival. A rider who
 * is `splitS` or more behind the one before opens a new group, and takes his own difference to the winner; all others
 * take their group's. UCI 1.2.107; 3 s instead of 1 by the UCI protocol of 2017 for expected bunch sprints.
 */
export function timeGaps(timesS: readonly number[], splitS: number): number[] {
  // Whole milliseconds: 3.1 - 2.1 is less than 1 in floating point.
  const timesMs = timesS.map((timeS) => Math.round(timeS * 1000));
  let gapS = 0;
  return timesMs.map((ms, i) => {
    if (i > 0 && ms - timesMs[i - 1]! >= splitS * 1000) gapS = Math.floor((ms - timesMs[0]!) / 1000);
    return gapS;
  });
}
