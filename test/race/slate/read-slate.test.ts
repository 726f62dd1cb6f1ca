import { describe, expect, it } from 'vitest';
import { readSlate, slateText } from '../../../src/race/slate/read-slate.ts';
import { riders, sheet } from '../../support/race.ts';

const papers = sheet({ riders: riders(20) });
const read = (text: string) => readSlate(text, papers);

describe('a line of the slate', () => {
  it.each([
    ["4: 1 2 3 4 +1'20 km8", { bibs: ['1', '2', '3', '4'], gap: { s: 80, to: 'peloton' }, km: 8 }],
    ['3: 5, 6, 7 -40"', { bibs: ['5', '6', '7'], gap: { s: 40, to: 'head' }, km: null }],
    ['2: 5;6 +1h02’05”', { bibs: ['5', '6'], gap: { s: 3725, to: 'peloton' }, km: null }],
    ['1: 8 +2:05 km 8.5', { bibs: ['8'], gap: { s: 125, to: 'peloton' }, km: 8.5 }],
    ['1: 8 km8,5', { bibs: ['8'], gap: null, km: 8.5 }],
    ["p: -1'35", { bibs: [], gap: { s: 95, to: 'head' }, km: null }],
  ])('reads %s', (text, value) => {
    expect(read(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['4: 1 2 3', 'You say 4 and name 3: name them all.'],
    ['2: 1 2 3', 'You say 2 and name 3: begin with 3:.'],
    ['2: 1 99', '"99" is no bib of this race, no gap such as +1\'20 and no place such as km82.'],
    ['2: 1 1', 'Bib 1 stands there twice.'],
    ["1: 1 +1'20 -40", '"-40" is a second gap: a group has one.'],
    ['1: 1 km999', /^km 999 is beyond the finish: the course has \d+\.\d km\.$/],
    ["1: 1 +1'75", /^"\+1'75" is no bib/],
    ["1: 1 +24h00'01", /^"\+24h00'01" is no bib/],
    ['0:', 'A group has at least one rider; "p:" is the peloton.'],
    ['p: 1 -40', 'The peloton is who rides in no other group: name nobody.'],
    ['p: +40', "The peloton is behind the head: say -1'20."],
    ['p:', "Say how far the peloton is behind the head, -1'20, or where it is, km82."],
  ])('says what is wrong with %s', (text, error) => {
    const answer = read(text);
    expect(answer).toMatchObject({ ok: false, isSlate: true });
    if (!answer.ok) expect(answer.error).toMatch(error instanceof RegExp ? error : new RegExp(`^${escaped(error)}$`));
  });

  it('leaves every other text to others', () => {
    for (const text of ['31', '31 n Roglič', 'g2 c', 'tower']) expect(read(text)).toMatchObject({ isSlate: false });
  });

  it.each(["4: 1 2 3 4 +1'20 km8", '3: 5 6 7 -40', "2: 5 6 +1h02'05", 'p: -5'])('writes %s as it was typed', (text) => {
    const answer = read(text);
    expect(answer.ok && slateText(answer.value)).toBe(text);
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
