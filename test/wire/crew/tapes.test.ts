import { expect, it } from 'vitest';
import { parseTapes } from '../../../src/wire/crew/tapes.ts';

const tape = {
  file: '2026-07-14.ndjson.gz',
  name: null,
  title: 'the built-in race',
  startedAt: 1,
  lastedMs: 2,
  bytes: 3,
  state: 'ended',
};
const told = { tapes: [tape], rehearsal: { file: tape.file, port: 4001 } };

it('reads what a desk tells of its tapes, and nothing besides', () => {
  expect(parseTapes({ ...told, tapes: [{ ...tape, folder: '/home' }] })).toEqual({ ok: true, value: told });
  expect(parseTapes({ tapes: [], rehearsal: null })).toEqual({ ok: true, value: { tapes: [], rehearsal: null } });
});

it.each([
  ['all of it', null],
  ['all of it', 'tapes'],
  ['tapes', { rehearsal: null }],
  ['tapes.0.state', { ...told, tapes: [{ ...tape, state: 'melted' }] }],
  ['tapes.1.bytes', { ...told, tapes: [tape, { ...tape, bytes: null }] }],
  ['rehearsal.port', { ...told, rehearsal: { file: tape.file, port: '4001' } }],
])('says in a sentence that %s does not fit', (where, input) => {
  const error = `What the desk tells of its tapes cannot be read (${where} is wrong): reload this page.`;
  expect(parseTapes(input)).toEqual({ ok: false, error });
});
