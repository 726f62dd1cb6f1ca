import type { Words } from './language-words.ts';

export const fr: Words = {
  decimalMark: ',',
  sameTime: 'm.t.',
  group: {
    head: { one: 'Tête de la course', many: 'Tête de la course', short: 'Tête' },
    chasers: { one: 'Poursuivant', many: 'Poursuivants', short: 'Pours.' },
    peloton: { one: 'Peloton', many: 'Peloton', short: 'Peloton' },
    jersey: { one: 'Maillot jaune', many: 'Groupe maillot jaune', short: 'Maillot jaune' },
    dropped: { one: 'Attardé', many: 'Attardés', short: 'Attardés' },
    gruppetto: { one: 'Gruppetto', many: 'Gruppetto', short: 'Gruppetto' },
  },
  moreGroups: (count) => `+${count} ${count === 1 ? 'groupe' : 'groupes'}`,
  toGo: 'à parcourir',
  gap: 'Écart',
  interval: 'Intervalle',
  result: { unofficial: 'Non officiel', provisional: 'Provisoire', official: 'Officiel' },
  neutralStart: 'Départ fictif',
  finish: 'Arrivée',
  jerseyLetter: { general: 'G', points: 'P', mountain: 'M', young: 'J' },
  ordinal: (place) => `${place}${place === 1 ? 'er' : 'e'}`,
};
