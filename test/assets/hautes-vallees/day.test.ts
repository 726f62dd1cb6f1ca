import { describe, expect, it } from 'vitest';
import { ride } from '../../../assets/races/hautes-vallees/day/bunch.ts';
import { dayOf, headSecondAt, secondAt } from '../../../assets/races/hautes-vallees/day/day.ts';
import { truth } from '../../../assets/races/hautes-vallees/day/truth.ts';
import { RIDERS } from '../../../assets/races/hautes-vallees/riders.ts';

const SEEDS = [1, 2, 3];
const FINISH_M = 158_000;

describe.each(SEEDS)('the day of seed %i', (seed) => {
  const day = dayOf(seed);

  it('is ridden at the speeds of a mountain stage', () => {
    const hours = (headSecondAt(day, FINISH_M) - headSecondAt(day, 0)) / 3600;
    expect(158 / hours).toBeGreaterThan(31);
    expect(158 / hours).toBeLessThan(36);
    const kph = (bunch: string, fromKm: number, toKm: number) =>
      ((toKm - fromKm) * 3600) / (secondAt(day, bunch, toKm * 1000) - secondAt(day, bunch, fromKm * 1000));
    expect(kph('field', 39, 64)).toBeGreaterThan(20);
    expect(kph('field', 39, 64)).toBeLessThan(24);
    expect(kph('leaders', 145, 158)).toBeGreaterThan(19);
    expect(kph('leaders', 145, 158)).toBeLessThan(22.5);
    expect(kph('gruppetto', 145, 158)).toBeGreaterThan(15);
    expect(kph('field', 65, 83)).toBeLessThan(70);
  });

  it('may be entered in its middle: everybody is in his bunch, and soon where he is', () => {
    const fromS = Math.round(headSecondAt(day, 130_000));
    const entered = ride(day, fromS);
    const offM: number[] = [];
    for (const { atS, placeM, bunch } of ride(day)) {
      if (atS < fromS) continue;
      const its = entered.next().value!;
      expect(its.atS).toBe(atS);
      if (atS === fromS) expect(its.bunch).toEqual(bunch);
      if (atS < fromS + 300) continue;
      offM.push(...placeM.map((m, i) => Math.abs(m - its.placeM[i]!)));
      break;
    }
    offM.sort((a, b) => a - b);
    expect(offM[Math.floor(offM.length / 2)]).toBeLessThan(5);
    expect(offM.at(-1)).toBeLessThan(500);
  });

  it('keeps everybody on the road, in order of time and below 85 km/h', () => {
    const before = new Float64Array(RIDERS.length).fill(-7000);
    let fastest = 0;
    for (const { placeM, speed } of ride(day)) {
      for (let i = 0; i < RIDERS.length; i += 1) {
        if (!(placeM[i]! >= before[i]!)) throw new Error(`bib ${RIDERS[i]![0]} rode back from ${before[i]}`);
        before[i] = placeM[i]!;
        fastest = Math.max(fastest, speed[i]!);
      }
    }
    expect(fastest * 3.6).toBeLessThan(85);
    const out = RIDERS.filter((_, i) => before[i]! < FINISH_M).map(([bib]) => bib);
    expect(out).toEqual(day.cast.riders.get('fallen'));
  });

  it('never jerks a rider who has neither fallen nor stopped', () => {
    const standing = day.plot.bunches.filter(({ leaves }) => leaves?.side === 'middle').map(({ id }) => id);
    const before = new Float64Array(RIDERS.length);
    for (const { speed, bunch, placeM } of ride(day)) {
      for (let i = 0; i < RIDERS.length; i += 1) {
        const rides =
          placeM[i]! > -6200 && placeM[i]! < FINISH_M && !standing.includes(day.plot.bunches[bunch[i]!]!.id);
        if (rides && Math.abs(speed[i]! - before[i]!) > 3) throw new Error(`bib ${RIDERS[i]![0]} at ${placeM[i]}`);
        before[i] = speed[i]!;
      }
    }
  });

  it('brings the last group home within the time limit', () => {
    const winnerS = headSecondAt(day, FINISH_M) - headSecondAt(day, 0);
    const lastS = secondAt(day, 'gruppetto', FINISH_M) - headSecondAt(day, FINISH_M);
    expect(lastS).toBeGreaterThan(20 * 60);
    expect(lastS / winnerS).toBeLessThan(0.1);
  });

  it('is decided in the last kilometre', () => {
    const leaderS = headSecondAt(day, 157_000) - headSecondAt(day, 0);
    expect(leaderS).toBeGreaterThan(0);
    const chaseS = secondAt(day, 'duel', 156_900) - headSecondAt(day, 156_900);
    expect(chaseS).toBeGreaterThan(2);
    expect(chaseS).toBeLessThan(25);
  });

  it('rides as a peloton does: 100 to 350 m long, places changed slowly', () => {
    const first = day.plot.bunches.findIndex(({ id }) => id === 'field');
    const before = new Float64Array(RIDERS.length);
    for (const { atS, placeM, bunch } of ride(day)) {
      if (atS === 900) before.set(placeM);
      if (atS !== 930) continue;
      const places = [...placeM].filter((_, i) => bunch[i] === first).sort((a, b) => a - b);
      const lengthM = places.at(-1)! - places[0]!;
      expect(lengthM).toBeGreaterThan(100);
      expect(lengthM).toBeLessThan(350);
      const order = (all: Float64Array) => RIDERS.map((_, i) => i).sort((a, b) => all[b]! - all[a]!);
      const [then, now] = [order(before), order(placeM)];
      const moved = then.map((rider, rank) => Math.abs(now.indexOf(rider) - rank)).sort((a, b) => a - b);
      expect(moved[moved.length >> 1]!).toBeLessThan(15);
      return;
    }
  });
});

describe.each(SEEDS)('the truth of seed %i', (seed) => {
  const known = truth({ seed });
  const { plot } = dayOf(seed);

  it('has each split and each merge of the plot', () => {
    const wanted = plot.bunches.flatMap(({ id, leaves, ends }) => [
      ...(leaves ? [`split ${id}`] : []),
      ...(ends ? [`merge ${id}`] : []),
    ]);
    expect(known.changes.map(({ kind, bunch }) => `${kind} ${bunch}`).toSorted()).toEqual(wanted.toSorted());
  });

  it('has them where the plot says', () => {
    for (const { kind, bunch, distanceM } of known.changes) {
      const told = plot.bunches.find(({ id }) => id === bunch)!;
      const km = kind === 'split' ? told.leaves!.km : told.ends!.km;
      expect(Math.abs(distanceM / 1000 - km), `${kind} ${bunch}`).toBeLessThan(1.1);
    }
  });

  it('has no other: bunches that are apart stay apart', () => {
    const near = new Map<string, number>();
    for (let atMs = known.fromMs + 1_000_000; atMs < known.toMs; atMs += 20_000) {
      const bunches = known.bunchesAt(atMs).filter(({ bibs }) => known.placeM(bibs[0]!, atMs) < FINISH_M);
      bunches.slice(1).forEach(({ id, bibs }, i) => {
        const ahead = bunches[i]!;
        const frontM = known.placeM(bibs[0]!, atMs);
        if (known.placeM(ahead.bibs.at(-1)!, atMs - 6000) < frontM) near.set(`${ahead.id} and ${id}`, atMs);
      });
    }
    for (const pair of near.keys()) {
      const [a, b] = pair.split(' and ');
      const related = plot.bunches.some(
        ({ id, leaves, ends }) =>
          (id === a || id === b) && [leaves?.from, ends?.by].some((one) => one === a || one === b),
      );
      const together =
        plot.bunches.find(({ id }) => id === a)?.leaves?.km === plot.bunches.find(({ id }) => id === b)?.leaves?.km;
      expect(related || together, pair).toBe(true);
    }
  });
});
