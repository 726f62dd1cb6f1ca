import { formatClock, formatSpeed } from '../../src/edition/format.ts';
import { wordsOf } from '../../src/edition/words/words.ts';
import { headM } from '../../src/race/head.ts';
import { isAgainstClock } from '../../src/race/sheet.ts';
import type { StackView } from '../../src/stage/kit/stack/stack-view.ts';
import { stackView, stageName } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';
import { whyUnknown } from '../../src/stage/why-unknown.ts';

export const select: Select<StackView> = (seen) => {
  const { race } = seen;
  const isOnRoad = race.groups.length > 0 || race.phase !== 'racing' || race.timeTrial !== null;
  if (!isOnRoad) return nothing(whyUnknown(race) ?? 'no group on the road');
  return stackView(seen, besideOf(seen), []);
};

function besideOf(seen: Seen): string[] {
  const says = { elapsed: elapsed(seen), speed: speed(seen), laps: laps(seen), stage: stageName(seen.race) };
  const { beside } = seen.params;
  const said = beside === 'auto' ? (says.laps ?? says.elapsed) : says[beside as keyof typeof says];
  return [said ?? says.stage];
}

/** Since km 0; null before it, where nobody says when that was, once somebody has finished, and where each has his own. */
function elapsed({ race, edition, now }: Seen): string | null {
  const { startMs } = race.sheet.info;
  if (race.phase !== 'racing' || startMs === null || now < startMs || isAgainstClock(race.sheet)) return null;
  return race.places[0]?.finish ? null : formatClock((now - startMs) / 1000, edition);
}

function speed({ race, edition, news }: Seen): string | null {
  const head = race.groups[0];
  if (race.phase !== 'racing' || !head || news !== 'fresh') return null;
  const { figure, unit } = formatSpeed(head.speedKph, edition);
  return `${figure} ${unit}`;
}

/** The one that the head of the race is in; none before the circuit, nor where the road has left it. */
function laps({ race, edition }: Seen): string | null {
  const { laps, drawn } = race.sheet.course;
  const head = headM(race);
  if (!laps || head === null || head < laps.fromM) return null;
  const lap = 1 + Math.floor((head - laps.fromM) / laps.lengthM);
  const isAtLine = head >= race.sheet.course.lengthM;
  if (lap > laps.count && !isAtLine) return null;
  return wordsOf(edition.language).lap(Math.min(lap, laps.count), drawn?.isEndKnown === false ? null : laps.count);
}
