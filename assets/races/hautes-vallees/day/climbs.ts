import { type Bunch, FIELD, HEAD } from './plot.ts';
import { attacks, caught, dropped, gaps, joins, type Shift, stops, weakest } from './telling.ts';

const YELLOW = 31;
const POLKA_DOT = 201;
/** Sixth overall: he has the puncture. */
const UNLUCKY = 51;

/** The first giant: the sprinters form their group, two climbers set out after the break. */
export function madeleine(shift: Shift, rope: number, loss: number): Bunch[] {
  const attackKm = 58 + shift(5);
  return [
    dropped('shed-1', { from: 'break', km: 46.5 + shift(6), who: weakest(6), ends: caught(FIELD, 55.4) }),
    dropped('gruppetto', {
      from: FIELD,
      km: 44.5 + shift(3),
      who: weakest(26),
      path: [
        ...gaps(FIELD, '50: 150, 55: 290, 64.3: 510, 83.4: 560, 88: 590', loss),
        ...gaps(HEAD, '106.5: 1120, 121: 1160, 144.2: 1180, 158: 1650', loss),
      ],
    }),
    dropped('second-gruppetto', {
      from: FIELD,
      km: 50.2 + shift(4),
      who: weakest(20),
      path: gaps(FIELD, '55: 110, 64.3: 320, 83.4: 390, 85.2: 410, 88: 490', loss),
      ends: caught('gruppetto', 90.2),
    }),
    attacks('bridge', {
      from: FIELD,
      km: attackKm,
      who: { by: 'climbers', count: 2 },
      path: [
        ...gaps(HEAD, `${attackKm + 0.5}: ${262 * rope - 20}`),
        ...gaps(HEAD, '64.3: 146, 83.4: 130, 85.2: 122, 88.5: 84, 91: 44', rope),
        ...gaps(HEAD, '92.5: 19'),
      ],
      ends: joins('break', 93),
    }),
    dropped('late-on-the-madeleine', {
      from: FIELD,
      km: 61.6 + shift(7),
      who: weakest(24),
      path: gaps(FIELD, '64.3: 46, 83.4: 27, 85.4: 19'),
      ends: joins(FIELD, 86.1),
    }),
  ];
}

/** The second: the break loses five and then its best three; the field is torn in two. */
export function glandon(shift: Shift, loss: number): Bunch[] {
  return [
    stops('puncture', 24, {
      from: FIELD,
      km: 87.2,
      who: { by: 'team', count: 3, with: [UNLUCKY] },
      path: gaps(FIELD, '88: 27, 89.7: 18'),
      ends: joins(FIELD, 90.3),
    }),
    dropped('second-peloton', {
      from: FIELD,
      km: 92.7 + shift(8),
      who: weakest(44),
      path: gaps(FIELD, '96: 95, 106.5: 205, 121: 212, 131: 220, 144.2: 240, 147: 285, 158: 640', loss),
    }),
    dropped('shed-2', { from: 'break', km: 94.4 + shift(9), who: weakest(5), ends: caught(FIELD, 102.6) }),
    attacks('leaders', {
      from: 'break',
      km: 99.2,
      who: { by: 'strongest', count: 3, with: [POLKA_DOT] },
      path: gaps(HEAD, '99.3: 0, 158: 0'),
    }),
    dropped('returning', {
      from: FIELD,
      km: 103.8 + shift(10),
      who: weakest(18),
      path: gaps(FIELD, '106.5: 72, 121: 55, 134: 38, 139.4: 19'),
      ends: joins(FIELD, 140.4),
    }),
  ];
}

/** The last climb: the leader is caught below the flamme rouge, or he holds on. */
export function alpe(shift: Shift, loss: number, holds: boolean): Bunch[] {
  /** What the leader has in hand, and the favourites to lose. */
  const left = holds ? 10 + shift(14, 2) : shift(14, 3);
  return [
    dropped('dropped-1', {
      from: FIELD,
      km: 145 + shift(11),
      who: weakest(28),
      path: gaps(FIELD, '147: 58, 150: 135, 158: 400', loss),
    }),
    dropped('dropped-2', {
      from: FIELD,
      km: 147.3 + shift(12),
      who: weakest(16),
      path: gaps(FIELD, '150: 62, 158: 235', loss),
    }),
    attacks('favourites', {
      from: FIELD,
      km: 150.6,
      who: { by: 'strongest', count: 5, with: [YELLOW] },
      path: [
        ...gaps(HEAD, '151: 79, 151.8: 75, 152.6: 68, 154.4: 48, 154.8: 53, 156.2: 41'),
        ...gaps(HEAD, `157.2: ${left + 20}, 158: ${left + 21}`),
      ],
    }),
    dropped('broken', {
      from: 'leaders',
      km: 146.6 + shift(13),
      who: weakest(2),
      path: gaps(HEAD, '152: 56'),
      ends: caught('favourites', 152.6),
    }),
    attacks('duel', {
      from: 'favourites',
      km: 154.4,
      who: { by: 'strongest', count: 2, without: [YELLOW] },
      path: gaps(HEAD, holds ? `154.8: 34, 156.6: 22, 158: ${left + 4}` : '154.8: 34, 156.6: 18'),
      ...(holds ? {} : { ends: joins('leaders', 157.2) }),
    }),
  ];
}
