import type { Race } from '../../race/race.ts';
import { noRoad } from '../course/no-road.ts';
import type { RundownKeeper } from './keeper.ts';

/**
 * Chooses the rundown that suits a race, by its name or null: once, when there is a road, and where no hand has another one
 * by then.
 */
export function createSuiting(
  { rundown, edit }: Pick<RundownKeeper, 'rundown' | 'edit'>,
  suited: (race: Race) => string | null,
): (race: Race) => void {
  const first = rundown(null);
  let isDone = false;
  return (race) => {
    if (isDone || race.sheet.course === noRoad) return;
    isDone = true;
    const name = rundown(null) === first ? suited(race) : null;
    if (name !== null) edit({ do: 'choose', name }, 'rule');
  };
}
