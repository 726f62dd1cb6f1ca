import { recordedPast } from '../../insight/past.ts';
import type { Scorecard } from '../../insight/score.ts';
import type { FitOfRaces } from './fit-races.ts';

type Row = readonly [name: string, now: string, before: string, behind: string];

/** What the races have taught, against what the desk has of its own, with what is behind each figure; and how good it is. */
export const fitReport = (fit: FitOfRaces): string =>
  [
    ...fit.races.map(({ file, title, km }) => `${file}: ${title}, ${km.toFixed(0)} km`),
    '',
    lineOf(['', 'fitted', 'own', 'behind it']),
    ...taught(fit).map(lineOf),
    '',
    ...scores(fit),
  ].join('\n');

const lineOf = ([name, now, before, behind]: Row): string =>
  `  ${name.padEnd(34)} ${now.padStart(12)} ${before.padStart(12)}   ${behind}`.trimEnd();

const kmSaid = (km: number): string => `${km.toFixed(1)} km`;
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const times = (value: number): string => value.toFixed(3);

function taught({ fitted }: FitOfRaces): Row[] {
  const { past, paceKm, finaleKm, droppedKm, missed, chases } = fitted;
  const closing = Object.entries(chases).flatMap(([type, n]): Row[] => {
    const [now, before] = [past, recordedPast].map((one) => one.catch.closing[type as keyof typeof chases]);
    const said = ({ mean, sd }: { readonly mean: number; readonly sd: number }) =>
      `${mean.toFixed(1)} +- ${sd.toFixed(1)}`;
    return n > 0 ? [[`closing, s a km, ${type}`, said(now!), said(before!), count(n, 'chase', 'chases')]] : [];
  });
  const arrival = past.arrivalError.point[0]!.share / recordedPast.arrivalError.point[0]!.share;
  return [
    ...past.pace.map(({ gradientPct, kph }, i): Row => {
      const own = recordedPast.pace[i]!.kph;
      return [`km/h at ${gradientPct} %`, kph.toFixed(1), own.toFixed(1), kmSaid(paceKm[i]!)];
    }),
    [
      `last ${past.finale.km} km, times as long`,
      times(past.finale.share),
      times(recordedPast.finale.share),
      kmSaid(finaleKm),
    ],
    ...past.dropped.map(({ fromPct, slower }, i): Row => {
      const own = recordedPast.dropped[i]!.slower;
      return [`dropped from ${fromPct} %, times as long`, times(slower), times(own), kmSaid(droppedKm[i]!)];
    }),
    ['error of arrivals, times as large', times(arrival), times(1), count(missed.arrivals, 'race', 'races')],
    [
      'error of gaps, times as large',
      times(past.gapError.s / recordedPast.gapError.s),
      times(1),
      count(missed.gaps, 'race', 'races'),
    ],
    ...closing,
  ];
}

function scores({ races }: FitOfRaces): string[] {
  const scored = races.flatMap(({ own, without }) => (without ? [{ own, without }] : []));
  if (scored.length < 2)
    return ['One race: not enough to compare; whether it forecasts better shows with a second one.'];
  const row = (name: string, unit: string, of: (card: Scorecard) => Figure): string => {
    const [own, without] = [scored.map((one) => of(one.own)), scored.map((one) => of(one.without))];
    const said = (figures: readonly Figure[]) => `${meanOf(figures)}${unit}`;
    return lineOf([name, said(without), said(own), `n = ${own.reduce((sum, { n }) => sum + n, 0)}`]);
  };
  return [
    lineOf([`each of ${scored.length} races without itself`, 'fitted', 'own', '']),
    row('finish, 60 to 20 km out', ' %', ({ eta }) => ({ value: eta.errorPct, n: eta.n })),
    row('10 km ahead', ' %', ({ nextPoint }) => ({ value: nextPoint.errorPct, n: nextPoint.n })),
    row('gap 10 km ahead', ' s', ({ gap }) => ({ value: gap.errorS, n: gap.n })),
    row('within the band of 50 %', ' %', ({ coverage }) => ({ value: 100 * coverage.p50, n: coverage.n })),
    row('within the band of 80 %', ' %', ({ coverage }) => ({ value: 100 * coverage.p80, n: coverage.n })),
    row('catches, Brier score x 100', '', (card) => ({ value: 100 * card.catch.brier, n: card.catch.n })),
    `  ${betterIn(scored)}`,
  ];
}

interface Figure {
  readonly value: number;
  readonly n: number;
}

function meanOf(figures: readonly Figure[]): string {
  const known = figures.filter(({ value, n }) => n > 0 && !Number.isNaN(value));
  const all = known.reduce((sum, { n }) => sum + n, 0);
  return all > 0 ? (known.reduce((sum, { value, n }) => sum + value * n, 0) / all).toFixed(1) : '-';
}

/** A mean may be that of one race: in how many it is so says more. */
function betterIn(scored: readonly { readonly own: Scorecard; readonly without: Scorecard }[]): string {
  const known = scored.filter(({ own, without }) => own.nextPoint.n > 0 && without.nextPoint.n > 0);
  const better = known.filter(({ own, without }) => without.nextPoint.errorPct < own.nextPoint.errorPct);
  return `the fit was nearer 10 km ahead in ${better.length} of ${count(known.length, 'race', 'races')}`;
}
