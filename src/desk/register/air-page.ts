import type { ReportedLife } from '../../wire/crew/report.ts';

/** What one program page draws, as it said. Control's own monitors are on no air. */
export interface AirPage {
  readonly page: string;
  /** The name of its output; null where it has none. */
  readonly output: string | null;
  /** Of a page that is lost, or back and has said nothing yet: what it said before. */
  readonly lives: readonly ReportedLife[];
  /** Since when that is old, on the desk's own wall clock; null where it is not. */
  readonly lostAtMs: number | null;
}

/** Whether a page has it in its picture, also on its way in or out. */
export const isSeen = (life: ReportedLife['life']): boolean => ['on', 'entering', 'leaving'].includes(life);
