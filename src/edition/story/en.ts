import { type StoryLanguage, within } from './language.ts';

const riders = (count: number): string => `${count} ${count === 1 ? 'rider' : 'riders'}`;
const withToGo = (toGo: string | null): string => (toGo ? ` with ${toGo} to go` : '');

const off = (record: string | null, isRecord: boolean): string | null =>
  record && (isRecord ? `${record} faster than the record` : `${record} off the record`);

export const en: StoryLanguage = {
  riders,
  and: (before, last) => `${before} and ${last}`,
  others: (count) => `${count} ${count === 1 ? 'other' : 'others'}`,
  tell: {
    attack: ({ who, many, gap, toGo }) => ({
      title: 'Attack',
      text: `${who} ${many ? 'attack' : 'attacks'}: ${gap} clear${withToGo(toGo)}.`,
    }),
    split: ({ who, riders: all, gap }) => ({
      title: 'The peloton splits',
      text: `${all} lose contact${who && `, ${who} among them`}: ${gap} behind.`,
    }),
    caught: ({ who, km, together }) =>
      together === null
        ? { title: 'Back in the peloton', text: `${who} back in the peloton${km ? ` after ${km} in front` : ''}.` }
        : { title: 'Joined in front', text: `${who} joined from behind: ${riders(together)} together.` },
    returned: ({ who, many, together }) =>
      together === null
        ? { title: 'Back in the peloton', text: `${who} back in the peloton.` }
        : {
            title: 'Bridged',
            text: `${who} ${many ? 'reach' : 'reaches'} the group ahead: ${riders(together)} together.`,
          },
    dropped: ({ who, many, gap, jersey }) => ({
      title: 'Contact lost',
      text: jersey
        ? `${who}, ${within(jersey)}, ${gap} behind the peloton.`
        : `${who} ${many ? 'lose' : 'loses'} contact: ${gap} behind.`,
    }),
    'climb time': ({ who, mark, time, gap, record, isRecord }) => ({
      title: 'Fastest climb',
      text: `${mark}: fastest time by ${who}, ${time}, ${off(record, isRecord) ?? `${gap} ahead of the rest`}.`,
    }),
    'last hour': ({ km }) => ({ title: 'The last hour', text: `${km} covered in the last hour.` }),
    'time in front': ({ who, many, hours, km }) => ({
      title: 'In front',
      text: `${who} ${many ? 'have' : 'has'} been in front for more than ${hours === 1 ? 'an hour' : `${hours} hours`}: ${km}.`,
    }),
    'biggest mover': ({ who, rank, places }) => ({
      title: 'Biggest mover',
      text: `${who}, ${rank} overall as it stands: ${places} places gained.`,
    }),
    'best placed in front': ({ who, rank, gap }) => ({
      title: 'Best placed in front',
      text: `${who}, ${rank} overall at ${gap}, is in front of the race.`,
    }),
    'jersey at risk': ({ who, jersey, gap, points }) => ({
      title: `${jersey} at risk`,
      text: `As it stands ${who} would take the ${within(jersey!)} ${points === null ? `by ${gap}` : `with ${points} points`}.`,
    }),
    'teammates in front': ({ team, count, together }) => ({
      title: 'Teammates in front',
      text: `${team}: ${count} of the ${together} riders in front.`,
    }),
    wind: ({ speed }) => ({ title: 'Crosswind', text: `Crosswind, ${speed}: the peloton may split into echelons.` }),
    'forecast changed': ({ who, gap, toGo, isToBeCaught }) => ({
      title: 'Forecast',
      text: `Forecast: ${who} to ${isToBeCaught ? 'be caught' : 'stay away'}, ${gap} clear${withToGo(toGo)}.`,
    }),
  },
  facts: {
    riders: 'riders',
    together: 'together',
    gap: 'gap',
    time: 'time',
    bracket: 'within',
    record: 'record',
    km: 'distance',
    speed: 'speed',
    places: 'places',
    rank: 'rank',
    points: 'points',
    seen: 'seen for',
  },
};
