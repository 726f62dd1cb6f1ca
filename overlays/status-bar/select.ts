import { formatClock, formatSpeed } from '../../src/edition/format.ts';
import { lapWords } from '../../src/edition/to-go.ts';
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
  if (race.phase !== 'racing' || !head || Number.isNaN(head.speedKph) || news !== 'fresh') return null;
  const { figure, unit } = formatSpeed(head.speedKph, edition);
  return `${figure} ${unit}`;
}

/** None where the header says it already. */
const laps = ({ race, edition }: Seen): string | null =>
  race.sheet.course.ridden?.isEndKnown === false ? null : lapWords(race, edition);
