import { describe, expect, it } from 'vitest';
import { readTruth } from '../../../../src/desk/feeds/race-center/truth.ts';
import { START_MS } from '../../../support/race.ts';
import { frame } from '../../../support/recording.ts';
import { spoilt } from './opened.ts';

describe('the truth', () => {
  it('is read on its own, for measuring only', () => {
    expect(readTruth(frame(START_MS + 100_000, 1))).toEqual({
      atMs: START_MS + 100_000,
      riders: [{ bib: '1', kmToFinish: 49, secToFirstRider: 0 }],
    });
    const silent = spoilt((data) => {
      data.Riders = data.Riders.map((rider) => ({ ...rider, kmToFinish: null, secToFirstRider: null }));
    });
    expect(readTruth(silent)).toBeNull();
    expect(readTruth('{')).toBeNull();
  });
});
