import { describe, expect, it } from 'vitest';
import { newHealthBook } from '../../../src/race/health-book.ts';
import { foldPositions } from '../../../src/race/riders/positions.ts';
import { enlist, newRiding } from '../../../src/race/riders/riding.ts';
import { eastward } from '../../../src/race/sample/builders.ts';
import { course, START_MS } from '../../support/race.ts';
import { fixAt, frame } from '../../support/ride.ts';

/** 8 km on a straight road. */
const road = course({ lengthKm: 8, anchors: [], line: eastward(8).map((p) => ({ ...p, altitudeM: null })), marks: [] });
const STRANGER = '99';

interface Ride {
  /** Those who ride with him: how far before him. */
  readonly with: readonly number[];
  readonly mps?: number;
  readonly everyS?: number;
  /** These speak so seldom. */
  readonly newsS?: number;
  /** Nobody else is known. */
  readonly isAlone?: boolean;
}

/** Somebody who is on no list rides on a road with a field 300 m before him and others: when he is of the race, in seconds. */
function provenAfterS({ with: companions, mps = 11, everyS = 1, newsS = 1, isAlone = false }: Ride): number | null {
  const riding = newRiding(road, START_MS, newHealthBook());
  const before = [...companions, ...(isAlone ? [] : [300, 310, 320, 330, 340])];
  const bibs = before.map((_, i) => String(i + 1));
  enlist(riding, bibs);
  // The field is known, and its history, before he turns up.
  for (let second = -40; second <= 120; second += everyS) {
    const placeM = 2000 + mps * second;
    const heard = bibs.filter((_, i) => i >= companions.length || second % newsS === 0);
    const samples = heard.map((bib) => fixAt(road, bib, placeM + before[bibs.indexOf(bib)]!));
    if (second >= 0) samples.push(fixAt(road, STRANGER, placeM));
    foldPositions(riding, frame(START_MS + (600 + second) * 1000, samples), START_MS);
    if (riding.runners.has(STRANGER)) return second;
  }
  return null;
}

describe('somebody on no list is of the race when he has ridden among riders', () => {
  it('for half a minute', () => {
    expect(provenAfterS({ with: [4, -4] })).toBe(30);
  });

  it('for 150 m, however slowly', () => {
    expect(provenAfterS({ with: [4, -4], mps: 4 })).toBe(38);
  });

  it('over five fixes, however rare', () => {
    expect(provenAfterS({ with: [4, -4], everyS: 10 })).toBe(40);
  });

  // How soon is another matter: it takes some seconds until his pace is known to the metre.
  const isProven = (ride: Ride): boolean => provenAfterS(ride) !== null;

  it('who are within 60 m', () => {
    expect([55, 65].map((m) => isProven({ with: [m, -m], mps: 16 }))).toEqual([true, false]);
  });

  it('of whom one is not clearly before him, and one not clearly behind', () => {
    expect([4, 6.5, -4, -6.5].map((m) => isProven({ with: [m] }))).toEqual([true, false, true, false]);
  });

  it('who passed where he was found within five seconds of him', () => {
    expect([36, 44].map((m) => isProven({ with: [m, -m], mps: 8 }))).toEqual([true, false]);
  });

  it('whose news are ten seconds old at most: where they will be by now', () => {
    expect([9, 15].map((newsS) => isProven({ with: [4, -4], newsS }))).toEqual([true, false]);
  });

  it('once it is known where the race is', () => {
    expect(isProven({ with: [4, -4], isAlone: true })).toBe(false);
  });
});
