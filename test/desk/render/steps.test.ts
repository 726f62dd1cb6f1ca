import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../src/desk/feeds/replay/index.ts';
import { readManifests } from '../../../src/desk/manifests.ts';
import { frameRates, frameTimes } from '../../../src/desk/render/frame-times.ts';
import { leadTo } from '../../../src/desk/render/lead.ts';
import { asPlayed, type TimedCommand } from '../../../src/desk/render/material.ts';
import { renderSteps } from '../../../src/desk/render/steps.ts';
import type { Race } from '../../../src/race/race.ts';
import { openStep } from '../../../src/wire/offline/step.ts';
import { foldRace } from '../../../src/wire/parse.ts';
import type { Air } from '../../../src/wire/public/half.ts';
import { emptyFolder } from '../../support/desk.ts';
import { parserOf } from '../../support/feeds.ts';
import { recording } from '../../support/recording.ts';

const manifests = await readManifests('overlays');
const file = join(await emptyFolder(), 'stage.json');
writeFileSync(file, recording({ riders: 5, seconds: 240, every: 1 }));
const playable = openReplay(file, parserOf);
if (!playable.ok) throw new Error(playable.error);

const take = (ms: number, overlay: string, more: object = {}): TimedCommand => ({
  ms,
  command: { do: 'take-direct', overlay, ...more },
});
const commands = [
  take(3_010, 'gap-ticker'),
  { ms: 20_000, command: { do: 'out', overlay: 'gap-ticker' } },
  take(60_005, 'position-tower'),
  take(61_500, 'gradient-profile', { outS: 100 }),
  { ms: 150_123, command: { do: 'freeze' } },
  { ms: 170_456, command: { do: 'thaw' } },
];
const material = asPlayed(playable.value, commands);

interface Known {
  readonly race: Race | null;
  readonly air: Air | null;
  readonly clock: unknown;
}

/** What a page knows at each frame from there on, and the moments through which it was led before. */
function known(fps: string, fromS: number, toS: number) {
  const times = frameTimes(frameRates[fps]!);
  const [from, to] = [times.from(fromS * 1000), times.from(toS * 1000)];
  const lead = leadTo(times.msOf(from), material, manifests);
  const frames = new Map<number, Known>();
  const ledMs: number[] = [];
  let now: Known = { race: null, air: null, clock: null };
  const steps = renderSteps({ material, manifests, laps: null, times, lead, from, to, leftOut: expect.fail });
  for (const step of steps) {
    if (step.bytes === null) continue;
    const opened = openStep(step.bytes);
    if (!opened.ok) throw new Error(opened.error);
    const { race, air = now.air, clock = now.clock, timeMs } = opened.value;
    now = { race: race ? foldRace(now.race, race) : now.race, air, clock };
    if (step.frame === null) ledMs.push(timeMs);
    else frames.set(step.frame, now);
  }
  return { frames, ledMs };
}

describe('the steps of a rendering', () => {
  it.each(['25', '29.97', '50'])('tell the same at frame N wherever they begin, at %s', (fps) => {
    const all = known(fps, 0, 175).frames;
    for (const [fromS, toS] of [
      [3, 5],
      [60, 63],
      [148, 152],
      [160.37, 175],
    ] as const)
      for (const [frame, its] of known(fps, fromS, toS).frames) expect(its, `frame ${frame}`).toEqual(all.get(frame));
  });

  it('lead through the moment of each take, then through every frame of the last half minute', () => {
    const { ledMs } = known('25', 140, 141);
    expect(ledMs[0]).toBe(60_040);
    expect(ledMs).toContain(61_520);
    expect(ledMs.filter((ms) => ms > 62_000 && ms < 109_000)).toEqual(
      Array.from({ length: 46 }, (_, i) => 63_000 + i * 1000),
    );
    expect(ledMs.filter((ms) => ms >= 110_000)).toHaveLength(30 * 25);
  });

  it('lead through nothing where nothing was on air for a while', () => {
    expect(known('25', 55, 56).ledMs).toEqual([]);
    expect(leadTo(29_000, material, manifests).fromMs).toBe(0);
    expect(leadTo(31_000, material, manifests).fromMs).toBe(31_000);
  });

  it('let the race stand while the data are frozen', () => {
    const { frames } = known('25', 149, 172);
    const raceAt = (s: number) => frames.get(s * 25)!.race!.atMs - material.clock[0]!.atMs;
    expect(raceAt(150)).toBe(150_000);
    expect(raceAt(169)).toBe(raceAt(151));
    expect(raceAt(171)).toBe(171_000);
  });
});
