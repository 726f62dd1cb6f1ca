import { describe, expect, it } from 'vitest';
import { type AsRun, createAsRun } from '../../../src/desk/as-run/as-run.ts';
import type { AirPage } from '../../../src/desk/register/air-page.ts';
import type { TapeEntry } from '../../../src/desk/tape/entry.ts';
import { foldTape } from '../../../src/desk/tape/resume.ts';
import { emptyShow } from '../../../src/show/show.ts';

const values = { params: { groups: 3 }, step: 0 };
const page = (life: 'on' | 'leaving' | 'off'): AirPage => ({
  page: 'p',
  output: null,
  lives: [{ overlay: 'gap-ticker', layer: 'stack', life, why: null, item: values }],
  lostAtMs: null,
});

function begun() {
  const clock = { ms: 1_764_281_767_000 };
  const tape: TapeEntry[] = [];
  const asRun: AsRun = createAsRun({
    recorder: {
      aired: (aired) => tape.push({ at: clock.ms, aired }),
      spoken: ({ at, ...spoken }) => tape.push({ at, spoken }),
    },
    now: () => clock.ms,
  });
  let air = [page('off')];
  return {
    clock,
    tape,
    asRun,
    draws(life: 'on' | 'leaving' | 'off') {
      air = [page(life)];
      asRun.look({ air, show: emptyShow, race: null });
    },
    says: (...words: string[]) => asRun.tell({ overlay: 'gap-ticker', ...values, words }),
    after(ms: number) {
      clock.ms += ms;
      asRun.look({ air, show: emptyShow, race: null });
    },
  };
}

describe('what was to be read', () => {
  it('is told first and last, though the page tells it before it says that it draws it, and before it lets go', () => {
    const { asRun, draws, says, after } = begun();
    says('42 km to go');
    after(20);
    draws('on');
    expect(asRun.rows()[0]!.words).toEqual({ first: ['42 km to go'], last: ['42 km to go'] });
    after(3000);
    says('41.9 km to go');
    draws('leaving');
    after(300);
    draws('off');
    expect(asRun.rows()[0]!.words).toEqual({ first: ['42 km to go'], last: ['41.9 km to go'] });
    expect(asRun.spoken()).toEqual([]);
  });

  it('of a graphic that nobody draws is nobody’s, and words of another time are not taken for the next one', () => {
    const { asRun, draws, says, after } = begun();
    says('old');
    after(3500);
    draws('on');
    expect(asRun.rows()[0]!.words).toBeNull();
    says('new');
    expect(asRun.rows()[0]!.words).toEqual({ first: ['new'], last: ['new'] });
  });

  it('is noted every ten seconds while it changes, as a small entry, and the row is not told anew', () => {
    const { asRun, tape, draws, says, after } = begun();
    draws('on');
    for (let s = 0; s <= 60; s += 1) {
      says(`${60 - s} km to go`);
      after(1000);
    }
    const at = asRun.spoken().map(({ at }) => at);
    expect(at.length).toBeGreaterThanOrEqual(5);
    for (const [i, ms] of at.entries()) expect(ms - (at[i - 1] ?? 0)).toBeGreaterThanOrEqual(10_000);
    expect(tape.filter((entry) => 'aired' in entry)).toHaveLength(2);
    expect(foldTape(tape, new Map()).air).toEqual({ rows: asRun.rows(), spoken: asRun.spoken() });
  });

  it('of a ticker that changes for five hours costs less than 100 kB of tape', () => {
    const { asRun, tape, draws, says, after } = begun();
    draws('on');
    const gap = (s: number) => `+${Math.floor(s / 60)}'${String(s % 60).padStart(2, '0')}"`;
    for (let s = 0; s < 5 * 3600; s += 10) {
      const rows = [`4 ECHEVERRÍA L. +3 Leading`, `3 ÇELİK +2 ${gap(s % 400)}`, `92 Peloton ${gap(s % 700)}`];
      says(`${(180 - s / 100).toFixed(1)} km to go Stage 9`, ...rows, `41 Gruppetto ${gap(s % 1100)}`);
      after(10_000);
    }
    draws('off');
    const bytes = tape.reduce((sum, entry) => sum + Buffer.byteLength(`${JSON.stringify(entry)}\n`), 0);
    expect(asRun.spoken().length).toBeGreaterThan(300);
    expect(bytes).toBeLessThan(100_000);
    expect(asRun.rows()[0]!.words!.last[0]).toBe('0.1 km to go Stage 9');
    expect(foldTape(tape, new Map()).air).toEqual({ rows: asRun.rows(), spoken: asRun.spoken() });
  });
});
