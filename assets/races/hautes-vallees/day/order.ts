import { RIDERS } from '../riders.ts';
import { talentOf, teamWith } from './cast.ts';
import { chance, drift } from './chance.ts';
import { type Day, lifeOf, secondAt } from './day.ts';
import { FIELD } from './plot.ts';

/** From `fromS` to `toS` a rider wants this place in his bunch: below 0 the very front, above 1 the very back. */
interface Cue {
  readonly bib: number;
  readonly fromS: number;
  readonly toS: number;
  readonly place: number;
}

const MOVING_UP_S = 280;
const DRIFTING_BACK_S = 280;
const SPRINT_S = 60;
const AFTER_SPRINT_S = 20;
const CONTENDERS = 5;
/** How long a rider keeps his place in the field, roughly. */
const RESTLESS_S = 160;
/** How long one takes his turn at the front of a small group. */
const TURN_S = 30;
const SMALL = 14;

/** Who rides where in his bunch: habits, the work at the front, and those who are about to go. */
export function placesFor(day: Day): (bib: number, bunch: string, riders: number, atS: number) => number {
  const cues = new Map<number, Cue[]>();
  for (const cue of [...leavers(day), ...sprinters(day)]) cues.set(cue.bib, [...(cues.get(cue.bib) ?? []), cue]);
  const habits = new Map(RIDERS.map(([bib]) => [bib, habitOf(bib, day.seed)]));
  return (bib, bunch, riders, atS) => {
    const cue = cues.get(bib)?.find((one) => one.fromS <= atS && atS < one.toS);
    if (cue) return cue.place;
    if (bunch !== FIELD && riders <= SMALL) {
      return (((chance(day.seed, bib, 77) + atS / (TURN_S * riders)) % 1) + 1) % 1;
    }
    return habits.get(bib)! + 0.22 * drift(day.seed, bib, atS / RESTLESS_S);
  };
}

/** The yellow jersey's team rides at the front with him behind it; leaders stay near, sprinters do not. */
function habitOf(bib: number, seed: number): number {
  const own = 0.3 * chance(seed, bib, 78);
  if (teamWith(bib) === 'KEV') return talentOf(bib) === 'leader' ? 0.12 : 0.02 * own;
  switch (talentOf(bib)) {
    case 'leader':
      return 0.15 + own / 2;
    case 'climber':
      return 0.3 + own;
    case 'sprinter':
      return 0.6 + own;
    default:
      return 0.4 + own;
  }
}

function leavers(day: Day): Cue[] {
  return day.plot.bunches.flatMap(({ id, leaves }) => {
    if (!leaves) return [];
    const { fromS } = lifeOf(day, id);
    const { before, place } = {
      front: { before: MOVING_UP_S, place: -2 },
      middle: { before: DRIFTING_BACK_S, place: 0.5 },
      back: { before: DRIFTING_BACK_S, place: 3 },
    }[leaves.side];
    return day.cast.riders
      .get(id)!
      .map((bib, i) => ({ bib, fromS: fromS - before, toS: fromS, place: place + i / 1000 }));
  });
}

/** The best few of a bunch at what the line asks for, in that order. */
function sprinters(day: Day): Cue[] {
  return day.plot.prizes.flatMap(({ km, bunch, by }) => {
    const atS = secondAt(day, bunch, km * 1000);
    if (Number.isNaN(atS)) return [];
    const riders = [...day.cast.riders.entries()].flatMap(([id, bibs]) => (endsIn(day, id, bunch, km) ? bibs : []));
    const rank = (bib: number) =>
      by === 'climb' ? -day.cast.climbing.get(bib)! : talentOf(bib) === 'sprinter' ? -2 : -chance(day.seed, bib, 79);
    return [...new Set(riders)]
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, CONTENDERS)
      .map((bib, i) => ({ bib, fromS: atS - SPRINT_S, toS: atS + AFTER_SPRINT_S, place: -1 + i / 100 }));
  });
}

/** Whether those who left as bunch `id` can be in `bunch` at this kilometre. */
function endsIn(day: Day, id: string, bunch: string, km: number): boolean {
  if (id === bunch) return true;
  const ends = day.plot.bunches.find((one) => one.id === id)?.ends;
  return ends ? ends.km < km && endsIn(day, ends.by, bunch, km) : false;
}
