import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Group } from '../../race/groups/group.ts';
import type { Producer } from '../page/producer.ts';
import { countable } from './groups.ts';
import { keepLines, keptLines, withLine } from './history.ts';
import type { Facts, LineDeed, Match } from './match.ts';
import { type LineReading, readLine } from './read-line.ts';
import { shorts } from './short.ts';

/** What stands in the line, and what the keys do in it. */
export interface Line {
  readonly text: ReadonlySignal<string>;
  /** What Enter means now, and its sentence. */
  readonly reading: ReadonlySignal<LineReading>;
  /** What the list shows: nothing, while older lines are looked through. */
  readonly list: ReadonlySignal<readonly Match[]>;
  /** Place in the list; null where none is chosen. */
  readonly chosen: ReadonlySignal<number | null>;
  /** Enter was pressed on what cannot be done. */
  readonly undone: ReadonlySignal<boolean>;
  /** It was opened: for one thing it is empty, else it has what stood there. */
  open(): void;
  type(text: string): void;
  /** Whether a letter or digit was the last stroke of what the line was opened for: that is done at once. */
  stroke(its: string): boolean;
  /** One down the list or one up, round its ends; where there is no list, through the older lines. */
  walk(by: 1 | -1): void;
  /** Makes the line say what is chosen, else the first of the list; false where there is nothing to complete. */
  complete(): boolean;
  /** Does what is chosen, or place `at` of the list, and closes; or says why not, and keeps the text. Empty it closes. */
  enter(at?: number): void;
  /** Nothing is done, and nothing kept. */
  close(): void;
}

const GONE = 'What was chosen is not there any more: choose again.';

export function lineOf(producer: Producer): Line {
  const text = signal('');
  const counted = signal<readonly Group[]>([]);
  /** What the arrows have chosen, by its text: the list may change meanwhile. Null while they have not. */
  const arrow = signal<string | null>(null);
  /** The older line that stands there, by its place; null while a new one is typed. */
  const older = signal<number | null>(null);
  const undone = signal(false);
  let lines = keptLines();

  const facts = computed((): Facts => {
    const { replica, manifests, show, live, params, outS } = producer;
    const { race } = replica.value;
    return { race, counted: counted.value, manifests, show: show.value, live: live.value, params, outS };
  });
  const read = computed(() => readLine(text.value, facts.value, producer.line.value ?? 'line'));
  const list = computed(() => (older.value === null ? read.value.matches : []));
  const meant = computed(() => {
    if (arrow.value === null || list.value.length === 0) return read.value.meant;
    return list.value.find((match) => match.text === arrow.value) ?? null;
  });
  const chosen = computed(() => {
    const place = meant.value ? list.value.indexOf(meant.value) : -1;
    return place < 0 ? null : place;
  });
  const reading = computed((): LineReading => {
    const isGone = arrow.value !== null && list.value.length > 0 && !meant.value;
    const sentence = isGone ? GONE : (meant.value?.sentence ?? read.value.sentence);
    return { ...read.value, meant: meant.value, sentence };
  });

  function write(its: string, place: number | null = null): void {
    counted.value = countable(producer.replica.peek().race);
    put(its, place);
  }
  /** The groups stay as they were counted. */
  function put(its: string, place: number | null = null): void {
    text.value = its;
    arrow.value = null;
    older.value = place;
    undone.value = false;
  }
  function close(): void {
    write('');
    producer.line.value = null;
  }
  function walkOlder(by: 1 | -1): void {
    const place = Math.max(0, (older.value ?? lines.length) + by);
    if (place < lines.length) write(lines[place]!, place);
    else write('');
  }
  async function carryOut(deed: Exclude<LineDeed, { do: 'write' }>, line: string): Promise<void> {
    const done = await (deed.do === 'ask' ? producer.ask(deed.ask) : producer.tell(deed.event));
    // Refused: it stands there when the line is opened again. What is being typed meanwhile is left alone.
    if (!done && !producer.line.peek()) write(line);
  }

  function enter(at?: number): void {
    if (at !== undefined) arrow.value = list.value[at]?.text ?? null;
    const { meant } = reading.value;
    const deed = meant?.deed;
    if (text.value.trim() === '' && !meant) close();
    else if (!deed) undone.value = true;
    else if (deed.do === 'write') write(deed.text);
    else {
      const line = text.value.trim() || meant.text;
      lines = withLine(lines, line);
      keepLines(lines);
      close();
      void carryOut(deed, line);
    }
  }

  return {
    text,
    reading,
    list,
    chosen,
    undone,
    open() {
      if (producer.line.peek() !== 'line') write('');
    },
    type: write,
    stroke(its) {
      const opening = producer.line.peek() ?? 'line';
      const whole = opening === 'line' ? null : shorts[opening].whole(text.value.trim(), its, facts.value);
      if (whole === null) return false;
      put(whole);
      if (opening !== 'name') enter();
      return true;
    },
    walk(by) {
      const { length } = list.value;
      if (length === 0) return walkOlder(by);
      const from = chosen.value ?? (by > 0 ? -1 : length);
      arrow.value = list.value[(from + by + length) % length]!.text;
      undone.value = false;
    },
    complete() {
      const match = list.value[chosen.value ?? 0];
      if (!match || match.text === text.value) return false;
      write(match.text);
      return true;
    },
    enter,
    close,
  };
}
