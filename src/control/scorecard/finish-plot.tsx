import type { FinishError } from '../../insight/score-finish.ts';
import { spanText } from './figure-words.ts';
import { PlotFrame } from './plot-frame.tsx';
import { PlotLegend, PlotSeries, type PlottedLine } from './plot-series.tsx';

/** By how much the time of the finish was wrong, the nearer it came. */
export function FinishPlot({ errors }: { readonly errors: readonly FinishError[] }) {
  const all = errors.filter(({ errorS }) => !Number.isNaN(errorS));
  const worstMin = Math.max(...all.flatMap(({ errorS, averageS }) => [errorS, averageS])) / 60;
  const stepMin = [1, 2, 5, 10, 20, 60].find((step) => step * 5 >= worstMin) ?? 240;
  const topMin = Math.max(1, Math.ceil(worstMin / stepMin)) * stepMin;
  const across = (i: number) => (i + 0.5) / all.length;
  const seriesOf = (name: string, mark: PlottedLine['mark'], of: 'errorS' | 'averageS'): PlottedLine => ({
    name,
    mark,
    points: all.map((one, i) => ({ across: across(i), up: one[of] / 60 / topMin })),
  });
  const series = [seriesOf('forecast', 'dot', 'errorS'), seriesOf('average speed so far', 'square', 'averageS')];
  const said = all.map(
    ({ km, errorS, averageS }) => `${km} km to go ${spanText(errorS)}, average speed ${spanText(averageS)}`,
  );
  return (
    <figure>
      <h2>Time at the finish: off by</h2>
      {all.length === 0 ? (
        <p class="nothing">Nothing to score before the first has come in.</p>
      ) : (
        <>
          <PlotFrame
            says={`Time at the finish, off by: ${said.join('; ')}.`}
            across={{ name: 'km to go', ticks: all.map(({ km }, i) => ({ at: across(i), text: String(km) })) }}
            up={{
              name: 'minutes, early or late',
              ticks: Array.from({ length: topMin / stepMin + 1 }, (_, i) => ({
                at: (i * stepMin) / topMin,
                text: String(i * stepMin),
              })),
            }}
          >
            {series.map((one) => (
              <PlotSeries key={one.name} series={one} />
            ))}
          </PlotFrame>
          <PlotLegend all={series} />
          <figcaption>
            One race, one forecast at each distance: <b>not enough</b>. {said.join('; ')}.
          </figcaption>
        </>
      )}
    </figure>
  );
}
