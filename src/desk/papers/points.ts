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
 * of the start as well; and the only point that a feed has, until it tells of one that is the finish by its name: then the other
 * is none, and what it has told of the finish is taken back. What is none is said once, and left to the engine, which
 * refuses it and counts it.
 */
export function withPoints(reader: () => InputReader): () => InputReader {
  return () => {
    const read = reader();
    const feeds = new Map<string, FeedPoints>();
    let course: Course | null = null;
    return (input) => {
      const { events, faults } = read(input);
      const said: string[] = [];
      const told = events.flatMap((event): RaceEvent[] => {
        if (event.kind === 'sheet') course = event.sheet.course;
        if (event.kind !== 'passings' || !course) return [event];
        const road = course;
        const own = feeds.get(input.feed) ?? { known: [], hasFinish: false, guessed: [] };
        feeds.set(input.feed, own);
        const before = withFinishNamed(own, event, road);
        if (before.length > 0) said.push(noFinish(own.known[0] ?? '', road));
        const marked = (passing: Passing) => {
          const isNew = !own.known.includes(passing.mark);
          if (isNew && own.known.length < MOST_POINTS) own.known.push(passing.mark);
          const named = markOf(road, passing.mark);
          const isGuess = named === null && !own.hasFinish && own.known[0] === passing.mark;
          const mark = named ?? (isGuess ? finishId(road) : null);
          if (mark === null && isNew) said.push(unknown(passing.mark, road));
          const one = mark === null || mark === passing.mark ? passing : { ...passing, mark };
          if (isGuess && own.guessed.length < MOST_GUESSED) own.guessed.push(one);
          return one;
        };
        return [...before, { ...event, passings: event.passings.map(marked) }];
      });
      return { events: told, faults: said.length > 0 ? [...faults, ...said] : faults };
    };
  };
}

type Passing = PassingsEvent['passings'][number];

interface FeedPoints {
  /** The points that it has told of, in that order. */
  readonly known: string[];
  /** One of them is the finish by its name. */
  hasFinish: boolean;
  /** What its only point has told of the finish. */
  guessed: Passing[];
}

/** A point that is the finish by its name is told of for the first time: what takes back what was taken to be it. */
function withFinishNamed(own: FeedPoints, { passings, origin }: PassingsEvent, course: Course): PassingsEvent[] {
  const isNamed = !own.hasFinish && passings.some(({ mark }) => markOf(course, mark) === finishId(course));
  if (!isNamed) return [];
  own.hasFinish = true;
  // Who has come by twice rides laps there: it is at the line, or so many were counted by it that they stand.
  const isOnce = new Set(own.guessed.map(({ bib }) => bib)).size === own.guessed.length;
  const wrong = isOnce ? own.guessed.map((one) => ({ ...one, atMs: null })) : [];
  own.guessed = [];
  return wrong.length > 0 ? [{ kind: 'passings', origin, passings: wrong }] : [];
}

/** No race has more lines than this; a feed that invents names is not remembered. */
const MOST_POINTS = 100;
/** Nor more crossings of one. */
const MOST_GUESSED = 20_000;

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

function unknown(point: string, course: Course): string {
  return `the course has no point ${quoted(point)}, and its crossings are left out; ${callIt(course)}`;
}

function noFinish(point: string, course: Course): string {
  return `${quoted(point)} was taken to be the finish while it was the only point, and is not: what it told is taken back; ${callIt(course)}`;
}

function callIt({ marks }: Course): string {
  const names = marks.map(({ id, name }) => name || id);
  return `call it as one of ${names.slice(0, 12).join(', ')}`;
}
