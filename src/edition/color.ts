import type { Color } from './theme.ts';

/** The least contrast at which a stripe is seen on its plate. */
const SEEN = 2;

/** The colour itself where it is seen on this ground, else lightened or darkened just enough: black teams ride too. */
export function seenOn(ground: Color, color: Color): Color {
  const towards = contrast(gray(WHITE), ground) > contrast(gray(BLACK), ground) ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(color, towards, share);
    if (isSeenOn(ground, mixed)) return mixed;
  }
  return color;
}

export const isSeenOn = (ground: Color, color: Color): boolean => contrast(color, ground) >= SEEN;

/** Contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const channels = (color: Color): number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** What red, green and blue weigh. */
const WEIGHTS = [0.2126, 0.7152, 0.0722] as const;

/** Relative luminance of WCAG 2. */
function luminance(color: Color): number {
  const shares = channels(color)
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * (shares[i] ?? 0), 0);
}

/** White and black that are legal on television. */
const WHITE = 235;
const BLACK = 16;

const gray = (channel: number): Color => ofChannels([channel, channel, channel]);

const mix = (color: Color, towards: number, share: number): Color =>
  ofChannels(channels(color).map((channel) => Math.round(channel + (towards - channel) * share)));

const ofChannels = (all: readonly number[]): Color =>
  `#${all.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** A colour from a feed; null where it is none. */
export const colorOf = (text: string | null): Color | null =>
  text && /^#[0-9a-f]{6}$/i.test(text) ? (text.toLowerCase() as Color) : null;
