import type { Jersey } from '../../../race/sheet.ts';
import { type Json, numberOf, recordOf, recordsOf } from '../json.ts';
import { isPaper, type PaperTopic } from './paper-shapes.ts';
import { createRiddenTrace } from './ridden-trace.ts';
import { entriesOf } from './road-book.ts';
import { type Made, type Papers, sheetOf } from './sheet.ts';
import { type ClockWitness, stageTypeOf } from './stage-kind.ts';

/** The papers of the stage as they came, and the sheet that is made of them. */
export interface PaperFile {
  papers(): Papers;
  /** What came as a paper: what is good stays until something as good comes. */
  take(topic: PaperTopic, value: unknown): Filed;
  /** The road book is given anew with each change of the weather; false where it says the same, or nothing. */
  renew(of: 'checkpoints' | 'checkpointList', records: readonly Json[]): boolean;
  /** What trackers tell of the road where nobody gives it. True once it is made of that. */
  ride(riders: readonly Json[], atMs: number, witness: ClockWitness | null): boolean;
  sheet(jerseys: readonly Jersey[], witness: ClockWitness | null): Made;
}

export interface Filed {
  /** Why it was not. */
  readonly fault: string | null;
  /** It begins another stage, of which nothing is known yet but its papers. */
  readonly isOtherStage: boolean;
}

/** How often it is looked whether the whole road was ridden, and how far apart places of it may be. */
const LOOK_MS = 60_000;
const LONGEST_HOLE_M = 200;

export function createPaperFile(): PaperFile {
  let papers: Papers = { riders: null, teams: null, stage: null, trace: null, checkpoints: null };
  /** The newest trace that is a road: a worse one does not take its place. */
  let road: Papers['trace'] = null;
  /** Where nobody gives one: what riders tell of it, and the trace that was made of that. */
  let ridden = createRiddenTrace();
  let riddenTrace: Papers['trace'] = null;
  let lookedMs = Number.NEGATIVE_INFINITY;

  const sheet: PaperFile['sheet'] = (jerseys, witness) => {
    const made = sheetOf(papers, jerseys, witness);
    if (!made) return { sheet: null, faults: [missingSaid(papers)] };
    if (made.sheet) road = papers.trace;
    else if (papers.trace === riddenTrace) papers = { ...papers, trace: null };
    if (made.sheet || road === null || road === papers.trace) return made;
    papers = { ...papers, trace: road };
    const before = sheet(jerseys, witness);
    return { ...before, faults: [...made.faults, ...before.faults] };
  };

  /** The road that riders of the stage before have ridden is no longer meant. */
  const begin = () => {
    papers = { ...papers, checkpointList: null, trace: papers.trace === riddenTrace ? null : papers.trace };
    if (road === riddenTrace) road = null;
    ridden = createRiddenTrace();
  };

  return {
    papers: () => papers,
    sheet,
    take(topic, value) {
      if (papers[topic] !== null && isPaper[topic](papers[topic]) && !isPaper[topic](value))
        return {
          fault: `race center: what came as ${topic} is something else; the ${topic} of before stay.`,
          isOtherStage: false,
        };
      const before = papers.stage;
      papers = { ...papers, ...filed(topic, value) };
      const isOtherStage = topic === 'stage' && numberOf(papers.stage?.stage) !== numberOf(before?.stage);
      if (isOtherStage) begin();
      return { fault: null, isOtherStage };
    },
    renew(of, records) {
      if (entriesOf(records).length === 0 || JSON.stringify(records) === JSON.stringify(papers[of])) return false;
      papers = { ...papers, [of]: records };
      return true;
    },
    ride(riders, atMs, witness) {
      const { stage, checkpoints, trace } = papers;
      if (trace !== null || !stage || !stageTypeOf(stage, checkpoints, witness).endsWith('time-trial')) return false;
      ridden.note(riders);
      if (Math.abs(atMs - lookedMs) < LOOK_MS) return false;
      lookedMs = atMs;
      const made = ridden.trace(stage, checkpoints, LONGEST_HOLE_M);
      riddenTrace = made && { ...made };
      papers = { ...papers, trace: riddenTrace };
      return made !== null;
    },
  };
}

function missingSaid(papers: Papers): string {
  const missing = (['riders', 'trace', 'stage'] as const).filter((name) => papers[name] === null);
  return `race center: no ${missing.join(', no ')}, so there is no race yet; check the papers of the stage.`;
}

function filed(topic: PaperTopic, value: unknown): Partial<Papers> {
  switch (topic) {
    case 'riders':
      return { riders: recordsOf(value) };
    case 'teams':
      return { teams: recordsOf(value) };
    case 'stage':
      return { stage: recordsOf(value)[0] ?? null };
    case 'trace':
      return { trace: recordOf(value) };
    case 'checkpoints':
      return { checkpoints: value };
  }
}
