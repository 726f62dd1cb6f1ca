import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { DeskAndBrowser } from '../e2e.ts';
import { plainTapes } from '../tapes.ts';
import type { Hand } from './hand.ts';

export type Way = 'keyboard' | 'pointer' | 'touch';

export interface Task {
  readonly name: string;
  readonly budget: number;
  /** Brings about what the task begins with; it does not count. */
  readonly before?: () => Promise<unknown>;
  readonly by: Readonly<Partial<Record<Way, (hand: Hand) => Promise<unknown>>>>;
  /** What the desk says of it, in the end. */
  readonly done: (way: Way) => Promise<unknown>;
}

export const soon = { timeout: 120_000, interval: 50 };

export type TaskDesk = ReturnType<typeof taskDesk>;

/** The desk on which tasks are done: what it is asked beside the hand, and what it says. */
export function taskDesk(both: () => DeskAndBrowser, pages: Readonly<Record<Way, Page>>) {
  const ask = async (path: string) => {
    const answer = await (await fetch(`${both().url}api/${path}`)).json();
    expect(answer.error).toBeUndefined();
  };
  const told = async (field: string): Promise<unknown> => (await (await fetch(`${both().url}api/state`)).json())[field];
  const is = (field: string, value: unknown) =>
    expect.poll(() => told(field), { ...soon, message: field }).toEqual(value);
  const says = (field: string, part: string) =>
    expect.poll(() => told(field), { ...soon, message: field }).toEqual(expect.stringContaining(part));
  const logs = (text: string | RegExp) =>
    pages.keyboard.getByRole('region', { name: 'Log' }).getByText(text).first().waitFor();

  /** Whether the tape has the strap of this rider as cued. */
  const cuedOnTape = async (bib: string) => {
    const lines = plainTapes(both().options.tapes).split('\n');
    return lines.some((one) => one.includes('"do":"cue"') && one.includes(`"bib":"${bib}"`));
  };
  const towerOn = async () => {
    await ask('take-direct?overlay=position-tower');
    await is('onAir', 'position-tower');
  };
  const isClean = async () => {
    await is('latched', true);
    await is('onAir', '');
  };
  return { pages, ask, told, is, says, logs, cuedOnTape, towerOn, isClean };
}
