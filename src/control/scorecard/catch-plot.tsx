import type { CatchBin } from '../../insight/reliability.ts';
import type { Scorecard } from '../../insight/score.ts';
import { countText, shareText } from './figure-words.ts';
import { PlotFrame, plotX, plotY } from './plot-frame.tsx';

const ticks = [0, 0.1, 0.4, 0.8, 1].map((at) => ({ at, text: `${at * 100} %` }));

/** Whether catches came as often as their chances said. */
export function CatchPlot({ bins, of }: { readonly bins: readonly CatchBin[]; readonly of: Scorecard['catch'] }) {
  const all = bins.filter(({ n }) => n > 0);
  return (
    <figure>
      <h2>Catches: expected, and what came</h2>
      {all.length === 0 ? (
        <p class="nothing">Nothing to score yet: no chase has ended.</p>
      ) : (
        <>
          <PlotFrame
            says={`Catches: ${all.map(binText).join('; ')}.`}
            across={{ name: 'chance that was said', ticks }}
            up={{ name: 'share that was caught', ticks }}
          >
            <line class="aim" x1={plotX(0)} y1={plotY(0)} x2={plotX(1)} y2={plotY(1)} />
            <g class="series dot">
              {all.map(({ from, expected, came }) => (
                <circle key={from} cx={plotX(expected)} cy={plotY(came)} r={6} />
              ))}
            </g>
          </PlotFrame>
          <figcaption>
            The dashes are where they ought to be. {all.map(binText).join('; ')}.
            {!of.isEnough && (
              <>
                {' '}
                {countText(of.episodes, 'episode')} in all: <b>not enough</b>.
              </>
            )}
          </figcaption>
        </>
      )}
    </figure>
  );
}

const binText = ({ from, to, expected, came, n, episodes }: CatchBin): string =>
  `${shareText(from)} to ${shareText(to)}: ${shareText(expected)} expected, ${shareText(came)} came (${countText(n, 'chance')} of ${countText(episodes, 'episode')})`;
