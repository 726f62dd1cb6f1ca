import { plotX, plotY } from './plot-frame.tsx';

/** Told apart by its mark, not by its colour alone. */
export interface PlottedLine {
  readonly name: string;
  readonly mark: 'dot' | 'square';
  /** Each from 0 to 1 on both axes; where `up` is NaN there is none. */
  readonly points: readonly { readonly across: number; readonly up: number }[];
}

export function PlotSeries({ series: { mark, points } }: { readonly series: PlottedLine }) {
  const known = points.filter(({ up }) => !Number.isNaN(up));
  const at = known.map(({ across, up }) => `${plotX(across)},${plotY(up)}`);
  return (
    <g class={`series ${mark}`}>
      <polyline points={at.join(' ')} />
      {known.map(({ across, up }) => (
        <Mark key={across} mark={mark} x={plotX(across)} y={plotY(up)} />
      ))}
    </g>
  );
}

/** Which mark is whose. */
export function PlotLegend({ all }: { readonly all: readonly Pick<PlottedLine, 'name' | 'mark'>[] }) {
  return (
    <ul class="legend">
      {all.map(({ name, mark }) => (
        <li key={name}>
          <svg viewBox="0 0 28 12" aria-hidden="true" class={`series ${mark}`}>
            <polyline points="0,6 28,6" />
            <Mark mark={mark} x={14} y={6} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function Mark({ mark, x, y }: { readonly mark: PlottedLine['mark']; readonly x: number; readonly y: number }) {
  return mark === 'dot' ? <circle cx={x} cy={y} r={5} /> : <rect x={x - 4.5} y={y - 4.5} width={9} height={9} />;
}
