/** One row of the health panel: said in words, and coloured besides. `idle` is neither well nor ill. */
export interface HealthLine {
  readonly level: 'good' | 'idle' | 'warning' | 'bad';
  readonly label: string;
  readonly words: string;
  /** The newest example, where there is one. */
  readonly example?: string;
}
