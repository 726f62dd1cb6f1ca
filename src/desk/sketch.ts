import type { Race } from '../race/race.ts';
import type { Timed } from './feeds/feed.ts';
import { createIntake, type IntakeOptions } from './intake.ts';
import type { Notices } from './notices.ts';

/** What is wrong with these inputs is said when they are folded for good. */
const unsaid: Notices = { add: () => {}, stand: () => {}, list: () => [] };

/** The race as a few inputs tell it, by an engine of its own. Null where they do not make a race. */
export function sketchOf(source: IntakeOptions['source'], inputs: readonly Timed[], atMs: number): Race | null {
  const intake = createIntake({ source, notices: unsaid, wallMs: null });
  for (const input of inputs) intake.take(input);
  return intake.race(atMs);
}
