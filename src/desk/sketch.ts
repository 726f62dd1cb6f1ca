import { noInsight, type RaceAndInsight } from '../insight/insight.ts';
import type { Timed } from './feeds/feed.ts';
import { createIntake, type IntakeOptions } from './intake.ts';
import type { Notices } from './notices.ts';

/** What is wrong with these inputs is said when they are folded for good. */
const unsaid: Notices = { add: () => {}, stand: () => {}, list: () => [] };

/**
 * The race as a few inputs tell it, by an engine of its own; nothing follows from so little. Null where they do not make a race.
 */
export function sketchOf(
  source: IntakeOptions['source'],
  inputs: readonly Timed[],
  atMs: number,
): RaceAndInsight | null {
  const intake = createIntake({ source, notices: unsaid, wallMs: null });
  for (const input of inputs) intake.take(input);
  const race = intake.race(atMs);
  return race && { ...race, insight: noInsight };
}
