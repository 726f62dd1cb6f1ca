import type { StageType } from '../../../race/rules/stage-type.ts';
import { type Json, numberOf, recordsOf, textOf } from '../json.ts';
import { entriesOf } from './road-book.ts';

const letters: Readonly<Record<string, StageType>> = {
  PLN: 'flat',
  VAL: 'hilly',
  HMG: 'mountain',
  PAS: 'mountain',
  IND: 'time-trial',
  EQU: 'team-time-trial',
};

/** What trackers say of the stage: against the clock they are compared with a finisher, else with the first rider. */
export type ClockWitness = 'against-the-clock' | 'on-the-road';

/**
 * What kind of stage it is, by what weighs most: the letters that name a time trial; what trackers say; whether groups
 * are shown; and only then the other letters, for a time trial over mountains has the letters of a mountain stage. Where
 * the papers say nothing of groups, a road book with intermediate times and no sprint is a time trial's. Intermediate
 * times alone are not: road stages have them on summits.
 */
export function stageTypeOf(stage: Json, checkpoints: unknown, witness: ClockWitness | null): StageType {
  const byLetters = letters[textOf(stage.type).toUpperCase()];
  if (byLetters?.endsWith('time-trial')) return byLetters;
  if (witness === 'against-the-clock') return 'time-trial';
  const ofRoad = byLetters ?? 'flat';
  if (witness === 'on-the-road') return ofRoad;
  if (typeof stage.showGroups === 'boolean') return stage.showGroups ? ofRoad : 'time-trial';
  return isTimedAlongTheWay(checkpoints) ? 'time-trial' : ofRoad;
}

function isTimedAlongTheWay(checkpoints: unknown): boolean {
  const codes = entriesOf(checkpoints).map((entry) => recordsOf(entry.checkpointTypes ?? []).map(({ code }) => code));
  // The finish of a road stage is also listed as a sprint.
  return codes.some((of) => of.includes('C')) && !codes.some((of) => of.includes('N') && !of.includes('A'));
}

/** So many riders of a frame must agree, and so many frames in a row. */
const RIDERS = 3;
const FRAMES = 2;
const NEARLY_ALL = 0.8;

/** Hears frame by frame what trackers are compared with; says so once frames agree, and until others do. */
export function createClockWitness(): (riders: readonly Json[]) => ClockWitness | null {
  let said: ClockWitness | null = null;
  let heard: ClockWitness | null = null;
  let frames = 0;
  return (riders) => {
    const now = witnessIn(riders);
    if (now === null) return said;
    frames = now === heard ? frames + 1 : 1;
    heard = now;
    if (frames >= FRAMES) said = now;
    return said;
  };
}

function witnessIn(riders: readonly Json[]): ClockWitness | null {
  const onClock = riders.filter(({ secToITTLead }) => numberOf(secToITTLead) !== null).length;
  const onRoad = riders.filter(({ secToFirstRider }) => numberOf(secToFirstRider) !== null).length;
  const isMost = (count: number): boolean => count >= RIDERS && count >= NEARLY_ALL * riders.length;
  if (isMost(onClock) && onRoad === 0) return 'against-the-clock';
  return isMost(onRoad) && onClock === 0 ? 'on-the-road' : null;
}
