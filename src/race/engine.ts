import { advance } from './advance.ts';
import { withSheet } from './corrected.ts';
import type { BeforeStageEvent, ClassificationEvent, KitsEvent, OverrideEvent, RaceEvent } from './event.ts';
import { foldEvent } from './fold.ts';
import { newHealthBook } from './health-book.ts';
import { kitWords, noKitsTold, withKits, withKitWords } from './kits.ts';
import type { Memory } from './memory.ts';
import { lasting, overridden, withOverride } from './overridden.ts';
import { noOverrides } from './override.ts';
import type { Race } from './race.ts';
import { reckon } from './reckon.ts';
import { finishLine } from './riders/riding.ts';
import { type RoadTimes, roadTimesOf } from './road-times.ts';
import type { Sheet } from './sheet.ts';
import { slated } from './slate/slated.ts';
import { dated, nothingTold, withBefore, withTold } from './standings/before-stage.ts';

/**
 * Folds events into the race. Deterministic: it has no clock and no network, and the same events give the same race.
 * It remembers, so it is an object; what it gives out is plain data.
 */
export interface Engine {
  /** Never throws on data: what cannot be believed is counted in the race's health. */
  apply(event: RaceEvent): void;
  /** This moment has come: what only time tells is entered (arrivals that nobody saw, a lead that has lasted). */
  advance(atMs: number): void;
  /**
   * What a classification of which its source does not say the evening means now; null where it says nothing new.
   * `hasResult`: of this mark a result is known that was not applied.
   */
  dated(
    event: ClassificationEvent,
    hasResult: (mark: string) => boolean,
  ): ClassificationEvent | BeforeStageEvent | null;
  /** When the road was passed, to read from; null before the first sheet. What is asked of it is as of now. */
  roadTimes(): RoadTimes | null;
  /** The race as known at a moment; null before the first sheet. Asking changes nothing, in whatever order. */
  race(atMs: number): Race | null;
}

export function createEngine(): Engine {
  const health = newHealthBook();
  let memory: Memory | null = null;
  /** The newest sheet as it came, and what was told over it: of the race before its stage, of kits and jerseys. */
  let given: Sheet | null = null;
  let told = nothingTold;
  let kits = noKitsTold;
  let overrides = noOverrides;

  const takeSheet = (sheet: Sheet) => {
    if (given && given.info.id !== sheet.info.id) [told, kits, overrides] = [nothingTold, noKitsTold, noOverrides];
    given = sheet;
    overrides = lasting(overrides, sheet, memory?.watchedMs ?? Number.NEGATIVE_INFINITY);
    const words = kitWords(kits);
    const known = withKits(withBefore(sheet, told, words.jerseys), words);
    memory = withSheet(memory, overridden(known, overrides), health);
  };
  const takeWord = (event: BeforeStageEvent | KitsEvent | OverrideEvent) => {
    if (event.kind === 'override') overrides = withOverride(overrides, event, given);
    else if (event.kind === 'kits') kits = withKitWords(kits, event);
    else told = withTold(told, event);
    if (given) takeSheet(given);
  };
  const take = (event: RaceEvent) => {
    if (event.kind === 'sheet') takeSheet(event.sheet);
    else if (event.kind === 'before-stage' || event.kind === 'kits' || event.kind === 'override') takeWord(event);
    else if (memory) foldEvent(memory, event);
  };
  return {
    apply(event) {
      if (event.kind !== 'classification' || !event.isUndated) return take(event);
      const news = dated(event, told, memory !== null && hasFinishers(memory));
      if (news) take(news);
    },
    dated(event, hasResult) {
      const hasEnd = memory !== null && (hasFinishers(memory) || hasResult(finishLine(memory.riding.course).id));
      return event.isUndated ? dated(event, told, hasEnd) : event;
    },
    advance(atMs) {
      if (!memory || !given) return;
      advance(memory, atMs);
      if (lasting(overrides, given, atMs) !== overrides) takeSheet(given);
    },
    roadTimes: () => memory && roadTimesOf(memory),
    race: (atMs) => memory && raceAt(memory, atMs),
  };
}

function hasFinishers({ riding, official }: Memory): boolean {
  const line = finishLine(riding.course);
  return official.lines.has(line.id) || [...riding.runners.values()].some(({ finish }) => finish !== null);
}

function raceAt(memory: Memory, atMs: number): Race {
  const { sheet, riding } = memory;
  const nowMs = Math.max(atMs, riding.feedMs);
  const { sight, places, groups, rated, timeTrial } = reckon(memory, nowMs);
  const health = riding.health.at(nowMs, places, riding.lapless.size);
  const race: Race = {
    sheet,
    atMs,
    phase: sight.phase,
    places,
    groups,
    standings: rated.standings,
    confirmed: memory.confirmed,
    passages: riding.passages.all(),
    timeTrial,
    wind: memory.wind,
    past: memory.past,
    learning: sight.learning,
    slate: memory.slate,
    health,
  };
  return slated(race, memory.slate, memory);
}
