import type { Words } from './language-words.ts';

export const nl: Words = {
  decimalMark: ',',
  sameTime: 'z.t.',
  group: {
    head: { one: 'Koploper', many: 'Kop van de wedstrijd', short: 'Kop' },
    chasers: { one: 'Achtervolger', many: 'Achtervolgers', short: 'Achterv.' },
    peloton: { one: 'Peloton', many: 'Peloton', short: 'Peloton' },
    jersey: { one: 'Gele trui', many: 'Groep gele trui', short: 'Gele trui' },
    dropped: { one: 'Geloste renner', many: 'Gelosten', short: 'Gelosten' },
    gruppetto: { one: 'Bus', many: 'Bus', short: 'Bus' },
  },
  moreGroups: (count) => `+${count} ${count === 1 ? 'groep' : 'groepen'}`,
  toGo: 'te gaan',
  gap: 'Verschil',
  interval: 'Interval',
  result: { unofficial: 'Onofficieel', provisional: 'Voorlopig', official: 'Officieel' },
  neutralStart: 'Neutralisatie',
  finish: 'Aankomst',
  jerseyLetter: { general: 'A', points: 'P', mountain: 'B', young: 'J' },
  ordinal: (place) => `${place}e`,
};
