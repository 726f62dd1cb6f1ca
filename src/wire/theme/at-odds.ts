import { SAFE, type Theme, zoneOf } from '../../edition/theme.ts';
import { excludes, layers } from '../../show/zones.ts';

/** In modules: its header and ten rows in as many blocks, to which the stack folds while something stands below it. */
const FOLDED = 13;

/** What no token says alone: where two of them are at odds, one sentence each. */
export function atOdds(theme: Theme): string[] {
  return [...fontAtOdds(theme), ...gradientAtOdds(theme), ...zonesOut(theme), ...zonesAtOdds(theme)];
}

function fontAtOdds({ font: { squeeze, condense } }: Theme): string[] {
  return condense <= squeeze
    ? []
    : [`font.condense is ${condense}, no more than font.squeeze is wanted, which is ${squeeze}.`];
}

const gradientAtOdds = ({ gradient }: Theme): string[] =>
  gradient.flatMap(({ fromPct }, i) => {
    const before = gradient[i - 1]?.fromPct ?? Number.NEGATIVE_INFINITY;
    return fromPct > before
      ? []
      : [`gradient.${i}.fromPct is ${fromPct}, more than the ${before} before it is wanted.`];
  });

/** A layer lies in the safe area, on even pixels. */
function zonesOut(theme: Theme): string[] {
  return layers.flatMap((layer) => {
    const { x, y, width, height } = zoneOf(theme, layer);
    const isInside = x + width <= SAFE.x + SAFE.width && y + height <= SAFE.y + SAFE.height;
    if (width === 0 || height === 0) return [`zone.${layer} is empty, a width and a height are wanted.`];
    if (!isInside) return [`zone.${layer} leaves the safe area, which is ${modulesOf(theme)} modules.`];
    return [x, y, width, height].every((pixels) => pixels % 2 === 0)
      ? []
      : [`zone.${layer} begins or ends between even pixels, whole modules are wanted.`];
  });
}

const modulesOf = ({ size: { module } }: Theme): string =>
  `${Math.floor(SAFE.width / module)} by ${Math.floor(SAFE.height / module)}`;

/** Layers that may be on air at once lie beside each other. */
function zonesAtOdds({ zone }: Theme): string[] {
  const boxes = layers.map((layer) => {
    const box = zone[layer];
    return { layer, ...box, height: layer === 'stack' ? Math.min(box.height, FOLDED) : box.height };
  });
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => !excludes(a.layer, b.layer))
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `zone.${b.layer} lies on zone.${a.layer}, and both may be on air at once: move one of them.`),
  );
}
