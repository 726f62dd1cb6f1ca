import { describe, expect, it } from 'vitest';
import { whoseRide } from '../../../../src/desk/feeds/gpx/who.ts';

describe('whose ride it is', () => {
  const whose = (stem: string, gpx: object = {}) => {
    const { bib, isNumber, family, given } = whoseRide(stem, gpx as never);
    return [bib, isNumber, family, given];
  };

  it.each([
    ['12 Dupont', ['12', true, 'Dupont', '']],
    ['12-dupont', ['12', true, 'Dupont', '']],
    ['012_DUPONT_Jean', ['012', true, 'DUPONT', 'Jean']],
    ['bib 12a', ['12A', true, '12A', '']],
    ['#7 - jean-luc martin', ['7', true, 'Jean Luc Martin', '']],
    ['dupont_31', ['31', true, 'Dupont', '']],
    ['dupont', ['dupont', false, 'Dupont', '']],
    ['2026-07-04_12-33', ['2026-07-04_12-33', false, '2026-07-04 12-33', '']],
    ['activity_12345678', ['activity_12345678', false, 'Activity 12345678', '']],
    ['100 km ride', ['100 km ride', false, '100 Km Ride', '']],
  ])('%j says it by its name', (stem, expected) => {
    expect(whose(stem)).toEqual(expected);
  });

  it('is said by the file where its name does not', () => {
    expect(whose('activity', { trk: { name: '12 Dupont' } })).toEqual(['12', true, 'Dupont', '']);
    expect(whose('activity', { metadata: { name: '12 DUPONT Jean' } })).toEqual(['12', true, 'DUPONT', 'Jean']);
    expect(whose('9', { metadata: { author: { name: 'PEÑA Luis' } } })).toEqual(['9', true, 'PEÑA', 'Luis']);
    expect(whose('x', { trk: [{ name: 'Morning Ride 2' }, { name: '100 km' }] })).toEqual(['x', false, 'X', '']);
  });
});
