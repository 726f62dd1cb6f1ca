import type { ToldScorecard } from '../../wire/public/told-scorecard.ts';
import { raceTitle } from '../page/race-title.ts';
import { BandPlot } from './band-plot.tsx';
import { CatchPlot } from './catch-plot.tsx';
import { FinishPlot } from './finish-plot.tsx';
import { scoreRows } from './score-rows.ts';
import { ScoreTable } from './score-table.tsx';
import type { ScorecardHand } from './scorecard-hand.ts';

/** How good the forecasts of this race were so far, for anyone. */
export function ScorecardPage({ hand }: { readonly hand: ScorecardHand }) {
  const card = hand.card.value;
  const trouble = hand.trouble.value;
  return (
    // The arrow keys scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is what scrolls, and nothing in it has the focus.
    <main class="control scorecard" tabIndex={0}>
      <h1>Scorecard</h1>
      {trouble && (
        <p class="not-so" role="alert">
          {trouble}
        </p>
      )}
      {card === null ? (
        !trouble && <p role="status">Asking the desk.</p>
      ) : card.race === null ? (
        <p role="status">There is no race yet.</p>
      ) : (
        <Scores card={card} title={raceTitle({ race: card.race, stage: card.stage ?? '' })} />
      )}
    </main>
  );
}

function Scores({ card, title }: { readonly card: ToldScorecard; readonly title: string }) {
  const { bands, catches, finish } = card.reliability;
  return (
    <>
      <p class="race">{title}</p>
      <p class="quiet">
        What was forecast of this race so far, and what the desk measured later; misses included. One race proves
        little: under ten independent episodes a figure says "not enough". Renewed every 15 s.
      </p>
      <ScoreTable rows={scoreRows(card)} />
      <section class="plots" aria-label="Plots">
        <FinishPlot errors={finish} />
        <CatchPlot bins={catches} of={card.catch} />
        <BandPlot title="Arrivals: how often within the range" of="arrivals" bands={bands} />
        <BandPlot title="Gaps: how often within the range" of="gaps" bands={bands} />
      </section>
    </>
  );
}
