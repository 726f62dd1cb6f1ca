import { riderStatuses } from '../../../race/event.ts';
import { riderFields } from '../../../race/overrides/override.ts';
import type { Answer } from '../../../wire/protocol.ts';
import type { Desk } from '../../desk.ts';
import { tellConfirm, tellDismiss } from '../confirm.ts';
import { tellLap } from '../lap.ts';
import { MOST_MIN, tellOverride } from '../override.ts';
import { tellStatus } from '../rider-status.ts';
import { tellSlate } from '../slate.ts';
import type { CommandField, RemoteCommand } from './command-shape.ts';

type Tell = (
  desk: Pick<Desk, 'tell' | 'picture' | 'transport' | 'edit'>,
  search: URLSearchParams,
  author: string,
) => Answer;

/** What somebody who sees the race can say of it in a word. */
export interface RaceWord extends Pick<RemoteCommand, 'what' | 'fields' | 'main' | 'example'> {
  readonly tell: Tell;
}

const text = (name: string, what: string): CommandField => ({ name, what, type: 'text' });
const minutes: CommandField = {
  name: 'minutes',
  what: 'It holds for so many minutes.',
  type: 'number',
  min: 0,
  max: MOST_MIN,
};
const until = (choices: readonly string[], what: string): CommandField => ({
  name: 'until',
  what,
  type: 'choice',
  choices,
});
const waiting = text('id', 'What waits, as "waiting" of the state names it; left out, the newest.');

export const raceWords: Readonly<Record<string, RaceWord>> = {
  confirm: {
    tell: tellConfirm,
    what: 'Says yes to what waits for a hand: a result, a classification, an incident.',
    fields: [waiting],
    main: 'id',
    example: {},
  },
  dismiss: {
    tell: tellDismiss,
    what: 'Drops what waits, until something else is told.',
    fields: [waiting],
    main: 'id',
    example: {},
  },
  lap: {
    tell: tellLap,
    what: 'Says on which lap the bunch rides, or one rider, where nothing else proves it.',
    fields: [
      { name: 'lap', what: 'The lap, from 1.', type: 'number', min: 1, required: true },
      text('bib', 'Of one rider; left out, of the bunch.'),
    ],
    main: 'lap',
    example: { lap: '3' },
  },
  status: {
    tell: tellStatus,
    what: 'Says that a rider has left the race, or is in it: no feed says otherwise after that.',
    fields: [
      { ...text('bib', 'The rider.'), required: true },
      { name: 'is', what: 'What he is.', type: 'choice', choices: riderStatuses, required: true },
    ],
    main: 'bib',
    example: { bib: '12', is: 'abandoned' },
  },
  override: {
    tell: tellOverride,
    what: 'Says something instead of the feed; without a value the feed has its word back.',
    fields: [
      text('bib', 'Of this rider, with "field".'),
      { name: 'field', what: 'What of the rider.', type: 'choice', choices: riderFields },
      text('path', 'Of anything else: team/ABC/kit, jersey/points, look/points, group/ID/name, race/to-go.'),
      text('value', 'What is said.'),
      until(['stage', 'feed'], 'It holds until the stage ends, or until the feed says something else.'),
      minutes,
    ],
    main: null,
    example: { bib: '31', field: 'family', value: 'Šafránek' },
  },
  slate: {
    tell: tellSlate,
    what: 'Tells of a group as the radio does; without a line the slate is wiped.',
    fields: [
      text('line', "Who rides in it, its gap, where: 4: 171 201 102 84 +1'20 km82."),
      until(['stage'], 'It holds until the stage ends.'),
      minutes,
    ],
    main: 'line',
    example: { line: "4: 171 201 102 84 +1'20 km82" },
  },
};
