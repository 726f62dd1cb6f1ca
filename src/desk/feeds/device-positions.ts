import type { PositionsEvent, Sample } from '../../race/event.ts';
import type { Bib } from '../../race/units.ts';
import { createDeviceClock, type DeviceClock } from './device-clock.ts';
import type { DeviceFix } from './device-fix.ts';
import type { Parsed } from './feed.ts';

/** A tracker that is known by names of its own. */
export interface Tracker {
  /** Whose clock it is. */
  readonly id: string;
  /** In sentences for the crew. */
  readonly called: string;
  /** As whom it rides, where no list of riders says otherwise. */
  readonly bib: Bib;
  /** See `Sample.device`. */
  readonly device: readonly string[];
}

const MOST_NAMED = 8;
const TOO_MANY = `more than ${MOST_NAMED} devices have clocks that are wrong, which are corrected: look whether the clock of this machine is right`;

/**
 * What devices tell, one after the other, as positions of riders: each has a clock of its own, which is judged, and
 * said once where it is wrong. `who` is a bib, or a tracker where the papers may know whose it is; `arrivalMs`
 * must be told by the raw text, so that a tape gives the same race again.
 */
export function createDevicePositions(): (
  who: Bib | Tracker,
  fixes: readonly DeviceFix[],
  arrivalMs: number,
) => Parsed {
  const clocks = new Map<string, DeviceClock<DeviceFix>>();
  const wrong = new Set<string>();
  /** Where most clocks are wrong it is rather one other that is. */
  const found = (id: string, called: string, behindMs: number): readonly string[] => {
    if (wrong.size > MOST_NAMED) return [];
    wrong.add(id);
    return [wrong.size > MOST_NAMED ? TOO_MANY : `${called}: ${clockSaid(behindMs)}`];
  };
  return (who, fixes, arrivalMs) => {
    const [id, called, rider] =
      typeof who === 'string'
        ? [who, `number ${who}`, { bib: who }]
        : [who.id, `the tracker ${who.called}`, { bib: who.bib, device: who.device }];
    const clock = clocks.get(id) ?? createDeviceClock<DeviceFix>();
    clocks.set(id, clock);
    const samples: Sample[] = [];
    const faults: string[] = [];
    for (const fix of fixes) {
      const { passed, refused, foundMs } = clock.hear(fix, fix.sentMs ?? fix.fixMs, arrivalMs);
      samples.push(...passed.map(({ item, atMs }) => sampleOf(rider, item, atMs)));
      if (foundMs !== null) faults.push(...found(id, called, foundMs));
      if (refused > 0) faults.push(`${called}: ${refused} of its fixes cannot be of today and were left out`);
    }
    const positions: PositionsEvent = { kind: 'positions', atMs: arrivalMs, samples };
    return { events: samples.length > 0 ? [positions] : [], faults };
  };
}

/** `atMs` is of when it was sent, where that is known: the fix is as much older as it says by the same clock. */
function sampleOf(
  rider: Pick<Sample, 'bib' | 'device'>,
  { device: _, fixMs, sentMs = fixMs, ...fix }: DeviceFix,
  atMs: number,
): Sample {
  return { ...rider, ...fix, atMs: atMs - (sentMs - fixMs) };
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
