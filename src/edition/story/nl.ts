import { type StoryLanguage, within } from './language.ts';

const riders = (count: number): string => `${count} ${count === 1 ? 'renner' : 'renners'}`;
const stillToGo = (toGo: string | null): string => (toGo ? ` met nog ${toGo} te gaan` : '');

const off = (record: string | null, isRecord: boolean): string | null =>
  record && (isRecord ? `${record} sneller dan het record` : `${record} boven het record`);

export const nl: StoryLanguage = {
  riders,
  and: (before, last) => `${before} en ${last}`,
  others: (count) => `${count} ${count === 1 ? 'ander' : 'anderen'}`,
  tell: {
    attack: ({ who, many, gap, toGo }) => ({
      title: 'Aanval',
      text: `${who} ${many ? 'vallen' : 'valt'} aan: ${gap} voorsprong${stillToGo(toGo)}.`,
    }),
    split: ({ who, riders: all, gap }) => ({
      title: 'Het peloton breekt',
      text: `${all} verliezen contact${who && `, onder wie ${who}`}: ${gap} achterstand.`,
    }),
    caught: ({ who, km, together }) =>
      together === null
        ? { title: 'Terug in het peloton', text: `${who} terug in het peloton${km ? ` na ${km} op kop` : ''}.` }
        : { title: 'Samen voorop', text: `Gezelschap voor ${who}: ${riders(together)} samen.` },
    returned: ({ who, many, together }) =>
      together === null
        ? { title: 'Terug in het peloton', text: `${who} terug in het peloton.` }
        : { title: 'Aansluiting', text: `${who} ${many ? 'sluiten' : 'sluit'} aan: ${riders(together)} samen.` },
    dropped: ({ who, many, gap, jersey }) => ({
      title: 'Contact verloren',
      text: jersey
        ? `${who}, ${within(jersey)}, op ${gap} van het peloton.`
        : `${who} ${many ? 'verliezen' : 'verliest'} contact: ${gap} achterstand.`,
    }),
    'climb time': ({ who, mark, time, gap, record, isRecord }) => ({
      title: 'Snelste tijd',
      text: `${mark}: snelste tijd voor ${who}, ${time}, ${off(record, isRecord) ?? `${gap} voor de rest`}.`,
    }),
    'last hour': ({ km }) => ({ title: 'Het laatste uur', text: `${km} gereden in het laatste uur.` }),
    'time in front': ({ who, hours, km }) => ({
      title: 'Op kop',
      text: `${who} al meer dan ${hours === 1 ? 'een' : hours} uur op kop: ${km}.`,
    }),
    'biggest mover': ({ who, rank, places }) => ({
      title: 'Meeste plaatsen winst',
      text: `${who}, ${rank} in het virtuele klassement: ${places} plaatsen winst.`,
    }),
    'best placed in front': ({ who, rank, gap }) => ({
      title: 'Het klassement op kop',
      text: `${who}, ${rank} in het klassement op ${gap}, rijdt op kop.`,
    }),
    'jersey at risk': ({ who, jersey, gap, points }) => ({
      title: `${jersey} in gevaar`,
      text: `Op dit moment pakt ${who} de ${within(jersey!)} ${points === null ? `met ${gap}` : `met ${points} punten`}.`,
    }),
    'teammates in front': ({ team, count, together }) => ({
      title: 'In overtal voorop',
      text: `${team}: ${count} van de ${together} renners op kop.`,
    }),
    wind: ({ speed }) => ({ title: 'Zijwind', text: `Zijwind, ${speed}: kans op waaiers in het peloton.` }),
    'forecast changed': ({ who, many, gap, toGo, isToBeCaught }) => ({
      title: 'Verwachting',
      text: isToBeCaught
        ? `Verwachting: ${who} ${many ? 'worden' : 'wordt'} ingelopen, ${gap} voorsprong${stillToGo(toGo)}.`
        : `Verwachting: ${who} ${many ? 'blijven' : 'blijft'} vooruit, ${gap} voorsprong${stillToGo(toGo)}.`,
    }),
  },
  facts: {
    riders: 'renners',
    together: 'samen',
    gap: 'verschil',
    time: 'tijd',
    bracket: 'binnen',
    record: 'record',
    km: 'afstand',
    speed: 'snelheid',
    places: 'plaatsen',
    rank: 'plaats',
    points: 'punten',
    seen: 'gezien sinds',
  },
};
