import { defaultEdition } from '../../edition/edition.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import type { Waiting } from '../../race/confirm/waiting.ts';
import { waitingText } from '../../race/confirm/waiting-words.ts';
import type { BeforeStageEvent, KitParts, RiderStatus, RiderStatusEvent } from '../../race/event.ts';
import { lookOf } from '../../race/jersey-look.ts';
import type { Race } from '../../race/race.ts';
import { slateText } from '../../race/slate/read-slate.ts';
import type { Bib } from '../../race/units.ts';
import type { OperatorEvent } from '../../wire/protocol.ts';
import type { Deed } from './log.ts';

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
    case 'group-name':
      return event.name === null
        ? `takes the name of ${groupOf(event.group, race)} back`
        : `names ${groupOf(event.group, race)} "${event.name}"`;
    case 'camera':
      return event.group === null ? 'no group on camera' : `${groupOf(event.group, race)} on camera`;
    case 'slate-line':
      if (event.told) return `slate ${slateText(event.told)}`;
      return event.id === null ? 'wipes the slate' : 'takes a group off the slate';
    case 'override':
      if (event.field === 'hidden') return `${event.value === null ? 'shows' : 'hides'} ${riderOf(event.bib, race)}`;
      return event.value === null
        ? `gives the feed its ${event.field} of ${riderOf(event.bib, race)} back`
        : `${event.field} of ${riderOf(event.bib, race)} is "${event.value}"`;
    case 'confirm':
    case 'dismiss': {
      const one = waiting.find(({ id }) => id === event.id);
      return `${event.kind === 'confirm' ? 'confirms' : 'says no to'} ${one ? waitingText(one, race) : event.id}`;
    }
    case 'lap-known':
      return `${event.bib === null ? 'the bunch' : riderOf(event.bib, race)} rides lap ${event.lap}`;
    case 'rider-status':
      return `${riderOf(event.bib, race)} ${statusWords[event.status]}`;
    case 'kits':
      return kitsOf(event);
    case 'before-stage':
      return beforeStageOf(event.parts);
    case 'start-order':
      return startsOf(event.starts.length);
  }
}

function riderOf(bib: Bib, race: Race | null): string {
  const name = race?.sheet.riders.get(bib)?.family;
  return name ? `rider ${bib} ${name}` : `rider ${bib}`;
}

function groupOf(id: string, race: Race | null): string {
  const group = race?.groups.find((one) => one.id === id);
  if (!race || !group) return `group ${id}`;
  const words = wordsOf(defaultEdition.language);
  const [name] = groupNames(words, { ...group, size: group.bibs.length }, lookOf(race.sheet, 'general'));
  return name ?? `group ${id}`;
}

function kitsOf({ teams, jerseys, looks }: KitParts): string {
  const told = [
    ...Object.entries(teams ?? {}).map(([code]) => `kit of ${code}`),
    ...Object.entries(jerseys ?? {}).map(([kind, bib]) => `${kind} jersey: ${bib || 'nobody'}`),
    ...Object.entries(looks ?? {}).map(([kind, look]) => `look of the ${kind} jersey: ${look ?? 'as the rules say'}`),
  ];
  if (!teams && !jerseys && !looks) return 'takes back all kits and jerseys given by hand';
  return told.length > 4 ? `kits: ${told.length} told` : `kits: ${told.join(', ') || 'nothing new'}`;
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
