import type { Reliability } from '../../insight/reliability.ts';
import { countText, shareText } from './figure-words.ts';
import { PlotFrame, plot, plotX, plotY } from './plot-frame.tsx';
import { PlotLegend, PlotSeries, type PlottedLine } from './plot-series.tsx';

const shareTicks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: `${at * 100} %` }));

interface Props {
  readonly title: string;
  readonly of: 'arrivals' | 'gaps';
  readonly bands: Reliability['bands'];
}

/** How often the truth was within the ranges, by how far ahead the place was. */
export function BandPlot({ title, of, bands }: Props) {
  const all = bands.filter((one) => one[of].n > 0);
  const across = (i: number) => (i + 0.5) / all.length;
  const series = (['p80', 'p50'] as const).map(
    (share): PlottedLine => ({
      name: share === 'p80' ? 'within the range for 80 %' : 'within the range for 50 %',
      mark: share === 'p80' ? 'dot' : 'square',
      points: all.map((one, i) => ({ across: across(i), up: one[of][share] })),
    }),
  );
  const said = all
    .map((one) => `${one.km} km ahead ${shareText(one[of].p50)} and ${shareText(one[of].p80)}`)
    .join('; ');
  return (
    <figure>
      <h2>{title}</h2>
      {all.length === 0 ? (
        <p class="nothing">Nothing to score yet.</p>
      ) : (
        <>
          <PlotFrame
            says={`${title}, ranges for 50 and for 80 %: ${said}.`}
            across={{ name: 'km ahead', ticks: all.map(({ km }, i) => ({ at: across(i), text: String(km) })) }}
            up={{ name: 'share that was within', ticks: shareTicks }}
          >
            {[0.5, 0.8].map((at) => (
              <line key={at} class="aim" x1={plot.left} x2={plotX(1)} y1={plotY(at)} y2={plotY(at)} />
            ))}
            {series.map((one) => (
              <PlotSeries key={one.name} series={one} />
            ))}
          </PlotFrame>
          <PlotLegend all={series} />
          <figcaption>
            The dashes are where they ought to be.{' '}
            {all.map((one) => `${countText(one[of].n, 'range')} ${one.km} km ahead`).join(', ')}.
          </figcaption>
        </>
      )}
    </figure>
  );
}
