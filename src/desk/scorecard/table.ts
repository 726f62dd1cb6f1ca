import type { Scorecard } from '../../insight/score.ts';
import type { Scored } from './play.ts';

const pct = (value: number): string => (Number.isNaN(value) ? 'nothing to score' : `${value.toFixed(1)} %`);
const seconds = (value: number): string => (Number.isNaN(value) ? 'nothing to score' : `${value.toFixed(1)} s`);
const share = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2));

/** The figures for people. */
export function tableOf(title: string, { card, msPerRaceSecond }: Scored): string {
  const { eta, nextPoint, gap, coverage, catch: caught, trial, stories } = card;
  const covered = ({ p50, p80, n }: { readonly p50: number; readonly p80: number; readonly n: number }): string =>
    `${share(p50)} and ${share(p80)} (${n})`;
  const rows: readonly (readonly [string, string])[] = [
    ['finish, 60 to 20 km out', `${pct(eta.errorPct)} of the time left, ${seconds(eta.errorS)} (${eta.n})`],
    ['  by the average speed', pct(eta.averagePct)],
    ['10 km ahead', `${pct(nextPoint.errorPct)}, ${seconds(nextPoint.errorS)} (${nextPoint.n})`],
    ['  by the last ten minutes', pct(nextPoint.lastTenPct)],
    ['gap 10 km ahead', `${seconds(gap.errorS)} (${gap.n})`],
    ['  as it is, in a straight line', `${seconds(gap.noChangeS)}, ${seconds(gap.lineS)}`],
    ['within the bands of 50 and 80 %', covered(coverage)],
    ['  arrivals; gaps', `${covered(coverage.arrivals)}; ${covered(coverage.gaps)}`],
    ['catches, Brier score', `${share(caught.brier)} (${caught.n})`],
    ['  always the same; Chapatte', `${share(caught.climatology)}; ${share(caught.chapatte)}`],
    [
      '  episodes',
      `${caught.episodes}, ${caught.called} called, ${caught.right} of them right${caught.isEnough ? '' : ': not enough'}`,
    ],
    [
      'against the clock, in mid-course',
      `${seconds(trial.errorS)}, within the band of 80 % ${share(trial.p80)} (${trial.n})`,
    ],
    ['  by the gap to the hot seat', seconds(trial.gapHeldS)],
    ['moves in front that were told', movesOf(stories)],
    ['words changed', `${card.flickerPerMin.toFixed(3)} a minute, after ${card.soonestS.toFixed(0)} s at the soonest`],
    ['cost', `${msPerRaceSecond.toFixed(3)} ms a second of the race`],
  ];
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(34)} ${value}`)].join('\n');
}

/** What the engine knows later is of the same source: it proves nothing. */
const movesOf = ({ told, true: isTrue, n }: Scorecard['stories']): string =>
  n > 0
    ? `${told}, ${isTrue} of ${n} so by the organiser's own riders`
    : `${told}, compared with nothing: no riders of an organiser's own`;
