import { fromBuffer, type OscArgOutputOrArray, type OscPacketOutput, toBuffer } from 'osc-min';
import { fail, ok, type Result } from '../../../wire/result.ts';
import type { FlatState } from '../state.ts';
import { OSC_ROOT, type OscWord } from './osc-words.ts';

/** One message as it came. */
export interface OscMessage {
  readonly address: string;
  readonly words: Result<readonly OscWord[]>;
}

/** The messages of a packet, those of a bundle in their order and at once, whatever time it says. */
export function messagesIn(bytes: Uint8Array): Result<readonly OscMessage[]> {
  try {
    return ok(flat(fromBuffer(bytes)));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const flat = (packet: OscPacketOutput): OscMessage[] =>
  packet.oscType === 'bundle'
    ? packet.elements.flatMap(flat)
    : [{ address: packet.address, words: wordsIn(packet.args) }];

function wordsIn(args: readonly OscArgOutputOrArray[]): Result<readonly OscWord[]> {
  const words: OscWord[] = [];
  for (const { type, value } of args) {
    if (type === 'null') continue;
    if (type === 'bang') words.push(true);
    else if (typeof value === 'bigint') words.push(Number(value));
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') words.push(value);
    else return fail(`An argument of type ${type} means nothing to this desk: send a text or a number.`);
  }
  return ok(words);
}

/** Of the state: too large for any number of OSC that surfaces know. */
const UNTOLD: readonly string[] = ['clockMs'];
/** May be a whole number and mean another one soon. */
const FLOATS: readonly string[] = ['rate'];

/** `/ardoise/state/item_2_state ,s air`: a flag is 0 or 1, as every surface takes it. Null for what OSC is not told. */
export function stateBytes(name: string, value: FlatState[string]): Uint8Array | null {
  if (UNTOLD.includes(name)) return null;
  const address = `${OSC_ROOT}state/${name}`;
  if (typeof value === 'string') return bytesOf(address, { type: 'string', value: value.replaceAll('\0', '') });
  const number = Number(value);
  const isFloat = FLOATS.includes(name) || !Number.isInteger(number);
  return bytesOf(address, isFloat ? { type: 'float', value: number } : { type: 'integer', value: number });
}

/** Why something was not done: one sentence. */
export const errorBytes = (why: string): Uint8Array => bytesOf(`${OSC_ROOT}error`, { type: 'string', value: why });

type OneArg = { type: 'string'; value: string } | { type: 'integer' | 'float'; value: number };

function bytesOf(address: string, arg: OneArg): Uint8Array {
  const view = toBuffer({ address, args: [arg] });
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
