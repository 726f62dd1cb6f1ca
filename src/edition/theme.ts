import type { GroupKind } from '../race/groups/group.ts';
import type { JerseyLook } from '../race/jersey-look.ts';

/**
 * Every colour, size and duration of a look: data, a file of `assets/themes` or of a user. Overlays name tokens and hold
 * no figure of their own. Lengths are pixels of 1920 x 1080.
 */
export interface Theme {
  readonly title: string;
  /** It is drawn by pages that ask for none. */
  readonly default?: true;
  readonly font: Font;
  /** Font sizes. */
  readonly text: Readonly<Record<TextSize, number>>;
  /** Of every plate, in every state, of 255. */
  readonly plateAlpha: number;
  readonly ground: Readonly<Record<GroundName, Surface>>;
  readonly color: Readonly<Record<ColorName, Color>>;
  readonly space: Readonly<Record<'hair' | 'tight' | 'gap' | 'pad' | 'wide', number>>;
  readonly size: Sizes;
  readonly cut: Cut;
  readonly group: Readonly<Record<GroupKind, GroupLook>>;
  readonly jersey: Readonly<Record<JerseyLook, JerseyColors>>;
  /** From flat (and down) to steepest; a road takes the last step whose `fromPct` it reaches. */
  readonly gradient: readonly { readonly fromPct: number; readonly color: Color; readonly ink: Color }[];
  /** Where each layer lies, in modules from the upper left of the safe area. */
  readonly zone: Readonly<Record<ZoneName, Box>>;
  readonly motion: Motion;
}

/** `#rrggbb` */
export type Color = `#${string}`;

export type GroundName = 'board' | 'header' | 'highlight';

/** A plate, and what is written on it. */
export interface Surface extends Readonly<Record<Tone, Color>> {
  readonly fill: Color;
}

/** What is said; what is said beside it; time won, time lost: with an arrow and a sign, never by colour alone. */
export type Tone = 'text' | 'soft' | 'gain' | 'loss';

export type ColorName =
  /** Between the rows of a board. */
  | 'rule'
  /** Look here now: one thing at a time. */
  | 'look'
  | 'finish'
  | 'steel'
  /** Around what the board would swallow: a jersey, a pennon of nearly its colour. */
  | 'outline'
  /** Road behind the race: its ground and its line; the line of the road ahead. */
  | 'ridden'
  | 'riddenLine'
  | 'road'
  /** The category of a climb, to come and passed. */
  | 'badge'
  | 'badgeText'
  | 'passedBadge'
  | 'passedBadgeText';

export interface Font {
  readonly family: string;
  readonly regular: number;
  readonly heavy: number;
  /** Height of a capital, in shares of the font size. */
  readonly capHeight: number;
  /** How far any text may be narrowed, unseen, and how far the shortest one may be before it is cut. */
  readonly squeeze: number;
  readonly condense: number;
}

export type TextSize = 'micro' | 'label' | 'row' | 'value' | 'head' | 'hero' | 'sheet';
export type TextWeight = 'regular' | 'heavy';

interface Sizes {
  /** The grid: a row is one module high. */
  readonly module: number;
  /** At the left edge of a plate: what its colour means is said there; and of what is to be looked at. */
  readonly pole: number;
  readonly lookPole: number;
  readonly pennon: number;
  /** Colours of a team. */
  readonly tab: { readonly width: number; readonly height: number };
  readonly jersey: number;
  readonly heroJersey: number;
  readonly arrow: number;
  readonly stroke: number;
}

/** The right edge of a plate that flies: how far it leans over each module of its height, and which end is farther out. */
export interface Cut {
  readonly perModule: number;
  readonly outward: 'top' | 'bottom';
}

/** The mark of a group: kinds differ by form as well as by colour. `jersey`: that of the jersey in it. */
export interface GroupLook {
  readonly form: 'solid' | 'hollow';
  readonly color: Color | 'jersey';
}

export interface JerseyColors {
  readonly color: Color;
  readonly ink: Color;
  /** Dots of this colour; plain where absent. */
  readonly dots?: Color;
}

/** The layers of the picture. */
export type ZoneName = 'stack' | 'strip' | 'strap' | 'card' | 'clock' | 'flash' | 'tag' | 'sheet';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Seconds, and the names of gsap's eases. */
interface Motion {
  readonly pole: { readonly inS: number; readonly outS: number; readonly ease: string };
  readonly cloth: {
    readonly inS: number;
    readonly outS: number;
    readonly easeIn: string;
    readonly easeOut: string;
  };
  /** From one plate to the next, while a whole list takes no longer than `longestS`. */
  readonly staggerS: number;
  readonly longestS: number;
  readonly reorder: { readonly s: number; readonly ease: string };
  /** What is to be looked at slides there. */
  readonly look: { readonly s: number; readonly ease: string };
  /** For how long who has won or lost a place stays marked. */
  readonly markS: number;
}

/** The step of the theme's scale that a gradient falls in. */
export function gradientStep(theme: Theme, gradientPct: number): number {
  return Math.max(
    0,
    theme.gradient.findLastIndex(({ fromPct }) => gradientPct >= fromPct),
  );
}

/** The graphics-safe area: a tenth of the picture is left free in each direction. */
export const SAFE: Box = { x: 96, y: 54, width: 1728, height: 972 };

/** Where a layer lies, in pixels of 1920 x 1080. */
export function zoneOf({ zone: zones, size: { module } }: Theme, zone: ZoneName): Box {
  const { x, y, width, height } = zones[zone];
  return { x: SAFE.x + x * module, y: SAFE.y + y * module, width: width * module, height: height * module };
}
