import type { Replica } from '../../host/link-replica.ts';
import { type Delays, delayOf, FIRST_OUTPUT, nearestDelay } from '../../show/delay.ts';

/** One output: a program page that is there, or a name for which a delay was said. */
export interface DelayRow {
  readonly output: string;
  /** How late it is to be; what its pages say where nobody has said anything. */
  readonly targetS: number;
  /** "9.0 s", "4.5 s, on its way": how late it is. */
  readonly now: string;
  /** It shows what it is to show. */
  readonly isSettled: boolean;
}

/** A page says how late it is in tenths. */
const SAME_S = 0.05;

/** The first is the one without a name of its own, then by their names. Monitors are no output. */
export function delayRows(pages: Replica['pages'], delays: Delays): readonly DelayRow[] {
  const here = pages.list.filter(({ lost, output }) => !lost && output !== null);
  const names = new Set([...here.flatMap(({ output }) => output ?? []), ...Object.keys(delays)]);
  const isFirst = (output: string) => Number(output === FIRST_OUTPUT);
  return [...names]
    .sort((a, b) => isFirst(b) - isFirst(a) || (a < b ? -1 : 1))
    .map((output) => {
      const late = here.flatMap((page) => (page.output === output ? (page.report?.lateS ?? []) : []));
      const targetS = delayOf(delays, output) ?? nearestDelay(late[0] ?? 0);
      const isSettled = late.every((seconds) => Math.abs(seconds - targetS) < SAME_S);
      return { output, targetS, now: nowWords(late, isSettled), isSettled };
    });
}

export const secondsText = (seconds: number): string => `${seconds.toFixed(1)} s`;

function nowWords(late: readonly number[], isSettled: boolean): string {
  if (late.length === 0) return 'no page';
  const [least, most] = [Math.min(...late), Math.max(...late)];
  const words = least === most ? secondsText(most) : `${least.toFixed(1)} to ${secondsText(most)}`;
  return isSettled ? words : `${words}, on its way`;
}
