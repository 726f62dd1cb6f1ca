import type { ComponentChildren } from 'preact';

/** Where a plot is within its drawing, in units of the drawing. */
export const plot = { left: 54, right: 380, top: 12, bottom: 206, width: 400, height: 250 };

interface AxisTick {
  /** From 0 to 1 along its axis. */
  readonly at: number;
  readonly text: string;
}

export const plotX = (at: number): number => plot.left + at * (plot.right - plot.left);
export const plotY = (at: number): number => plot.bottom - at * (plot.bottom - plot.top);

interface Props {
  /** All that is to be seen, for who does not see it. */
  readonly says: string;
  readonly across: { readonly name: string; readonly ticks: readonly AxisTick[] };
  readonly up: { readonly name: string; readonly ticks: readonly AxisTick[] };
  readonly children: ComponentChildren;
}

/** Two axes with their words, and what is drawn between them. */
export function PlotFrame({ says, across, up, children }: Props) {
  return (
    <svg viewBox={`0 0 ${plot.width} ${plot.height}`} role="img" aria-label={says}>
      {up.ticks.map(({ at, text }) => (
        <g key={text}>
          <line class="grid" x1={plot.left} x2={plot.right} y1={plotY(at)} y2={plotY(at)} />
          <text class="tick" x={plot.left - 6} y={plotY(at) + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}`} />
      {across.ticks.map(({ at, text }) => (
        <text key={text} class="tick" x={plotX(at)} y={plot.bottom + 17} text-anchor="middle">
          {text}
        </text>
      ))}
      <text class="axis-name" x={(plot.left + plot.right) / 2} y={plot.height - 8} text-anchor="middle">
        {across.name}
      </text>
      <text
        class="axis-name"
        transform={`translate(16 ${(plot.top + plot.bottom) / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {up.name}
      </text>
      {children}
    </svg>
  );
}
