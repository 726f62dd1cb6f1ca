import { describe, expect, it } from 'vitest';
import { contrast, isSeenOn } from '../../src/edition/color.ts';
import { type Color, gradientStep, SAFE, type Theme, zoneOf } from '../../src/edition/theme.ts';
import { shippedTheme, shippedThemes } from '../../src/host/themes.ts';
import { excludes, layers } from '../../src/show/zones.ts';

/** What is read at a glance needs 4.5 to 1; what is as large as the letter of a jersey, 3 to 1. */
const READ = 4.5;
const LARGE = 3;

const names = [...shippedThemes.keys()];

describe.each(names)('the theme %s', (name) => {
  const read = shippedThemes.get(name);
  if (!read?.ok) throw new Error(read?.error);
  const theme: Theme = read.value;
  const { color, font, gradient, ground, group, jersey, size, space, text, zone } = theme;
  const reads = (what: string, ink: Color, on: Color, least = READ) =>
    expect(contrast(ink, on), `${what}: ${ink} on ${on}`).toBeGreaterThanOrEqual(least);

  it('has exact plates, and colours that are legal for television', () => {
    expect(Number.isInteger(theme.plateAlpha)).toBe(true);
    const colors = JSON.stringify(theme).match(/#[0-9a-f]{6}/g) ?? [];
    const channels = colors.flatMap((one) => [1, 3, 5].map((at) => Number.parseInt(one.slice(at, at + 2), 16)));
    // EBU R103: every channel within 5 to 246.
    expect(Math.min(...channels)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...channels)).toBeLessThanOrEqual(246);
  });

  it('is read: every tone on its own ground', () => {
    for (const [of, { fill, ...tones }] of Object.entries(ground))
      for (const [tone, ink] of Object.entries(tones)) reads(`${of} ${tone}`, ink, fill);
    reads('badge', color.badgeText, color.badge);
    reads('passed badge', color.passedBadgeText, color.passedBadge);
    reads('ridden road', ground.board.soft, color.ridden);
  });

  it('has a highlight that stands out, with a pole that stands out of it', () => {
    reads('highlight', ground.highlight.fill, ground.board.fill, 7);
    if (ground.highlight.fill === ground.board.text) expect(ground.highlight.text).toBe(ground.board.fill);
  });

  it('has figures on roads that are read: they are small', () => {
    for (const { fromPct, color: on, ink } of gradient) reads(`gradient ${fromPct}`, ink, on);
  });

  it('has letters on jerseys, large, and figures on pennons, small', () => {
    for (const [look, { color: on, ink, dots }] of Object.entries(jersey)) {
      reads(`letter on ${look}`, ink, on, LARGE);
      if (dots) reads(`dots of ${look}`, dots, on, LARGE);
      reads(`pennon in ${look}`, ink, on);
    }
    for (const [kind, { form, color: on }] of Object.entries(group))
      if (on !== 'jersey') reads(`${form} pennon of ${kind}`, ground.board.fill, on);
  });

  it('has pennons and jerseys that are seen on the board, or are outlined', () => {
    const outlined = Object.values(jersey).filter((one) => !isSeenOn(ground.board.fill, one.color));
    if (outlined.length > 0) reads('outline', color.outline, ground.board.fill, LARGE);
    for (const { color: one } of Object.values(group))
      if (one !== 'jersey') expect(isSeenOn(ground.board.fill, one)).toBe(true);
    reads('the line of the road', color.road, ground.board.fill, LARGE);
    reads('its ridden part', color.riddenLine, color.ridden, LARGE);
  });

  it('has no capital below 20 pixels', () => {
    for (const [rung, px] of Object.entries(text))
      expect(Math.round(px * font.capHeight), rung).toBeGreaterThanOrEqual(20);
    expect(Math.min(...Object.values(text)) * font.capHeight).toBeGreaterThan(19.5);
  });

  it('keeps the layers in the safe area, and the corner of the local station free', () => {
    const corner = { x: 26, y: 0, width: 6, height: 3 };
    for (const layer of layers) {
      const { x, y, width, height } = zoneOf(theme, layer);
      expect(x >= SAFE.x && x + width <= SAFE.x + SAFE.width, layer).toBe(true);
      expect(y >= SAFE.y && y + height <= SAFE.y + SAFE.height, layer).toBe(true);
      // A sheet is the whole picture for as long as it stands.
      if (layer !== 'sheet') expect(overlap(zone[layer], corner), layer).toBe(false);
    }
  });

  it('has no two layers that lie on each other and may be on air at once', () => {
    for (const a of layers)
      for (const b of layers) if (overlap(zone[a], zone[b])) expect(excludes(a, b), `${a} lies on ${b}`).toBe(true);
  });

  it('lies on even pixels', () => {
    const lengths = [...Object.values(space), ...Object.values({ ...size, tab: 0 }), ...Object.values(size.tab)];
    const places = layers.flatMap((layer) => Object.values(zoneOf(theme, layer)));
    for (const px of [...lengths, ...places, theme.cut.perModule]) expect(px % 2, `${px}`).toBe(0);
  });
});

describe('themes', () => {
  it('are more than one, and one of them is the default', () => {
    expect(names.length).toBeGreaterThan(1);
    const defaults = names.filter((name) => shippedTheme(name).default);
    expect(defaults).toHaveLength(1);
    expect(shippedTheme(null)).toBe(shippedTheme(defaults[0]!));
    expect(shippedTheme('no such theme')).toBe(shippedTheme(null));
    expect(new Set(names.map((name) => shippedTheme(name).cut.outward)).size).toBe(2);
  });

  it('colour a road by its steepness', () => {
    const steps = [-8, 0, 2.9, 3, 8.9, 9, 30].map((pct) => gradientStep(shippedTheme(null), pct));
    expect(steps).toEqual([0, 0, 0, 1, 3, 4, 5]);
  });
});

type Area = Theme['zone']['stack'];
const overlap = (a: Area, b: Area) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
