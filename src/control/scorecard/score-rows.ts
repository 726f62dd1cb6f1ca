import type { Scorecard } from '../../insight/score.ts';
import { brierText, countText, NOTHING, percentText, shareText, spanText } from './figure-words.ts';

/** One line of the table. */
export interface ScoreRow {
  readonly what: string;
  /** What it rests on, in words. */
  readonly n: string;
  /** Too little to judge by. */
  readonly isFew: boolean;
  readonly figure: string;
  readonly beside: readonly Beside[];
}

/** What one would say without a forecast. */
export interface Beside {
  readonly what: string;
  readonly figure: string;
  /** It was nearer than the forecast. */
  readonly isBetter: boolean;
}

/** Of what one can say that it holds. */
const LEAST = 10;

export function scoreRows(card: Scorecard): readonly ScoreRow[] {
  return [
    ...[...arrivalRows(card), gapRow(card), ...bandRows(card)],
    ...[...trialRows(card), ...catchRows(card), toldRow(card)],
  ];
}

function arrivalRows({ eta, nextPoint }: Scorecard): ScoreRow[] {
  return [
    {
      what: 'Time at the finish, said 60 to 20 km before it',
      n: `${countText(eta.n, 'forecast')}, one a minute, of one finish`,
      isFew: true,
      figure: off(eta.errorPct, eta.errorS),
      beside: [rival('the average speed so far', eta.averagePct, eta.errorPct, percentText)],
    },
    {
      what: 'The front 10 km ahead',
      n: `${countText(nextPoint.n, 'forecast')}, one a minute`,
      isFew: nextPoint.n < LEAST,
      figure: off(nextPoint.errorPct, nextPoint.errorS),
      beside: [rival('the speed of the last ten minutes', nextPoint.lastTenPct, nextPoint.errorPct, percentText)],
    },
  ];
}

const gapRow = ({ gap }: Scorecard): ScoreRow => ({
  what: 'A gap 10 km ahead',
  n: `${countText(gap.n, 'forecast')}, one a minute`,
  isFew: gap.n < LEAST,
  figure: Number.isNaN(gap.errorS) ? NOTHING : `off by ${spanText(gap.errorS)}`,
  beside: [
    rival('the gap as it is', gap.noChangeS, gap.errorS, spanText),
    rival('in a straight line', gap.lineS, gap.errorS, spanText),
  ],
});

const bandRows = ({ coverage }: Scorecard): ScoreRow[] =>
  ([50, 80] as const).map((asked) => ({
    what: `The truth was within the range for ${asked} %`,
    n: `${countText(coverage.n, 'range')}, up to 20 km ahead`,
    isFew: coverage.n < LEAST,
    figure: shareText(asked === 50 ? coverage.p50 : coverage.p80),
    beside: [{ what: 'as it ought to be', figure: shareText(asked / 100), isBetter: false }],
  }));

/** Only where somebody was timed. */
function trialRows({ trial }: Scorecard): ScoreRow[] {
  if (trial.n === 0) return [];
  const [n, isFew] = [countText(trial.n, 'rider'), trial.n < LEAST];
  return [
    {
      ...{ what: 'Against the clock: the time at the finish, said half-way', n, isFew },
      figure: `off by ${spanText(trial.errorS)}`,
      beside: [rival('the gap to the hot seat, held', trial.gapHeldS, trial.errorS, spanText)],
    },
    {
      ...{ what: 'and it was within the range for 80 %', n, isFew },
      figure: shareText(trial.p80),
      beside: [{ what: 'as it ought to be', figure: shareText(0.8), isBetter: false }],
    },
  ];
}

function catchRows({ catch: caught }: Scorecard): ScoreRow[] {
  const of = countText(caught.episodes, 'episode');
  const isFew = !caught.isEnough;
  return [
    {
      what: 'Catches: Brier score of the chances (0 is always right)',
      n: `${countText(caught.n, 'chance')} of ${of}`,
      isFew,
      figure: brierText(caught.brier),
      beside: [
        rival('the usual share, always', caught.climatology, caught.brier, brierText),
        rival("Chapatte's rule", caught.chapatte, caught.brier, brierText),
      ],
    },
    {
      what: 'Catches that were called: will hold, will be caught',
      n: of,
      isFew,
      figure: caught.called > 0 ? `${caught.right} of ${caught.called} right` : 'none was called',
      beside: [],
    },
  ];
}

/** A desk hears no riders of an organiser's own beside its feed: only a recording is compared. */
const toldRow = ({ stories }: Scorecard): ScoreRow => ({
  what: 'Stories of moves in front',
  n: stories.n > 0 ? `${stories.n} of ${stories.told} compared` : 'none compared',
  isFew: stories.n < LEAST,
  figure: stories.n > 0 ? `${stories.true} of ${stories.n} were so` : `${stories.told} told`,
  beside: [
    stories.n > 0
      ? { what: "the organiser's own riders", figure: '', isBetter: false }
      : { what: 'nothing to compare with: npm run scorecard does, on a recording', figure: '', isBetter: false },
  ],
});

const off = (pct: number, seconds: number): string =>
  Number.isNaN(pct) ? NOTHING : `off by ${percentText(pct)} of the time, ${spanText(seconds)}`;

const rival = (what: string, value: number, own: number, text: (value: number) => string): Beside => ({
  what,
  figure: text(value),
  isBetter: value < own,
});
