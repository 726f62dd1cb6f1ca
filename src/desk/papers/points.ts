import type { Course } from '../../race/course/course.ts';
import type { PassingsEvent, RaceEvent } from '../../race/event.ts';
import type { InputReader } from '../feeds/feed.ts';
import { quoted } from '../feeds/json.ts';

/**
 * What people call the line at the end, and the one at the beginning, in the languages of those who time races; chronometers
 * have the start on their channel 0 and the finish on 1.
 */
const finishWords =
  /^(finish|finishline|end|line|goal|arriv|arrivee|ligne|ligne darrivee|ziel|zieleinlauf|traguardo|arrivo|meta|llegada|chegada|aankomst|finis|finisz|cil|maal|mal|start ?finish|start ?ziel|depart ?arrivee|c1)$/;
const startWords = /^(start|startline|depart|partenza|salida|largada|vertrek|c0)$/;

/**
 * A timing box calls the line where it stands by a name of its own ("3", "C1", "Zieleinlauf"): gives each crossing the mark
 * of the course that is meant. That is the mark of this id or name; the finish by any of its names, on a circuit by those
 * of the start as well; and the only point that a feed has. What is none is said once, and left to the engine, which
 * refuses it and counts it.
 */
export function withPoints(reader: () => InputReader): () => InputReader {
  return () => {
    const read = reader();
    /** By feed: the points that it has told of. */
    const points = new Map<string, string[]>();
    let course: Course | null = null;
    return (input) => {
      const { events, faults } = read(input);
      const said: string[] = [];
      const told = events.map((event): RaceEvent => {
        if (event.kind === 'sheet') course = event.sheet.course;
        if (event.kind !== 'passings' || !course) return event;
        const road = course;
        const known = points.get(input.feed) ?? [];
        points.set(input.feed, known);
        const marked = (passing: PassingsEvent['passings'][number]) => {
          const isNew = !known.includes(passing.mark);
          if (isNew && known.length < MOST_POINTS) known.push(passing.mark);
          const mark = markOf(road, passing.mark) ?? (known[0] === passing.mark ? finishId(road) : null);
          if (mark === null && isNew) said.push(unknown(passing.mark, road));
          return mark === null || mark === passing.mark ? passing : { ...passing, mark };
        };
        return { ...event, passings: event.passings.map(marked) };
      });
      return { events: told, faults: said.length > 0 ? [...faults, ...said] : faults };
    };
  };
}

/** No race has more lines than this; a feed that invents names is not remembered. */
const MOST_POINTS = 100;

const finishId = ({ marks }: Course): string | null => marks.find(({ kind }) => kind === 'finish')?.id ?? null;

function markOf(course: Course, point: string): string | null {
  const word = plain(point);
  if (finishWords.test(word) || (course.laps && startWords.test(word))) return finishId(course);
  const { marks } = course;
  const byName = marks.find(({ id, name }) => plain(id) === word || (name !== '' && plain(name) === word));
  if (byName) return byName.id;
  return (startWords.test(word) && marks.find(({ kind }) => kind === 'start')?.id) || null;
}

/** "Arrivée", "START/FINISH" and "start - finish" as people mean them. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function unknown(point: string, { marks }: Course): string {
  const names = marks.map(({ id, name }) => name || id);
  return `the course has no point ${quoted(point)}, and its crossings are left out; call it as one of ${names.slice(0, 12).join(', ')}`;
}
