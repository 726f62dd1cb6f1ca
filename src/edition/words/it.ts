import type { Words } from './language-words.ts';

export const it: Words = {
  decimalMark: ',',
  sameTime: 's.t.',
  group: {
    head: { one: 'Testa della corsa', many: 'Testa della corsa', short: 'Testa' },
    chasers: { one: 'Inseguitore', many: 'Inseguitori', short: 'Inseg.' },
    peloton: { one: 'Gruppo', many: 'Gruppo', short: 'Gruppo' },
    jersey: { one: 'Maglia gialla', many: 'Gruppo maglia gialla', short: 'Maglia gialla' },
    dropped: { one: 'Staccato', many: 'Staccati', short: 'Staccati' },
    gruppetto: { one: 'Gruppetto', many: 'Gruppetto', short: 'Gruppetto' },
  },
  moreGroups: (count) => `+${count} ${count === 1 ? 'gruppo' : 'gruppi'}`,
  toGo: "all'arrivo",
  gap: 'Distacco',
  interval: 'Intervallo',
  result: { unofficial: 'Ufficioso', provisional: 'Provvisorio', official: 'Ufficiale' },
  neutralStart: 'Trasferimento',
  finish: 'Arrivo',
  jerseyLetter: { general: 'G', points: 'P', mountain: 'M', young: 'B' },
  ordinal: (place) => `${place}º`,
};
