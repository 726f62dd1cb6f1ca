import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Replica } from '../../host/link.ts';
import type { AskOfOutput } from '../../show/command.ts';
import { DELAY, nearestDelay } from '../../show/delay.ts';
import type { Intent } from '../page/keys.ts';
import { type DelayRow, delayRows, secondsText } from './delay-rows.ts';

/** The delays of the outputs, and what the operator of this page does with them. Which one is selected is this page's own. */
export interface DelayHand {
  readonly open: ReadonlySignal<boolean>;
  readonly rows: ReadonlySignal<readonly DelayRow[]>;
  readonly selected: ReadonlySignal<DelayRow | null>;
  /** The event was seen in the program monitor, and is awaited in the picture of this output. */
  readonly awaited: ReadonlySignal<string | null>;
  /** What the last taps came to, or why they came to nothing: one sentence. */
  readonly tapped: ReadonlySignal<string | null>;
  /** Delays that were asked for on this page, the newest first. */
  readonly recent: ReadonlySignal<readonly number[]>;
  toggle(): void;
  select(output: string): void;
  set(output: string, delayS: number): void;
  nudge(output: string, by: 1 | -1): void;
  /** At the event in the program monitor, and again when the picture of the selected output has it. */
  tap(): void;
  giveUp(): void;
}

const RECENT = 4;

/** `send` asks the desk, and says whether it was done; `now` runs evenly, in milliseconds. */
export function delayHand(
  replica: ReadonlySignal<Replica>,
  send: (ask: AskOfOutput) => Promise<boolean>,
  now: () => number,
): DelayHand {
  const open = signal(false);
  const pages = computed(() => replica.value.pages);
  const delays = computed(() => replica.value.show.delays);
  const told = computed(() => delayRows(pages.value, delays.value));
  /** What was asked for and is not answered yet: a second stroke goes on from there. */
  const asked = signal<readonly AskOfOutput[]>([]);
  const rows = computed(() =>
    told.value.map((row) => {
      const newest = asked.value.findLast(({ output }) => output === row.output);
      return newest ? { ...row, targetS: newest.delayS, isSettled: false } : row;
    }),
  );
  const picked = signal<string | null>(null);
  const selected = computed(() => rows.value.find(({ output }) => output === picked.value) ?? rows.value[0] ?? null);
  const first = signal<{ readonly output: string; readonly atMs: number } | null>(null);
  const tapped = signal<string | null>(null);
  const recent = signal<readonly number[]>([]);

  async function set(output: string, delayS: number): Promise<void> {
    const ask: AskOfOutput = { do: 'delay', output, delayS };
    asked.value = [...asked.value, ask];
    if (await send(ask)) recent.value = [delayS, ...recent.value.filter((one) => one !== delayS)].slice(0, RECENT);
    asked.value = asked.value.filter((one) => one !== ask);
  }
  const giveUp = () => {
    first.value = null;
    tapped.value = null;
  };
  const measured = (output: string, apartS: number) => {
    if (apartS > DELAY.most) return `Nothing came of it: the taps are more than ${DELAY.most} s apart.`;
    const delayS = nearestDelay(apartS);
    void set(output, delayS);
    return `${secondsText(apartS)} between the taps: ${output} is to be ${secondsText(delayS)} late.`;
  };
  return {
    open,
    rows,
    selected,
    awaited: computed(() => first.value?.output ?? null),
    tapped,
    recent,
    toggle() {
      open.value = !open.value;
      giveUp();
    },
    select(output) {
      picked.value = output;
      giveUp();
    },
    set: (output, delayS) => void set(output, delayS),
    nudge(output, by) {
      const row = rows.value.find((one) => one.output === output);
      const delayS = row && nearestDelay(row.targetS + by * DELAY.step);
      if (row && delayS !== row.targetS) void set(output, delayS!);
    },
    tap() {
      const seen = first.value;
      const output = seen?.output ?? selected.value?.output;
      if (output === undefined) return;
      first.value = seen ? null : { output, atMs: now() };
      tapped.value = seen ? measured(output, (now() - seen.atMs) / 1000) : null;
    },
    giveUp,
  };
}

/** Whether it was for the delays; a nudge and a tap are only while they are in sight. */
export function onDelays(intent: Intent, hand: DelayHand): boolean {
  if (intent.do === 'delay') hand.toggle();
  else if (intent.do === 'tap') hand.open.value && hand.tap();
  else if (intent.do === 'nudge') {
    const output = hand.selected.value?.output;
    if (hand.open.value && output !== undefined) hand.nudge(output, intent.by);
  } else return false;
  return true;
}
