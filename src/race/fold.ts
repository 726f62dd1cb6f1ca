import { noteAtLine } from './at-line.ts';
import { aboutIn } from './confirm/hold.ts';
import type { ConfirmEvent, DismissEvent } from './confirm/word.ts';
import type {
  BeforeStageEvent,
  IncidentEvent,
  KitsEvent,
  OverrideEvent,
  PassingsEvent,
  PositionsEvent,
  RaceEvent,
  RiderStatusEvent,
  SheetEvent,
} from './event.ts';
import { movePast } from './groups/past.ts';
import { noteBack, noteLearning } from './learning.ts';
import { type Memory, ridersIn } from './memory.ts';
import { moveClock } from './move-clock.ts';
import { estimateArrivals } from './riders/arrivals.ts';
import { foldLapKnown } from './riders/laps.ts';
import { foldPassings } from './riders/passings.ts';
import { foldPositions } from './riders/positions.ts';
import type { Runner } from './riders/runner.ts';
import { strangerIn, withStrangers } from './riders/strangers.ts';
import { isAgainstClock } from './sheet.ts';
import { look } from './sight.ts';
import { withSlate } from './slate/slate.ts';
import { withIncident, withIncidentJudged, withOfficial } from './standings/official.ts';
import { timeOfDay } from './time-of-day.ts';
import { noteAgainstClock } from './time-trial/against-clock.ts';
import { withStarts } from './time-trial/start-times.ts';
import { windOf } from './wind.ts';

/** Groups move on at most so often on the clock of the race: a feed may send each rider by himself. */
const SETTLE_MS = 500;
/** A whole event this much later than all before it, while the race is being watched, comes from a broken clock. */
const JUMP_MS = 1_800_000;

/** The wind is asked for so often. */
const WIND_MS = 10_000;

/** Tells what happened on the road; a sheet may change the road itself: see `withSheet`. */
export function foldEvent(
  memory: Memory,
  event: Exclude<RaceEvent, SheetEvent | BeforeStageEvent | KitsEvent | OverrideEvent>,
): void {
  const { riding } = memory;
  switch (event.kind) {
    case 'positions':
      foldFrame(memory, event);
      return;
    case 'passings':
      foldCrossings(memory, event);
      break;
    case 'official-groups':
      riding.health.heard('groups', event.atMs);
      if (event.atMs >= (memory.officialGroups?.atMs ?? 0)) memory.officialGroups = event;
      break;
    case 'rider-status': {
      const runner = riding.runners.get(event.bib) ?? strangerIn(riding, event.bib).runner;
      foldStatus(runner, event);
      break;
    }
    case 'race-radio':
      return;
    case 'clock-moved':
      moveClock(memory, event.byMs);
      return;
    case 'camera':
      memory.camera = event.group;
      memory.reckoned = null;
      return;
    case 'slate-line':
      memory.slate = withSlate(memory.slate, event);
      memory.sight = null;
      return;
    case 'lap-known':
      foldLapKnown(riding, event);
      break;
    case 'confirm':
    case 'dismiss':
      foldWord(memory, event);
      break;
    case 'start-order':
      memory.starts = withStarts(memory.starts, event);
      break;
    case 'incident':
      noteIncident(memory, event);
      break;
    default:
      memory.official = withOfficial(memory.official, event);
  }
  memory.sight = null;
  memory.rated = null;
}

function foldStatus(runner: Runner, { status, atMs, byHand = false }: RiderStatusEvent): void {
  const told = runner.statusTold;
  if (told.byHand && !byHand) return;
  if (told.byHand === byHand && atMs < told.atMs) return;
  runner.status = status;
  runner.statusTold = { atMs, byHand };
}

/** A hand has said yes or no to what waits. */
function foldWord(memory: Memory, { kind, id }: ConfirmEvent | DismissEvent): void {
  const [mark, bib] = [aboutIn(id, 'result'), aboutIn(id, 'incident')];
  if (bib !== null) memory.official = withIncidentJudged(memory.official, bib, kind === 'confirm');
  if (mark !== null && kind === 'confirm' && !memory.confirmed.includes(mark))
    memory.confirmed = [...memory.confirmed, mark];
}

function noteIncident(memory: Memory, event: IncidentEvent): void {
  const distanceM = memory.riding.runners.get(event.bib)?.last?.distanceM;
  if (distanceM === undefined) return;
  const { groups } = look(memory, memory.riding.feedMs);
  memory.official = withIncident(memory.official, event, groups.pieces, distanceM);
}

function foldFrame(memory: Memory, event: PositionsEvent): void {
  const { riding, watchedMs } = memory;
  const knownMs = Math.max(watchedMs, riding.feedMs);
  if (Number.isFinite(watchedMs) && Number.isFinite(riding.feedMs) && event.atMs > knownMs + JUMP_MS) {
    const why = () => `Frame of ${timeOfDay(event.atMs)}: later than all news before it by more than half an hour.`;
    riding.health.told(event.samples.length, knownMs);
    riding.health.refuse('from-the-future', null, event.atMs, why, event.samples.length);
    return;
  }
  if (event.atMs > riding.feedMs && event.atMs >= memory.settledMs + SETTLE_MS) settle(memory);
  const heardMs = newestOf(event);
  if (heardMs !== null) riding.health.heard('positions', heardMs);
  if (event.atMs >= (memory.wind?.atMs ?? Number.NEGATIVE_INFINITY) + WIND_MS)
    memory.wind = windOf(event.samples, event.atMs) ?? memory.wind;
  const { feedMs } = riding;
  foldPositions(riding, event, memory.sheet.info.startMs);
  noteBack(memory, feedMs);
  if (riding.runners.size > memory.sheet.riders.size) memory.sheet = withStrangers(memory.sheet, riding, memory.sheet);
  if (isAgainstClock(memory.sheet)) noteAgainstClock(memory, event);
  noteLearning(memory, riding.feedMs);
  memory.sight = null;
}

/** Lines alone tell of the race, or tell more of it. */
function foldCrossings(memory: Memory, event: PassingsEvent): void {
  const { riding } = memory;
  const newestMs = Math.max(...event.passings.map(({ atMs }) => atMs ?? Number.NEGATIVE_INFINITY));
  if (newestMs > riding.feedMs && newestMs >= memory.settledMs + SETTLE_MS) settle(memory);
  foldPassings(riding, event, memory.sheet.info.startMs);
  noteLearning(memory, riding.feedMs);
}

/** A frame in which nobody is heard, or of old fixes alone, is no news of its own moment. */
function newestOf({ samples, atMs }: PositionsEvent): number | null {
  let newestMs: number | null = null;
  for (const sample of samples) newestMs = Math.max(newestMs ?? Number.NEGATIVE_INFINITY, sample.atMs ?? atMs);
  return newestMs === null ? null : Math.min(atMs, newestMs);
}

/** What was seen has become history. */
function settle(memory: Memory): void {
  const { feedMs } = memory.riding;
  if (!(feedMs > memory.settledMs)) return;
  if (estimateArrivals(memory.riding, feedMs)) memory.sight = null;
  noteLearning(memory, feedMs);
  const { groups, phase, learning } = look(memory, feedMs);
  memory.phase = phase;
  memory.settledMs = feedMs;
  // Learnt again after a silence: until then the groups are those of before, with their names.
  if (learning && memory.isLearnt) return;
  const found = ridersIn(groups);
  if (memory.awaited && found < memory.awaited.riders && feedMs < memory.awaited.untilMs) return;
  memory.awaited = null;
  memory.past = movePast(memory.past, memory.settled, groups, feedMs);
  noteAtLine(memory);
  memory.settled = groups;
  const alive = new Set([...groups.groups, ...groups.pieces, ...memory.slate].map(({ id }) => id));
  for (const id of memory.names.keys()) if (!alive.has(id)) memory.names.delete(id);
  if (memory.camera !== null && !alive.has(memory.camera)) memory.camera = null;
}
