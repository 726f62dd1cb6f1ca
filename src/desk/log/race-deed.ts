import type { Waiting } from '../../race/confirm/waiting.ts';
import { waitingText } from '../../race/confirm/waiting-words.ts';
import type { BeforeStageEvent, RiderStatus, RiderStatusEvent } from '../../race/event.ts';
import type { Race } from '../../race/race.ts';
import { slateText } from '../../race/slate/read-slate.ts';
import type { OperatorEvent } from '../../wire/protocol.ts';
import type { Deed } from './log.ts';
import { groupOf, overrideWords, riderOf } from './override-words.ts';

/** What somebody said of the race, with the names that it had just then; `race` is null while there is none. */
export const raceDeed = (event: OperatorEvent, race: Race | null, waiting: readonly Waiting[] = []): Deed => ({
  kind: 'race',
  what: whatOf(event, race, waiting),
  why: null,
});

/** What a feed says of a rider: his number is enough, so that it is the same words each time. */
export const feedDeed = ({ bib, status }: RiderStatusEvent): Deed => ({
  kind: 'race',
  what: `rider ${bib} ${statusWords[status]}`,
  why: null,
});

const statusWords: Readonly<Record<RiderStatus, string>> = {
  racing: 'is racing',
  'not-started': 'has not started',
  abandoned: 'has abandoned',
  'outside-limit': 'is outside the time limit',
  disqualified: 'is disqualified',
};

function whatOf(event: OperatorEvent, race: Race | null, waiting: readonly Waiting[]): string {
  switch (event.kind) {
    case 'camera':
      return event.group === null ? 'no group on camera' : `${groupOf(event.group, race)} on camera`;
    case 'slate-line':
      if (event.told) return `slate ${slateText(event.told)}`;
      return event.id === null ? 'wipes the slate' : 'takes a group off the slate';
    case 'override':
      return overrideWords(event, race);
    case 'confirm':
    case 'dismiss': {
      const one = waiting.find(({ id }) => id === event.id);
      return `${event.kind === 'confirm' ? 'confirms' : 'says no to'} ${one ? waitingText(one, race) : event.id}`;
    }
    case 'lap-known':
      return `${event.bib === null ? 'the bunch' : riderOf(event.bib, race)} rides lap ${event.lap}`;
    case 'rider-status':
      return `${riderOf(event.bib, race)} ${statusWords[event.status]}`;
    case 'before-stage':
      return beforeStageOf(event.parts);
    case 'start-order':
      return startsOf(event.starts.length);
  }
}

function beforeStageOf(parts: BeforeStageEvent['parts']): string {
  const names = Object.entries(parts);
  const given = names.filter(([, part]) => part !== null).map(([name]) => name);
  return given.length === 0
    ? 'takes back how the race stood before the stage'
    : `posts how the race stood before the stage: ${given.join(', ')}`;
}

const startsOf = (count: number): string =>
  count === 0
    ? 'takes back all start times given by hand'
    : `posts start times of ${count === 1 ? '1 rider' : `${count} riders`}`;
