/** The functions that playout systems call on a page. */
export interface HostCalls {
  play(): void;
  stop(): void;
  next(): void;
  /** Values as an object, or as text in JSON or in the XML of CasparCG's own client. */
  update(data: unknown): void;
}

declare global {
  interface Window extends HostCalls {}
}

/** What was called before the page could do it, in order; filled by the first script of a page of its own. */
export type EarlyCalls = [keyof HostCalls, unknown?][];

/** Defines them on the page, and does what was called before. */
export function answerCalls(calls: HostCalls, early: EarlyCalls = []): void {
  Object.assign(window, calls);
  for (const [name, data] of early) calls[name](data);
}
