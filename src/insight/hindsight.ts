/** How wrong forecasts of today were, in units of the error that is usual for them; the oldest first. */
export interface Hindsight {
  /** Of the arrivals of a front about so many kilometres ahead. */
  arrivals(front: string, km: number): readonly number[];
  gaps(): readonly number[];
}
