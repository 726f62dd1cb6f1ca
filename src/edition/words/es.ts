import type { Words } from './language-words.ts';

export const es: Words = {
  decimalMark: ',',
  sameTime: 'm.t.',
  group: {
    head: { one: 'Cabeza de carrera', many: 'Cabeza de carrera', short: 'Cabeza' },
    chasers: { one: 'Perseguidor', many: 'Perseguidores', short: 'Perseg.' },
    peloton: { one: 'Pelotón', many: 'Pelotón', short: 'Pelotón' },
    jersey: { one: 'Maillot amarillo', many: 'Grupo maillot amarillo', short: 'Amarillo' },
    dropped: { one: 'Descolgado', many: 'Descolgados', short: 'Descolg.' },
    gruppetto: { one: 'Grupeta', many: 'Grupeta', short: 'Grupeta' },
  },
  moreGroups: (count) => `+${count} ${count === 1 ? 'grupo' : 'grupos'}`,
  toGo: 'a meta',
  gap: 'Diferencia',
  interval: 'Intervalo',
  result: { unofficial: 'No oficial', provisional: 'Provisional', official: 'Oficial' },
  neutralStart: 'Salida neutralizada',
  finish: 'Meta',
  jerseyLetter: { general: 'G', points: 'P', mountain: 'M', young: 'J' },
  ordinal: (place) => `${place}.º`,
};
