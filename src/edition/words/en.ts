import type { Words } from './language-words.ts';

export const en: Words = {
  decimalMark: '.',
  sameTime: 's.t.',
  group: {
    head: { one: 'Leading', many: 'Head of the race', short: 'Head' },
    chasers: { one: 'Chaser', many: 'Chasers', short: 'Chase' },
    peloton: { one: 'Peloton', many: 'Peloton', short: 'Peloton' },
    dropped: { one: 'Dropped', many: 'Dropped', short: 'Dropped' },
    gruppetto: { one: 'Gruppetto', many: 'Gruppetto', short: 'Gruppetto' },
  },
  jerseyGroup: (jersey) => `${jersey} group`,
  moreGroups: (count) => `+${count} ${count === 1 ? 'group' : 'groups'}`,
  moreRiders: (count) => `+ ${count} ${count === 1 ? 'rider' : 'riders'}`,
  lap: (lap, laps) => `Lap ${lap}${laps === null ? '' : `/${laps}`}`,
  lapsBehind: (laps) => `+${laps} ${laps === 1 ? 'lap' : 'laps'}`,
  toFoot: 'to the foot',
  toSummit: 'to summit',
  gradient: 'gradient',
  averageGradient: 'average',
  age: (age) => `${age} years`,
  last3Km: 'Last 3 km',
  lastKm: 'Last km',
  inFrontFor: (time) => `in front for ${time}`,
  generalClassification: 'General classification',
  toGo: 'to go',
  ridden: 'ridden',
  leading: 'Leading',
  gap: 'Gap',
  interval: 'Interval',
  result: { unofficial: 'Unofficial', provisional: 'Provisional', official: 'Official' },
  timeTrial: 'Time trial',
  virtual: 'Virtual',
  neutralStart: 'Neutral start',
  finish: 'Finish',
  replay: 'Replay',
  jerseyName: {
    yellow: 'Yellow jersey',
    pink: 'Pink jersey',
    red: 'Red jersey',
    green: 'Green jersey',
    cyclamen: 'Cyclamen jersey',
    blue: 'Blue jersey',
    white: 'White jersey',
    'red-dots': 'Polka-dot jersey',
    'blue-dots': 'Blue polka-dot jersey',
  },
  jerseyLetter: { general: 'G', points: 'P', mountain: 'M', young: 'Y' },
  ordinal,
};

function ordinal(place: number): string {
  const tens = place % 100;
  if (tens >= 11 && tens <= 13) return `${place}th`;
  return `${place}${['th', 'st', 'nd', 'rd'][place % 10] ?? 'th'}`;
}
