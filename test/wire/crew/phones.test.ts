import { expect, it } from 'vitest';
import { parsePhones } from '../../../src/wire/crew/phones.ts';

const phone = { bib: '12', name: null, atMs: 1 };
const told = { code: 'abc', addresses: ['10.0.0.7'], phones: [phone] };

it('reads what a desk tells of its phones, and nothing besides', () => {
  expect(parsePhones({ ok: true, ...told, phones: [{ ...phone, key: 'secret' }] })).toEqual({ ok: true, value: told });
});

it.each([
  ['all of it', null],
  ['code', { ...told, code: 7 }],
  ['phones.0.bib', { ...told, phones: [{ ...phone, bib: 12 }] }],
])('says in a sentence that %s does not fit', (where, input) => {
  const error = `What the desk tells of its phones cannot be read (${where} is wrong): reload this page.`;
  expect(parsePhones(input)).toEqual({ ok: false, error });
});
