import { describe, expect, it } from 'vitest';
import { createDevices } from '../../src/desk/devices.ts';
import type { PositionsEvent, Sample } from '../../src/race/event.ts';

const told = (atMs: number, over: Partial<Sample> = {}, bib = '7'): PositionsEvent => ({
  kind: 'positions',
  atMs,
  samples: [{ bib, lat: 45, lon: 5, speedKph: null, ...over }],
});

describe('the devices of riders', () => {
  it('are known by what they told last, in the order of their numbers', () => {
    const devices = createDevices();
    devices.hear('phones', told(5000, { batteryPct: 80, accuracyM: 5.4 }, '31'));
    devices.hear('phones', told(5000, { batteryPct: 60 }));
    devices.hear('phones', told(9000, { atMs: 8000, accuracyM: 12 }));
    expect(devices.list()).toEqual([
      { bib: '7', feed: 'phones', fixMs: 8000, batteryPct: 60, accuracyM: 12 },
      { bib: '31', feed: 'phones', fixMs: 5000, batteryPct: 80, accuracyM: 5 },
    ]);
    expect(devices.list()).toBe(devices.list());
  });

  it('are not those of a feed that says nothing of them, and what was queued tells nothing of now', () => {
    const devices = createDevices();
    devices.hear('race-center', told(5000));
    expect(devices.list()).toEqual([]);
    devices.hear('phones', told(6000, { batteryPct: 50 }));
    devices.hear('phones', told(7000, { batteryPct: 55, atMs: 4000 }));
    devices.hear('phones', told(8000));
    expect(devices.list()).toEqual([{ bib: '7', feed: 'phones', fixMs: 8000, batteryPct: 50, accuracyM: null }]);
  });

  it('of another feed say nothing for the first one, and move with the clock of the race', () => {
    const devices = createDevices();
    devices.hear('phones', told(6000, { batteryPct: 50 }));
    devices.hear('traccar', told(7000, { accuracyM: 4 }));
    devices.hear('phones', { kind: 'clock-moved', byMs: 500 });
    expect(devices.list()).toEqual([{ bib: '7', feed: 'traccar', fixMs: 7500, batteryPct: null, accuracyM: 4 }]);
  });
});
