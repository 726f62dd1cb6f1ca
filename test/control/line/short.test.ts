import { describe, expect, it } from 'vitest';
import { readLine } from '../../../src/control/line/read-line.ts';
import { shorts } from '../../../src/control/line/short.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import type { JerseyKind } from '../../../src/race/sheet.ts';
import { deedOf, facts, heads, onRoad, read } from './facts.ts';

describe('a group by G and its digit', () => {
  it('is listed before the digit, with what that will do, and told apart from riders whose name begins with g', () => {
    const { matches, meant, sentence } = readLine('', facts(), 'camera');
    expect(heads(matches)).toEqual(['g1 c', 'g2 c', 'g3 c']);
    expect(meant).toBeNull();
    expect(sentence).toMatch(/^A digit puts that group on camera/);
    expect(heads(readLine('', facts(), 'name').matches)).toEqual(['g1 "…"', 'g2 "…"', 'g3 "…"']);
  });

  it('is meant by its digit alone, only where no other number begins so', () => {
    expect(shorts.camera.whole('', '2', facts())).toBe('g2 c');
    expect(shorts.name.whole('', '2', facts())).toBe('g2 "');
    for (const stroke of ['0', 'c', 'Enter']) expect(shorts.camera.whole('', stroke, facts())).toBeNull();
    expect(shorts.camera.whole('3', '1', facts())).toBeNull();
    const twelve = facts({ counted: Array.from({ length: 12 }, () => onRoad.groups[0]!) });
    expect(shorts.camera.whole('', '1', twelve)).toBeNull();
    expect(shorts.camera.whole('', '2', twelve)).toBe('g2 c');
  });

  it('is any line as soon as something else is typed, and says where there is none', () => {
    expect(readLine('31', facts(), 'camera').meant?.deed).toEqual(deedOf('31'));
    expect(readLine('', facts({ race: null }), 'camera').sentence).toMatch(/^No group on the road/);
  });
});

describe('a jersey', () => {
  const given = (kind: JerseyKind, bib: string) => ({ do: 'tell', event: sayOf(onRoad, `jersey/${kind}`, bib) });

  it('is given by a bib and its letter, and the sentence says who wears it now', () => {
    expect(deedOf('31 jp')).toEqual(given('points', '31'));
    expect(deedOf('31JY')).toEqual(given('young', '31'));
    expect(read('31 jm').sentence).toMatch(/^Gives 31 .* the mountain jersey; now /);
    expect(read('999 jg')).toMatchObject({ meant: null, sentence: 'Nobody wears bib 999.' });
    expect(heads(read('31 j').matches)).toEqual(['31 jg', '31 jp', '31 jm', '31 jy']);
    expect(read('31 j').meant).toBeNull();
  });

  it('is not given to who wears it', () => {
    const race = { ...onRoad, sheet: { ...onRoad.sheet, jerseys: [{ kind: 'points' as const, bib: '31' }] } };
    expect(read('31 jp', { race })).toMatchObject({
      meant: { deed: null },
      sentence: expect.stringContaining('already'),
    });
  });

  it('by J needs its letter only, unless that belongs to a bib', () => {
    expect(shorts.jersey.whole('31', 'P', facts())).toBe('31 jp');
    for (const [text, stroke] of [
      ['31', '4'],
      ['', 'g'],
      ['31', 'x'],
    ] as const)
      expect(shorts.jersey.whole(text, stroke, facts())).toBeNull();
    const [rider] = [...onRoad.sheet.riders.values()];
    const riders = new Map([...onRoad.sheet.riders, ['31G', { ...rider!, bib: '31G' }]]);
    const race = { ...onRoad, sheet: { ...onRoad.sheet, riders } };
    expect(shorts.jersey.whole('31', 'g', facts({ race }))).toBeNull();
    expect(readLine('31', facts(), 'jersey').meant).toBeNull();
  });
});
