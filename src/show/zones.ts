/**
 * Zones of the picture. One graphic at a time holds a zone. They speak in this order: what one says, those behind it do
 * not say again.
 */
export const layers = ['stack', 'strip', 'strap', 'card', 'clock', 'flash', 'tag', 'sheet'] as const;
export type Layer = (typeof layers)[number];

/**
 * Zones that have a part of the picture in common, whatever the theme: who is taken to one sends away who holds the
 * other. A sheet stands alone. The stack shares nothing: its pages end above what stands below it.
 */
const shared: readonly (readonly [Layer, Layer])[] = [
  ...layers.filter((layer) => layer !== 'sheet').map((layer) => ['sheet', layer] as const),
  ['strip', 'strap'],
  ['strip', 'card'],
  ['strip', 'clock'],
  ['card', 'clock'],
];

/** Whether two zones can not be held at once. A zone excludes itself, too. */
export const excludes = (a: Layer, b: Layer): boolean =>
  a === b || shared.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
