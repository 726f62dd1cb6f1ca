import { between } from './chance.ts';
import { type Bunch, type Choice, type Ending, FIELD, HEAD, type Story, type Waypoint } from './story.ts';

const YELLOW = 31;
const GREEN = 41;
const POLKA_DOT = 201;
/** Sixth overall: he has the puncture. */
const UNLUCKY = 51;

/** How often the leader holds on to the line. */
const HOLDS = 0.3;
/** How far behind the tail a dropped bunch is half a kilometre on: from there on everybody can see that it is gone. */
const GONE_S = 14;

type Gaps = readonly (readonly [km: number, gapS: number])[];

const to = (whom: string, gaps: Gaps): Waypoint[] => gaps.map(([km, gapS]) => ({ km, to: whom, gapS }));

/** Off the back of another bunch. */
function dropped(
  id: string,
  from: string,
  km: number,
  who: Choice,
  rest: readonly Waypoint[],
  ends: Ending | null,
): Bunch {
  const gone = { km: km + 0.5, to: from, gapS: GONE_S };
  return { id, leaves: { from, km, side: 'back', who, stopS: 0 }, path: [gone, ...rest], ends };
}

const weakest = (count: number): Choice => ({ by: 'weakest', count });
const joins = (by: string, km: number): Ending => ({ how: 'joins', by, km });
const caught = (by: string, km: number): Ending => ({ how: 'caught', by, km });

/**
 * The ninth stage as it could be told on the radio the evening before. The seed moves its moments and its gaps, and
 * decides who is in it. Gaps open and close by more than a second in ten where they are small, so that nobody can
 * argue about the moment.
 */
export function stageFor(seed: number): Story {
  /** How far a moment moves today. */
  const shift = (key: number, byKm = 0.2) => Math.round(between(seed, 1000 + key, -byKm, byKm) * 100) / 100;
  /** How much rope the break is given today. */
  const rope = between(seed, 1100, 0.92, 1.1);
  return {
    pace: [
      { km: -6.4, wattsPerKg: 2.4 },
      { km: -0.2, wattsPerKg: 4.6 },
      { km: 2, wattsPerKg: 5.1 },
      { km: 8, wattsPerKg: 5.6 },
      { km: 16.1, wattsPerKg: 4.9 },
      { km: 39, wattsPerKg: 4.95 },
      { km: 64.3, wattsPerKg: 4.6 },
      { km: 85.2, wattsPerKg: 5 },
      { km: 99.2, wattsPerKg: 5.3 },
      { km: 106.5, wattsPerKg: 4.7 },
      { km: 144.2, wattsPerKg: 5.75 },
      { km: 154.2, wattsPerKg: 5.35 },
    ],
    bunches: [
      field(rope),
      ...valley(shift),
      ...madeleine(shift, rope),
      ...glandon(shift, rope),
      ...alpe(shift, between(seed, 1101, 0, 1) < HOLDS),
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

type Shift = (key: number, byKm?: number) => number;

function field(rope: number): Bunch {
  const early: Gaps = [
    [2.2, 0],
    [3.2, 14],
    [5.6, 17],
    [7.2, 1],
    [8, 0.5],
    [8.8, 14],
    [9.5, 20],
    [11.2, 28],
    [13, 38],
    [16.1, 70],
  ];
  const day: Gaps = [
    [23, 105],
    [31, 168],
    [39, 235],
    [50, 262],
    [57.6, 262],
    [64.3, 256],
    [83.4, 252],
    [85.2, 250],
    [96, 228],
    [106.5, 172],
    [121, 198],
    [131, 185],
    [138, 158],
  ];
  const last: Gaps = [
    [144.2, 128],
    [147, 112],
    [148.2, 104],
    [149.4, 97],
    [150.6, 90],
    [151.2, 97],
    [154, 114],
    [158, 152],
  ];
  const roped = day.map(([km, gapS]) => [km, gapS * rope] as const);
  return { id: FIELD, leaves: null, path: to(HEAD, [...early, ...roped, ...last]), ends: null };
}

/** The first attack is brought back, the second goes, a third crosses over to it; a crash. */
function valley(shift: Shift): Bunch[] {
  const crash = 35.5 + shift(1, 0.4);
  return [
    {
      id: 'first-attack',
      leaves: { from: FIELD, km: 2.2, side: 'front', who: { by: 'break', count: 3, without: [GREEN] }, stopS: 0 },
      path: to(HEAD, [[5.6, 0]]),
      ends: caught(FIELD, 7.2),
    },
    {
      id: 'break',
      leaves: {
        from: FIELD,
        km: 8,
        side: 'front',
        who: { by: 'break', count: 6, with: [GREEN], without: [POLKA_DOT] },
        stopS: 0,
      },
      path: [
        ...to(HEAD, [
          [16.1, 0],
          [31, 0],
          [64.3, 0],
          [85.2, 0],
          [99.2, 0],
        ]),
        ...behindTheLeaders,
      ],
      ends: caught(FIELD, 149.4),
    },
    {
      id: 'counter',
      leaves: { from: FIELD, km: 11.2, side: 'front', who: { by: 'break', count: 12, with: [POLKA_DOT] }, stopS: 0 },
      path: to(HEAD, [
        [11.9, 17],
        [13.6, 15],
      ]),
      ends: joins('break', 14.5),
    },
    dropped(
      'sprinters',
      FIELD,
      12.6 + shift(2),
      weakest(28),
      to(FIELD, [
        [16.1, 42],
        [23, 30],
        [26.8, 17],
      ]),
      joins(FIELD, 28),
    ),
    {
      id: 'fallen',
      leaves: { from: FIELD, km: crash, side: 'middle', who: { by: 'chance', count: 1 }, stopS: 0 },
      path: [],
      ends: null,
    },
    {
      id: 'crash',
      leaves: { from: FIELD, km: crash, side: 'middle', who: { by: 'chance', count: 4 }, stopS: 44 },
      path: to(FIELD, [
        [crash + 1, 38],
        [39.4, 17],
      ]),
      ends: joins(FIELD, 40.3),
    },
  ];
}

/** What becomes of the break after its best three have gone. */
const behindTheLeaders: Waypoint[] = to(HEAD, [
  [99.8, 14],
  [106.5, 46],
  [121, 58],
  [138, 58],
  [144.2, 55],
  [147, 70],
  [148.2, 76],
]);

/** The first giant: the sprinters form their group, two climbers set out after the break. */
function madeleine(shift: Shift, rope: number): Bunch[] {
  const first = 44.5 + shift(3);
  const second = 50.2 + shift(4);
  const attack = 58 + shift(5);
  return [
    dropped('shed-1', 'break', 46.5 + shift(6), weakest(6), [], caught(FIELD, 55.4)),
    dropped(
      'gruppetto',
      FIELD,
      first,
      weakest(42),
      [
        ...to(FIELD, [
          [50, 150],
          [55, 290],
          [64.3, 510],
          [83.4, 560],
          [88, 590],
        ]),
        ...to(HEAD, [
          [106.5, 1120],
          [121, 1160],
          [144.2, 1180],
          [158, 1650],
        ]),
      ],
      null,
    ),
    dropped(
      'second-gruppetto',
      FIELD,
      second,
      weakest(27),
      to(FIELD, [
        [55, 110],
        [64.3, 320],
        [83.4, 390],
        [85.2, 410],
        [88, 490],
      ]),
      caught('gruppetto', 90.2),
    ),
    {
      id: 'bridge',
      leaves: { from: FIELD, km: attack, side: 'front', who: { by: 'climbers', count: 2 }, stopS: 0 },
      path: to(HEAD, [
        [attack + 0.6, 262 * rope - 15],
        [64.3, 146 * rope],
        [83.4, 130 * rope],
        [85.2, 122 * rope],
        [88.5, 84 * rope],
        [91, 44],
        [92.2, 19],
      ]),
      ends: joins('break', 93),
    },
    dropped(
      'late-on-the-madeleine',
      FIELD,
      61.6 + shift(7),
      weakest(20),
      to(FIELD, [
        [64.3, 46],
        [83.4, 27],
        [85.4, 17],
      ]),
      joins(FIELD, 86.3),
    ),
  ];
}

/** The second: the break loses five and then its best three, the field two thirds of itself. */
function glandon(shift: Shift, rope: number): Bunch[] {
  return [
    {
      id: 'puncture',
      leaves: {
        from: FIELD,
        km: 87.2,
        side: 'middle',
        who: { by: 'team', count: 3, with: [UNLUCKY] },
        stopS: 24,
      },
      path: to(FIELD, [
        [88, 27],
        [89.8, 17],
      ]),
      ends: joins(FIELD, 90.6),
    },
    dropped(
      'second-peloton',
      FIELD,
      91.2 + shift(8),
      weakest(24),
      to(FIELD, [
        [96, 95],
        [106.5, 205],
        [121, 212],
        [131, 220],
        [144.2, 240],
        [147, 285],
        [158, 640],
      ]),
      null,
    ),
    dropped('shed-2', 'break', 94.4 + shift(9), weakest(5), [], caught(FIELD, 102.6)),
    {
      id: 'leaders',
      leaves: {
        from: 'break',
        km: 99.2,
        side: 'front',
        who: { by: 'strongest', count: 3, with: [POLKA_DOT] },
        stopS: 0,
      },
      path: to(HEAD, [
        [106.5, 0],
        [121, 0],
        [144.2, 0],
        [152, 0],
        [157.2, 0],
        [158, 0],
      ]),
      ends: null,
    },
    dropped(
      'returning',
      FIELD,
      103.6 + shift(10),
      weakest(18),
      to(FIELD, [
        [106.5, 72],
        [121, 55],
        [134, 38],
        [139.2, 17 * Math.min(1, rope)],
      ]),
      joins(FIELD, 140.4),
    ),
  ];
}

/** The last climb: the leader is caught below the flamme rouge, or he holds on. */
function alpe(shift: Shift, holds: boolean): Bunch[] {
  return [
    dropped(
      'dropped-1',
      FIELD,
      145 + shift(11),
      weakest(26),
      to(FIELD, [
        [147, 58],
        [150, 135],
        [158, 400],
      ]),
      null,
    ),
    dropped(
      'dropped-2',
      FIELD,
      147.5 + shift(12),
      weakest(14),
      to(FIELD, [
        [150, 58],
        [158, 235],
      ]),
      null,
    ),
    {
      id: 'favourites',
      leaves: {
        from: FIELD,
        km: 150.6,
        side: 'front',
        who: { by: 'strongest', count: 5, with: [YELLOW] },
        stopS: 0,
      },
      path: to(HEAD, [
        [151.2, 83],
        [151.8, 77],
        [152.6, 68],
        [154.4, 48],
        [155, 50],
        [156.2, 38],
        ...(holds
          ? ([
              [157.2, 30],
              [158, 29],
            ] as const)
          : ([
              [157.2, 18],
              [158, 19],
            ] as const)),
      ]),
      ends: null,
    },
    dropped('broken', 'leaders', 146.6 + shift(13), weakest(2), to(HEAD, [[151.8, 55]]), caught('favourites', 152.6)),
    dropped('dropped-3', FIELD, 151.9, weakest(12), to(FIELD, [[158, 95]]), null),
    {
      id: 'duel',
      leaves: {
        from: 'favourites',
        km: 154.4,
        side: 'front',
        who: { by: 'strongest', count: 2, without: [YELLOW] },
        stopS: 0,
      },
      path: to(HEAD, [[155, 37], [156.2, 20], ...(holds ? ([[158, 13]] as const) : [])]),
      ends: holds ? null : joins('leaders', 157.2),
    },
  ];
}
