import { between, chance } from './chance.ts';
import { alpe, glandon, madeleine } from './climbs.ts';
import { type Bunch, FIELD, HEAD, type Plot } from './plot.ts';
import { attacks, caught, dropped, gaps, joins, type Shift, stops, weakest } from './telling.ts';

const GREEN = 41;
const POLKA_DOT = 201;
/** How often the leader holds on to the line. */
const HOLDS = 0.35;

/**
 * The ninth stage as it could be told on the radio the evening before. The seed moves its moments and its gaps, and
 * decides who is in it. Gaps open and close fast where they are small, so that nobody can argue about the moment.
 */
export function stageFor(seed: number): Plot {
  const shift: Shift = (key, byKm = 0.2) => Math.round(between(seed, 1000 + key, -byKm, byKm) * 100) / 100;
  /** How much the break is let out today. */
  const rope = between(seed, 1100, 0.92, 1.1);
  /** How fast they ride today. */
  const legs = between(seed, 1101, 0.97, 1.03);
  /** How much those lose who are dropped. */
  const loss = between(seed, 1102, 0.9, 1.04);
  return {
    pace: [
      { km: -6.4, wattsPerKg: 2.4 },
      { km: -0.2, wattsPerKg: 4.6 },
      { km: 2, wattsPerKg: 5.1 },
      { km: 8, wattsPerKg: 5.6 },
      { km: 13.8, wattsPerKg: 4.4 },
      { km: 14.4, wattsPerKg: 5.5 },
      { km: 16.1, wattsPerKg: 4.9 },
      { km: 39, wattsPerKg: 5.1 },
      { km: 64.3, wattsPerKg: 4.6 },
      { km: 85.2, wattsPerKg: 5.15 },
      { km: 99.2, wattsPerKg: 5.4 },
      { km: 106.5, wattsPerKg: 4.7 },
      { km: 144.2, wattsPerKg: 5.75 },
      { km: 154.2, wattsPerKg: 5.35 },
    ].map(({ km, wattsPerKg }) => ({ km, wattsPerKg: wattsPerKg * legs })),
    bunches: [
      field(rope),
      ...valley(shift),
      ...madeleine(shift, rope, loss),
      ...glandon(shift, loss),
      ...alpe(shift, loss, chance(seed, 1104) < HOLDS),
    ],
    prizes: [
      { km: 16.1, bunch: 'break', by: 'climb' },
      { km: 31, bunch: 'break', by: 'sprint' },
      { km: 64.3, bunch: 'break', by: 'climb' },
      { km: 106.5, bunch: 'leaders', by: 'climb' },
      { km: 121, bunch: 'leaders', by: 'climb' },
      { km: 158, bunch: 'leaders', by: 'climb' },
      { km: 158, bunch: 'duel', by: 'climb' },
      { km: 158, bunch: 'favourites', by: 'climb' },
    ],
    abandons: 'fallen',
    changesBike: { bunch: 'puncture', silentS: 290 },
    watchBefore: 'returning',
  };
}

function field(rope: number): Bunch {
  const morning = '2.2: 0, 3.2: 14, 5.6: 17, 7.2: 1, 8: 0.5, 8.6: 16, 9.5: 21, 11.2: 28, 11.7: 31, 13: 38, 16.1: 70';
  const day =
    '23: 105, 31: 168, 39: 235, 50: 262, 57.6: 262, 64.3: 256, 83.4: 252, 85.2: 250, 96: 228, 106.5: 172, ' +
    '121: 198, 131: 185, 138: 158';
  const climb = '144.2: 128, 147: 112, 148.2: 104, 149.4: 97, 150.6: 90, 151: 97, 154: 120, 158: 160';
  const path = [...gaps(HEAD, morning), ...gaps(HEAD, day, rope), ...gaps(HEAD, climb)];
  return { id: FIELD, leaves: null, path, ends: null };
}

/** The first attack is brought back, the second goes, a third crosses over to it; then a crash. */
function valley(shift: Shift): Bunch[] {
  const crashKm = 35.5 + shift(1, 0.4);
  return [
    attacks('first-attack', {
      from: FIELD,
      km: 2.2,
      who: { by: 'break', count: 3, without: [GREEN, POLKA_DOT] },
      path: gaps(HEAD, '2.3: 0, 6: 0'),
      ends: caught(FIELD, 7.2),
    }),
    attacks('break', {
      from: FIELD,
      km: 8,
      who: { by: 'break', count: 6, with: [GREEN], without: [POLKA_DOT] },
      path: gaps(HEAD, '8.3: 0, 99.2: 0, 99.6: 16, 106.5: 46, 121: 58, 138: 58, 144.2: 55, 147: 70, 148.2: 76'),
      ends: caught(FIELD, 149.4),
    }),
    attacks('counter', {
      from: FIELD,
      km: 11.2,
      who: { by: 'break', count: 12, with: [POLKA_DOT] },
      path: gaps(HEAD, '11.7: 13, 13.9: 14'),
      ends: joins('break', 14.3),
    }),
    dropped('sprinters', {
      from: FIELD,
      km: 12.6 + shift(2),
      who: weakest(28),
      path: gaps(FIELD, '16.1: 42, 23: 30, 26.4: 19'),
      ends: joins(FIELD, 27.4),
    }),
    stops('fallen', 0, { from: FIELD, km: crashKm, who: { by: 'chance', count: 1 } }),
    stops('crash', 44, {
      from: FIELD,
      km: crashKm,
      who: { by: 'chance', count: 4 },
      path: [{ km: crashKm + 1, to: FIELD, gapS: 38 }, ...gaps(FIELD, '39.4: 19')],
      ends: joins(FIELD, 40),
    }),
  ];
}
