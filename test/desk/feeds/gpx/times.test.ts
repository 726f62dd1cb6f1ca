import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RiddenPoint } from '../../../../src/desk/course/gpx.ts';
import { inTime } from '../../../../src/desk/feeds/gpx/in-time.ts';
import { file, opened, point } from './files.ts';

describe('the times of a ride', () => {
  const points = (seconds: readonly number[]): RiddenPoint[] =>
    seconds.map((s) => ({ lat: 45, lon: 5, altitudeM: null, atMs: s * 1000 }));
  const kept = (...segments: readonly (readonly number[])[]) =>
    inTime(segments.map(points)).map(({ atMs }) => atMs / 1000);

  it('go forward: what says a moment again or goes back is left out, and a leap does not cost what follows', () => {
    expect(kept([1, 2, 2, 3, 2, 4])).toEqual([1, 2, 3, 4]);
    expect(kept([1, 2, 900, 3, 4, 5])).toEqual([1, 2, 3, 4, 5]);
    expect(kept([10, 11, 12], [1, 2, 3])).toEqual([1, 2, 3, 10, 11, 12]);
    expect(kept([5, 100_000, 100_001, 100_002, 900_000])).toEqual([100_000, 100_001, 100_002]);
    expect(kept()).toEqual([]);
  });

  it('are later each than the one before, of whatever file', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(50), { maxLength: 20 }), { maxLength: 4 }), (segments) => {
        const times = kept(...segments);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        expect(times.length > 0).toBe(segments.some((segment) => segment.length > 0));
      }),
    );
  });

  it('are read with and without fractions and zones', () => {
    const texts = [
      '2026-07-04T12:00:00Z',
      '2026-07-04T14:00:01.5+02:00',
      '2026-07-04 12:00:02',
      '2026-07-04T12:00:03,25z',
    ];
    const playable = opened({ '1.gpx': file(texts.map((time, i) => point(i * 10, time))) });
    const fixes = [...playable.play(0)].slice(1).flatMap(({ text }) => JSON.parse(text) as [string, number][]);
    const zero = Date.UTC(2026, 6, 4, 12);
    expect(fixes.map(([, atMs]) => atMs - zero)).toEqual([0, 1500, 2000, 3250]);
    expect(
      opened({ '1.gpx': file(['2026-07-04T12:00:00', 'soon', '2026-07-04T12:00:09'].map((t) => point(0, t))) }).span,
    ).toEqual({ fromMs: zero, toMs: zero + 9000 });
  });
});
