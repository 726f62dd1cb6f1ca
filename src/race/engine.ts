import { advance } from './advance.ts';
import { withSheet } from './corrected.ts';
import type { BeforeStageEvent, ClassificationEvent, KitsEvent, OverrideEvent, RaceEvent } from './event.ts';
import { foldEvent } from './fold.ts';
import { newHealthBook } from './health-book.ts';
import { kitWords, noKits, withKits } from './kits.ts';
import type { Memory } from './memory.ts';
import { placedByHand, roadWord } from './overrides/on-road.ts';
import { overridden, sheetWord } from './overrides/on-sheet.ts';
import { noOverrides, type OverridePath, type Overrides, subjectOf } from './overrides/override.ts';
import { groupNamesIn, lasting, movedOverrides, wearersIn, withOverrides } from './overrides/overrides.ts';
import type { Race } from './race.ts';
import { reckon } from './reckon.ts';
import { finishLine } from './riders/riding.ts';
import { type RoadTimes, roadTimesOf } from './road-times.ts';
import type { Sheet } from './sheet.ts';
import { isTold, lastingSlate, type Slate } from './slate/slate.ts';
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
  /** The same with what was told over it, by all but hands. */
  let base: Sheet | null = null;
  let told = nothingTold;
  let kits = noKits;
  let overrides = noOverrides;

  const known = (sheet: Sheet, byHand: Overrides) =>
    withKits(withBefore(sheet, told, new Map([...kits.jerseys, ...wearersIn(byHand)])), kits);
  /** What is known where no hand speaks. */
  const feedWord = (path: OverridePath): string | null => {
    const word = base && sheetWord(base, path);
    return word ?? (memory && roadWord(raceAt(memory, memory.riding.feedMs), path));
  };
  const takeSheet = (sheet: Sheet, isToldAgain = false) => {
    if (given && given.info.id !== sheet.info.id) [told, kits, overrides] = [nothingTold, noKits, noOverrides];
    given = sheet;
    base = known(sheet, noOverrides);
    overrides = lasting(overrides, feedWord, memory?.watchedMs ?? Number.NEGATIVE_INFINITY);
    memory = withSheet(memory, overridden(known(sheet, overrides), overrides), health, isToldAgain);
    memory.names = groupNamesIn(overrides);
  };
  const takeWord = (event: BeforeStageEvent | KitsEvent | OverrideEvent) => {
    if (event.kind === 'override') overrides = withOverrides(overrides, event, feedWord);
    else if (event.kind === 'kits') kits = kitWords(event);
    else told = withTold(told, event);
    if (given) takeSheet(given);
  };
  const take = (event: RaceEvent) => {
    if (event.kind === 'sheet') takeSheet(event.sheet, event.isToldAgain);
    else if (event.kind === 'before-stage' || event.kind === 'kits' || event.kind === 'override') takeWord(event);
    else if (memory) foldEvent(memory, event);
    if (event.kind === 'clock-moved') overrides = movedOverrides(overrides, event.byMs);
  };
  /** What has ended: by its moment, by another word of the feed, with the group that it named. */
  const end = (atMs: number) => {
    if (!memory || !given) return;
    const { names } = memory;
    const slate = lastingSlate(memory.slate, atMs);
    if (slate !== memory.slate) memory.sight = null;
    memory.slate = slate;
    if (memory.camera !== null && isTold(slate, memory.camera) === false) memory.camera = null;
    const still = lasting(overrides, feedWord, atMs).filter(({ path }) => isAlive(path, names, slate));
    if (still.length === overrides.length) return;
    overrides = still;
    takeSheet(given);
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
      if (!memory) return;
      advance(memory, atMs);
      end(atMs);
    },
    roadTimes: () => memory && roadTimesOf(memory),
    race: (atMs) => memory && placedByHand({ ...raceAt(memory, atMs), overrides }),
  };
}

/** A group that has dissolved, or is told of no more, has no name: the next one of its number is another. */
function isAlive(path: OverridePath, names: ReadonlyMap<string, string>, slate: Slate): boolean {
  const subject = subjectOf(path);
  return subject?.of !== 'group' || (isTold(slate, subject.group) ?? names.has(subject.group));
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
    overrides: noOverrides,
    slate: memory.slate,
    health,
  };
  return slated(race, memory.slate, memory);
}
