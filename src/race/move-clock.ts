import type { Cuts } from './groups/cuts.ts';
import type { GroupsState, RoadGroup } from './groups/groups.ts';
import { movedPast } from './groups/past.ts';
import type { RoadPiece } from './groups/pieces.ts';
import type { Memory } from './memory.ts';
import type { Runner } from './riders/runner.ts';
import { movedSlate } from './slate/slate.ts';
import { movedTrack } from './track/track.ts';
import type { Reading } from './units.ts';

/** Moves all that is remembered of the road in time: nobody is anywhere else for it, and no gap is another. */
export function moveClock(memory: Memory, byMs: number): void {
  const { riding } = memory;
  riding.timetable.moveClock(byMs);
  riding.passages.moveClock(byMs);
  riding.standstills.moveClock(byMs);
  riding.health.moveClock(byMs);
  riding.feedMs += byMs;
  // Each is heard anew with his next fix.
  riding.lapless.clear();
  for (const runner of riding.runners.values()) moveRunner(runner, byMs);
  // Who has not proven yet that he races proves it anew.
  for (const stranger of riding.strangers.values()) {
    moveRunner(stranger.runner, byMs);
    [stranger.found, stranger.count] = [null, 0];
  }
  // Times of a time trial count from start times that do not move: they are noted anew.
  memory.records.forget();
  memory.finishers.forget();
  memory.startFinder.moveClock(byMs);
  memory.settled = movedGroups(memory.settled, byMs);
  memory.settledMs += byMs;
  if (memory.joinedMs !== null) memory.joinedMs += byMs;
  if (memory.backMs !== null) memory.backMs += byMs;
  memory.past = movedPast(memory.past, byMs);
  memory.wind = memory.wind && { ...memory.wind, atMs: memory.wind.atMs + byMs };
  memory.slate = movedSlate(memory.slate, byMs);
  memory.watchedMs += byMs;
  if (memory.officialGroups)
    memory.officialGroups = { ...memory.officialGroups, atMs: memory.officialGroups.atMs + byMs };
  memory.sight = null;
  memory.rated = null;
  memory.reckoned = null;
}

function moveRunner(runner: Runner, byMs: number): void {
  runner.track = movedTrack(runner.track, byMs);
  runner.fixes = runner.fixes.map(({ distanceM, atMs }) => ({ distanceM, atMs: atMs + byMs }));
  runner.last = runner.fixes.at(-1) ?? null;
  runner.finish = runner.finish && movedReading(runner.finish, byMs);
  runner.seen = runner.seen && { ...runner.seen, atMs: runner.seen.atMs + byMs };
  runner.toldMs += byMs;
  runner.lineMs += byMs;
  runner.dueMs += byMs;
  runner.place = null;
}

const movedReading = (reading: Reading, byMs: number): Reading => ({ ...reading, atMs: reading.atMs + byMs });

const movedGroups = ({ atMs, cuts, pieces, groups, histories, ...others }: GroupsState, byMs: number): GroupsState => ({
  atMs: atMs + byMs,
  cuts: movedCuts(cuts, byMs),
  pieces: pieces.map((piece) => ({ ...movedGaps(piece, byMs), sinceMs: piece.sinceMs + byMs })),
  groups: groups.map((group) => movedGaps(group, byMs)),
  histories: new Map(
    [...histories].map(([id, history]) => [id, history.map((one) => ({ ...one, atMs: one.atMs + byMs }))]),
  ),
  ...others,
});

const movedCuts = (cuts: Cuts, byMs: number): Cuts => ({
  ...cuts,
  closingMs: cuts.closingMs.map((atMs) => atMs + byMs),
  opening: cuts.opening.map((one) => ({ ...one, sinceMs: one.sinceMs + byMs })),
});

const movedGaps = <T extends RoadPiece | RoadGroup>(group: T, byMs: number): T => ({
  ...group,
  gap: group.gap && movedReading(group.gap, byMs),
  gapToPrevious: group.gapToPrevious && movedReading(group.gapToPrevious, byMs),
});
