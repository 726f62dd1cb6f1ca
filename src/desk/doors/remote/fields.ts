import { OUT_S } from '../../../show/auto-out.ts';
import { DELAY } from '../../../show/delay.ts';
import { LOSS_S } from '../../../show/loss.ts';
import { banks } from '../../../show/rundown.ts';
import { layers } from '../../../show/zones.ts';
import type { CommandField } from './command-shape.ts';

export const overlayField: CommandField = {
  name: 'overlay',
  what: 'A graphic by its id or its title; capitals and accents do not matter.',
  type: 'overlay',
};
export const itemField: CommandField = {
  name: 'item',
  what: 'An item of the rundown that control shows: its key ("2"; "2.3" is key 3 of bank 2), its title or its id.',
  type: 'item',
};
export const bankField: CommandField = {
  name: 'bank',
  what: 'The bank in which the item is.',
  type: 'number',
  min: banks[0],
  max: banks[banks.length - 1]!,
};
export const layerField: CommandField = {
  name: 'layer',
  what: 'A zone of the picture, in which one graphic at a time stands.',
  type: 'choice',
  choices: layers,
  required: true,
};
export const outSField: CommandField = {
  name: 'outS',
  what: 'After so many seconds on air it leaves by itself; of an item, where left out, as the item says.',
  type: 'number',
  min: OUT_S.least,
  max: OUT_S.most,
};
export const lossField: CommandField = {
  name: 'outS',
  what: `Seconds without news, ${LOSS_S.least} to ${LOSS_S.most}, or never.`,
  type: 'text',
};
export const outputField: CommandField = {
  name: 'output',
  what: 'A program page by its name, as in ?show=program&output=ott; without a name it is "program".',
  type: 'text',
  required: true,
};
export const delayField: CommandField = {
  name: 's',
  what: `How many seconds late, by ${DELAY.step}.`,
  type: 'number',
  min: 0,
  max: DELAY.most,
  required: true,
};
export const seenField: CommandField = {
  name: 'seen',
  what: 'What stood on the button that was pressed; left out, what is so on the desk when the command comes.',
  type: 'choice',
  choices: ['air', 'off'],
};

/** Names that no parameter of a graphic may have. */
export const ownNames: readonly string[] = [
  overlayField,
  itemField,
  bankField,
  layerField,
  outSField,
  outputField,
  seenField,
].map(({ name }) => name);
