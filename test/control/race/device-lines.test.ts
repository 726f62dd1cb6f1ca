import { describe, expect, it } from 'vitest';
import { deviceLines } from '../../../src/control/race/device-lines.ts';
import type { DeviceState } from '../../../src/wire/crew/half.ts';

const NOW = 1_000_000;
const device = (bib: string, over: Partial<DeviceState> = {}): DeviceState => ({
  bib,
  feed: 'phones',
  fixMs: NOW - 4000,
  batteryPct: 80,
  accuracyM: 6,
  ...over,
});
const numbered = (count: number, over: Partial<DeviceState> = {}) =>
  Array.from({ length: count }, (_, i) => device(String(i + 1), over));

describe('what phones say of themselves', () => {
  it('is nothing where all is well', () => {
    expect(deviceLines(numbered(60), NOW)).toEqual([]);
    expect(deviceLines([device('1', { batteryPct: null, accuracyM: null })], NOW)).toEqual([]);
  });

  it('is one sentence for all that die, with their numbers', () => {
    const dying = ['12', '31', '44'].map((bib) => device(bib, { batteryPct: 14 }));
    expect(deviceLines([device('3', { batteryPct: 15 }), ...dying], NOW)).toEqual([
      { level: 'warning', label: 'Phones', words: '3 phones below 15 % battery: 12, 31, 44' },
    ]);
    expect(deviceLines(numbered(20, { batteryPct: 3 }), NOW)[0]?.words).toBe(
      '20 phones below 15 % battery: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more',
    );
    expect(deviceLines([device('9', { feed: 'traccar', batteryPct: 0 })], NOW)[0]).toMatchObject({
      label: 'Devices',
      words: '1 device below 15 % battery: 9',
    });
  });

  it('is a warning of their places only where many are vague', () => {
    const vague = device('70', { accuracyM: 400 });
    expect(deviceLines([...numbered(10), vague], NOW)).toEqual([
      { level: 'idle', label: 'Phones', words: '1 phone sure of a place to 50 m at best: 70' },
    ]);
    expect(deviceLines(numbered(10, { accuracyM: 80 }), NOW)[0]?.level).toBe('warning');
  });

  it('does not speak of what was switched off long ago', () => {
    expect(deviceLines(numbered(3, { batteryPct: 3, fixMs: NOW - 700_000 }), NOW)).toEqual([]);
  });
});
