import { jerseyLooks } from '../jersey-look.ts';
import type { Race } from '../race.ts';
import { isAgainstClock } from '../sheet.ts';
import { secondsSaid } from '../slate/read-slate.ts';
import { HIDDEN, MOST_LETTERS, type OverridePath, type OverrideUntil, type RiderField, subjectOf } from './override.ts';

export type ReadOverride =
  | { readonly ok: true; readonly value: string }
  /** One sentence. */
  | { readonly ok: false; readonly error: string };

/** What a hand writes, as it is kept: times as seconds, distances as kilometres. Of whom nobody rides, nothing is said. */
export function readOverride(race: Race, path: OverridePath, typed: string): ReadOverride {
  const text = seenOf(typed);
  const subject = subjectOf(path);
  const { sheet } = race;
  if (text.length > MOST_LETTERS) return no(`That is longer than ${MOST_LETTERS} letters.`);
  if (text === '' && typed.trim() !== '') return no('Nothing of that can be seen: write what is to be drawn.');
  switch (subject?.of) {
    case 'rider':
      if (!sheet.riders.has(subject.bib)) return no(`"${subject.bib}" is the number of no rider of this race.`);
      return readField(race, subject.bib, subject.field, text);
    case 'kit':
      return sheet.teams.some(({ code }) => code === subject.team) ? readKit(text) : no(teamWords(race, subject.team));
    case 'jersey':
      return text === '' || sheet.riders.has(text)
        ? yes(text)
        : no(`"${text}" is the number of no rider of this race.`);
    case 'look':
      return jerseyLooks.some((one) => one === text) ? yes(text) : no(`A jersey is ${jerseyLooks.join(', ')}.`);
    case 'group':
      return race.groups.some(({ id }) => id === subject.group)
        ? yes(text)
        : no(`There is no group "${subject.group}".`);
    case 'to-go':
      return readToGo(race, text);
    default:
      return no(`"${path}" is nothing that a hand can say.`);
  }
}

/** Without what is not seen and breaks a line, or turns it round; the joiners of letters stay. */
const seenOf = (typed: string): string =>
  typed
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim();

/** One sentence where that can not hold for so long; else null. */
export const wrongUntil = (path: OverridePath, until: OverrideUntil): string | null =>
  until === 'feed' && subjectOf(path)?.of === 'to-go'
    ? 'The distance to go changes all the time: say how many minutes it holds, or until the stage ends.'
    : null;

function readField(race: Race, bib: string, field: RiderField, text: string): ReadOverride {
  switch (field) {
    case 'hidden':
      return text === HIDDEN ? yes(text) : no(`A rider is hidden by "${HIDDEN}", and is not by nothing.`);
    case 'nation':
      return /^[A-Z]{3}$/.test(text) ? yes(text) : no(`"${text}" is no nation: write three capitals, as GER.`);
    case 'team':
      return race.sheet.teams.some(({ code }) => code === text) ? yes(text) : no(teamWords(race, text));
    case 'place':
      return readPlace(race, bib, text);
    case 'general':
    case 'young': {
      const seconds = secondsSaid(text);
      return seconds === null ? no(`"${text}" is no time behind the first: write +1'20 or 80.`) : yes(String(seconds));
    }
    case 'points':
    case 'mountain':
      return /^\d{1,4}$/.test(text) ? yes(text) : no(`"${text}" is no number of points.`);
    default:
      return yes(text);
  }
}

function readPlace({ sheet, places }: Race, bib: string, text: string): ReadOverride {
  if (isAgainstClock(sheet)) return no('Against the clock a place follows from the time: nobody is put there by hand.');
  const its = places.find((place) => place.bib === bib);
  if (its?.finish) return no(`Rider ${bib} has finished: his place is that of the result.`);
  if (its?.rank == null) return no(`Rider ${bib} is not seen on the road: tell the slate in which group he rides.`);
  const on = places.filter(({ rank }) => rank !== null).length;
  const isPlace = /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= on;
  return isPlace ? yes(text) : no(`"${text}" is no place on the road: they go from 1 to ${on}.`);
}

function readToGo({ sheet, phase, places }: Race, text: string): ReadOverride {
  if (isAgainstClock(sheet)) return no('Against the clock each rider has his own way to go.');
  if (phase === 'finished') return no('The race is over: there is nothing to go.');
  if (places[0]?.finish) return no('The head has crossed the line: it has nothing to go.');
  const km = Number(/^(\d+(?:[.,]\d+)?)(?:\s*km)?$/i.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN);
  const lengthKm = sheet.course.lengthM / 1000;
  if (Number.isNaN(km)) return no(`"${text}" is no distance to go: write 42.3.`);
  return km <= lengthKm ? yes(String(km)) : no(`The course has ${lengthKm.toFixed(1)} km.`);
}

function readKit(text: string): ReadOverride {
  const colors = text.toLowerCase().split(/\s+/);
  const isKit = colors.length <= 2 && colors.every((color) => /^#[0-9a-f]{6}$/.test(color));
  return isKit ? yes(colors.join(' ')) : no(`"${text}" is no kit: write its two colours, #1a2b3c #ffffff.`);
}

const teamWords = ({ sheet }: Race, code: string): string =>
  `There is no team "${code}"; there are ${sheet.teams.map((team) => team.code).join(', ')}.`;

const yes = (value: string): ReadOverride => ({ ok: true, value });
const no = (error: string): ReadOverride => ({ ok: false, error });
