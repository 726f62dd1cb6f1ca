import type { Ask } from '../../../show/command.ts';
import type { CommandField, RemoteCommand } from './command-shape.ts';
import {
  bankField,
  delayField,
  itemField,
  layerField,
  lossField,
  outputField,
  outSField,
  overlayField,
  seenField,
} from './fields.ts';
import { steerWords } from './steer-words.ts';
import { type RaceWord, raceWords } from './words.ts';

/** Whether a name is an item's or a graphic's is the caller's choice. */
const target: readonly CommandField[] = [overlayField, itemField, bankField];

interface OnShow {
  readonly what: string;
  readonly fields?: readonly CommandField[];
  readonly takesParams?: true;
  readonly example?: RemoteCommand['example'];
}

/** Every ask of the show: none can be forgotten here. */
const onShow: Readonly<Record<Ask['do'] | 'toggle', OnShow>> = {
  cue: {
    what: 'Puts a graphic or an item in the preview.',
    fields: [...target, outSField],
    takesParams: true,
    example: 'values',
  },
  uncue: { what: 'Takes a graphic out of the preview.', fields: target, example: 'graphic' },
  take: { what: 'Puts on air all that is cued.' },
  'take-direct': {
    what: 'Puts a graphic or an item on air at once, cued or not; twice is once.',
    fields: [...target, outSField],
    takesParams: true,
    example: 'item',
  },
  toggle: {
    what: 'Takes it out where it is on air, else puts it on air; an item is on air where its own values are.',
    fields: [...target, outSField, seenField],
    takesParams: true,
    example: 'item',
  },
  out: {
    what: 'Takes a graphic out; of an item its graphic, whatever values it has.',
    fields: target,
    example: 'item',
  },
  set: {
    what: 'Changes values of a graphic where it is, on air or cued; what is not named stays.',
    fields: target,
    takesParams: true,
    example: 'values',
  },
  next: { what: 'Walks a graphic on air one step on, up to its last.', fields: target, example: 'steps' },
  previous: { what: 'Walks a graphic on air one step back, down to its first.', fields: target, example: 'steps' },
  hold: {
    what: 'Keeps on air what would leave by itself, until it is taken out.',
    fields: target,
    example: 'graphic',
  },
  loss: {
    what: 'Lets a graphic leave after so many seconds without news; "never" lets it stay, and left out it does as it does by itself.',
    fields: [overlayField, lossField],
    example: 'loss',
  },
  claim: {
    what: 'Keeps a layer for whoever asks: nobody else changes what is there.',
    fields: [layerField],
    example: { layer: 'strap' },
  },
  'claim-over': {
    what: 'Takes a layer over from whoever keeps it; for engineers.',
    fields: [layerField],
    example: { layer: 'strap' },
  },
  free: { what: 'Gives a layer back to all.', fields: [layerField], example: { layer: 'strap' } },
  update: { what: 'Gives what is on air the values with which it is cued.' },
  clear: { what: 'All out, with animation.' },
  panic: { what: 'A clean picture in one frame; nothing is taken until the release.' },
  release: { what: 'Ends a panic: graphics may be taken again.' },
  undo: { what: 'Takes back the newest change of what is on air, whoever made it.' },
  redo: { what: 'Brings again what was undone.' },
  freeze: { what: 'Freezes the data: what is on air says what was known now.' },
  thaw: { what: 'Lets frozen data go on.' },
  replay: { what: 'Tags a replay: its tag is on air, and live values are hidden.' },
  live: { what: 'Ends a replay: what was taken is there again.' },
  delay: {
    what: 'Says how late an output is, so that what it draws matches its picture; for engineers.',
    fields: [outputField, delayField],
    example: { output: 'ott', s: '9' },
  },
};

/** What is no ask of the show. */
export const otherWords: Readonly<Record<string, RaceWord>> = { ...raceWords, ...steerWords };

/** One table of all that may be asked: HTTP, the socket, OSC and `GET /api/commands` read nothing else. */
export const remoteCommands: readonly RemoteCommand[] = [
  ...Object.entries(onShow).map(([name, { what, fields = [], takesParams = false, example = {} }]) => ({
    name,
    what,
    fields,
    takesParams,
    main: fields === target || fields.includes(overlayField) ? 'target' : (fields[0]?.name ?? null),
    example,
  })),
  ...Object.entries(otherWords).map(([name, { tell: _, ...word }]) => ({ name, takesParams: false, ...word })),
];

const byName = new Map(remoteCommands.map((command) => [command.name, command]));

export const remoteCommand = (name: string): RemoteCommand | null => byName.get(name) ?? null;
