/** From and to, both included, in the unit of what it is of. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** What is expected, and between what the truth lies in half of all cases, and in four of five. */
export interface Estimate {
  readonly value: number;
  readonly half: Band;
  readonly most: Band;
}
