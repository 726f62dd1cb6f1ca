import type { GroupKind } from '../race/groups/group.ts';
import type { JerseyKind } from '../race/sheet.ts';

/** Every colour, size and duration of a look. Overlays name tokens and hold no figure of their own. */
export interface Theme {
  readonly font: Font;
  readonly color: Readonly<Record<ColorName, Color>>;
  /** Shares of 1. */
  readonly alpha: {
    /** Of every plate: exact on air, so a multiple of 1/255. */
    readonly plate: number;
    /** What rests on late data, and road that is behind. */
    readonly muted: number;
    readonly ridden: number;
    readonly rule: number;
  };
  /** Font sizes, in pixels of 1920 x 1080. */
  readonly text: Readonly<Record<TextSize, number>>;
  /** Pixels of 1920 x 1080. */
  readonly space: {
    /** Between things that belong together, between things, and inside the edge of a plate. */
    readonly tight: number;
    readonly gap: number;
    readonly pad: number;
    /** Between two plates of one graphic: the picture shows through. */
    readonly slit: number;
  };
  readonly size: {
    readonly header: number;
    /** From row to row of a list: a capital with its accent and its cedilla stays inside. */
    readonly row: number;
    /** The bar of the accent, the stripe of a team, a stroke. */
    readonly bar: number;
    readonly stripe: number;
    readonly stroke: number;
    readonly badge: number;
    readonly chip: number;
    readonly icon: number;
    /** Beside the figure of a place. */
    readonly arrow: number;
    readonly flag: number;
    /** How far words come from when they enter: from the side, from below. */
    readonly travel: number;
    readonly rise: number;
    readonly radius: number;
  };
  /** Where each layer of the picture lies: inside the safe area, the corner of the local station left free. */
  readonly zone: Readonly<Record<ZoneName, Zone>>;
  readonly motion: MotionTokens;
  readonly jersey: Readonly<Record<JerseyKind, JerseyColors>>;
  readonly group: Readonly<Record<GroupKind, Color>>;
  /** From flat (and down) to steepest; a road takes the last step whose `fromPct` it reaches. */
  readonly gradient: readonly { readonly fromPct: number; readonly color: Color; readonly ink: Color }[];
}

/** `#rrggbb` */
export type Color = `#${string}`;

export type ColorName =
  | 'plate'
  /** A plate that stands out: a header, the group on camera. */
  | 'plateRaised'
  | 'ink'
  | 'inkSoft'
  /** On the accent, on a badge, on a jersey. */
  | 'inkDark'
  | 'accent'
  /** In words and figures; behind them. */
  | 'gain'
  | 'loss'
  | 'gainGround'
  | 'lossGround'
  /** Where a team gives no colour. */
  | 'nobody';

export interface Font {
  readonly family: string;
  readonly medium: number;
  readonly bold: number;
  /** Height of a capital, in shares of the font size. */
  readonly capHeight: number;
  /** How far any text may be narrowed, unseen, and how far the shortest one may be before it is cut. */
  readonly squeeze: number;
  readonly condense: number;
}

export type TextSize = 'chip' | 'label' | 'primary' | 'hero';
export type TextWeight = 'medium' | 'bold';

export type ZoneName = 'top-left' | 'top-right' | 'left' | 'right' | 'bottom-left' | 'bottom-right' | 'bottom' | 'full';

export interface Zone {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Seconds, and the names of gsap's eases. */
export interface MotionTokens {
  readonly inS: number;
  readonly outS: number;
  readonly staggerS: number;
  readonly moveS: number;
  readonly swapS: number;
  readonly flashHoldS: number;
  readonly flashFadeS: number;
  readonly easeIn: string;
  readonly easeOut: string;
  readonly easeMove: string;
}

export interface JerseyColors {
  readonly color: Color;
  readonly ink: Color;
  /** Dots of this colour, or plain. */
  readonly dots: Color | null;
}

/** The step of the theme's scale that a gradient falls in. */
export function gradientStep(theme: Theme, gradientPct: number): number {
  return Math.max(
    0,
    theme.gradient.findLastIndex(({ fromPct }) => gradientPct >= fromPct),
  );
}
