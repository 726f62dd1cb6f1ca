import type { Race } from '../race.ts';
import { finishOf } from './finish.ts';
import type { StageRow } from './tables.ts';

/** The result of the stage may be shown: a hand has confirmed that of the finish. */
export const isConfirmed = ({ confirmed, sheet }: Pick<Race, 'confirmed' | 'sheet'>): boolean =>
  confirmed.includes(finishOf(sheet.course.marks)?.id ?? '');

/** He has finished, and his place is not shown: it is not official, and no hand has confirmed the finish. */
export const isHeldBack = (race: Pick<Race, 'confirmed' | 'sheet'>, row: StageRow | undefined): boolean =>
  row !== undefined && row.state !== 'live' && row.state !== 'official' && !isConfirmed(race);
