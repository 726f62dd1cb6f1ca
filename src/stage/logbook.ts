import { type Fault, messageOf } from './fault.ts';

/** So much is kept: a page is on air for hours, and what happens often is one fault, counted. */
const MOST = 50;

/** What a stage has done and what went wrong on it, as far back as anybody asks. */
export class Logbook {
  /** Newest last, each with its reason. */
  readonly log: { readonly timeMs: number; readonly text: string }[] = [];
  /** The latest last. */
  readonly faults = new Map<string, Fault>();

  say(timeMs: number, text: string): void {
    this.log.push({ timeMs, text });
    if (this.log.length > MOST) this.log.shift();
  }

  fault(timeMs: number, overlay: string, error: unknown, remedy: string): Fault {
    const message = messageOf(error);
    const key = `${overlay} ${message}`;
    const fault = { overlay, message, remedy, count: (this.faults.get(key)?.count ?? 0) + 1 };
    this.faults.delete(key);
    this.faults.set(key, fault);
    for (const oldest of this.faults.keys()) if (this.faults.size > MOST) this.faults.delete(oldest);
    this.say(timeMs, `${overlay} failed: ${message}`);
    return fault;
  }
}
