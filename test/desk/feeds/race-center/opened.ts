import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import type { PositionsEvent, RaceEvent } from '../../../../src/race/event.ts';
import type { Sheet } from '../../../../src/race/sheet.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';

const papers = { ...paper, riders: [riderPaper(1), riderPaper(2)] as unknown[] };

/** All papers read; what came of the last one, which makes the sheet. */
export function opened(over: Partial<Record<(typeof paperTopics)[number], unknown>> = {}) {
  const parse = raceCenterParse();
  const read = paperTopics.map((topic) => parse({ topic, text: JSON.stringify({ ...papers, ...over }[topic]) }));
  const { events, faults } = read.at(-1)!;
  const sheet = events.find((event) => event.kind === 'sheet')?.sheet;
  return { parse, sheet, faults };
}

export const sheetOf = (over: Parameters<typeof opened>[0] = {}): Sheet => opened(over).sheet!;
export const samplesOf = (events: readonly RaceEvent[]) =>
  (events.find((event) => event.kind === 'positions') as PositionsEvent | undefined)?.samples ?? [];

export function streamed(text: string) {
  const { events, faults } = opened().parse({ topic: 'stream', text });
  return { samples: samplesOf(events), events, faults };
}

/** A frame of two riders with something changed. */
export function spoilt(
  change: (data: { Riders: Record<string, unknown>[] } & Record<string, unknown>) => void,
): string {
  const message = JSON.parse(frame(START_MS, 2));
  change(message.data);
  return JSON.stringify(message);
}
