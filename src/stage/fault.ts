/** What an overlay did wrong, for the desk; air never shows it. */
export interface Fault {
  readonly overlay: string;
  /** What is wrong. */
  readonly message: string;
  /** What the producer can do: one sentence. */
  readonly remedy: string;
  /** How often it happened. */
  readonly count: number;
}

/** What can go wrong with a graphic, each with its way out. */
export const remedies = {
  threw: (overlay: string) =>
    `Take ${overlay} out and in again, it then begins anew; if it fails again, leave it out and keep the tape, which is the report of the fault.`,
  unknown: () => 'Reload this page: the desk has a graphic that the page was loaded without.',
} as const;

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
