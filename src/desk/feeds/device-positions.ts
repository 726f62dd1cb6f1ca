import type { PositionsEvent, Sample } from '../../race/event.ts';
import type { Bib } from '../../race/units.ts';
import { createDeviceClock, type DeviceClock } from './device-clock.ts';
import type { DeviceFix } from './device-fix.ts';
import type { Parsed } from './feed.ts';

/**
 * What devices tell, one after the other, as positions of riders: each has a clock of its own, which is judged, and
 * said once where it is wrong. `who` is a bib, or the name of the device where the papers know whose it is; `arrivalMs`
 * must be told by the raw text, so that a tape gives the same race again.
 */
export function createDevicePositions(): (who: Bib, fixes: readonly DeviceFix[], arrivalMs: number) => Parsed {
  const clocks = new Map<Bib, DeviceClock<DeviceFix>>();
  return (who, fixes, arrivalMs) => {
    const clock = clocks.get(who) ?? createDeviceClock<DeviceFix>();
    clocks.set(who, clock);
    const samples: Sample[] = [];
    const faults: string[] = [];
    for (const fix of fixes) {
      const { passed, refused, foundMs } = clock.hear(fix, fix.fixMs, arrivalMs);
      samples.push(...passed.map(({ item, atMs }) => sampleOf(who, item, atMs)));
      if (foundMs !== null) faults.push(`number ${who}: ${clockSaid(foundMs)}`);
      if (refused > 0) faults.push(`number ${who}: ${refused} of its fixes cannot be of today and were left out`);
    }
    const positions: PositionsEvent = { kind: 'positions', atMs: arrivalMs, samples };
    return { events: samples.length > 0 ? [positions] : [], faults };
  };
}

function sampleOf(bib: Bib, { device: _, fixMs: __, ...fix }: DeviceFix, atMs: number): Sample {
  return { bib, ...fix, atMs };
}

function clockSaid(behindMs: number): string {
  if (behindMs === 0) return 'the clock of its device is right again';
  const [is, read] = behindMs > 0 ? ['behind', 'later'] : ['ahead', 'earlier'];
  return `the clock of its device is ${spanOf(Math.abs(behindMs))} ${is}; its times are read so much ${read}`;
}

const UNITS = [
  [365.25 * 86_400, 'years'],
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
] as const;

function spanOf(ms: number): string {
  const [unitS, unit] = UNITS.find(([s]) => ms / 1000 >= 2 * s) ?? [1, 's'];
  return `${Math.round(ms / 1000 / unitS)} ${unit}`;
}
