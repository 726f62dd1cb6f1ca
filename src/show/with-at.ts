/** A list with one more, at this place. */
export const withAt = <T>(list: readonly T[], place: number, one: T): T[] => [
  ...list.slice(0, place),
  one,
  ...list.slice(place),
];

/** A list without what is at this place. */
export const withoutAt = <T>(list: readonly T[], place: number): T[] => list.filter((_, i) => i !== place);
