/** Zones of the picture. One graphic at a time holds a zone. */
export const layers = [
  'top-left',
  'top-right',
  'left',
  'right',
  'bottom-left',
  'bottom-right',
  'bottom',
  'full',
] as const;
export type Layer = (typeof layers)[number];

/**
 * Zones that have a part of the picture in common, whatever the theme: who is taken to one sends away who holds the
 * other. `left` shares the strip at the bottom with nobody: a tower that is as long as its zone reaches into it, one of
 * twelve rows does not, and both are on air together every day.
 */
const shared: readonly (readonly [Layer, Layer])[] = [
  ...layers.filter((layer) => layer !== 'full').map((layer) => ['full', layer] as const),
  ['right', 'top-right'],
  ['bottom', 'bottom-left'],
  ['bottom', 'bottom-right'],
];

/** Whether two zones can not be held at once. A zone excludes itself, too. */
export const excludes = (a: Layer, b: Layer): boolean =>
  a === b || shared.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
