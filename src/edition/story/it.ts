import { type StoryLanguage, within } from './language.ts';

const riders = (count: number): string => `${count} ${count === 1 ? 'corridore' : 'corridori'}`;
const atToGo = (toGo: string | null): string => (toGo ? ` a ${toGo} dall'arrivo` : '');

const off = (record: string | null, isRecord: boolean): string | null =>
  record && (isRecord ? `${record} meno del record` : `a ${record} dal record`);

export const it: StoryLanguage = {
  riders,
  // Before an e of the same sound the conjunction is "ed".
  and: (before, last) => `${before} ${/^[eè]/i.test(last) ? 'ed' : 'e'} ${last}`,
  others: (count) => (count === 1 ? 'un altro' : `altri ${count}`),
  tell: {
    attack: ({ who, many, gap, toGo }) => ({
      title: 'Attacco',
      text: `${who} ${many ? 'attaccano' : 'attacca'}: ${gap} di vantaggio${atToGo(toGo)}.`,
    }),
    split: ({ who, riders: all, gap }) => ({
      title: 'Il gruppo si spezza',
      text: `${all} perdono contatto${who && `, tra cui ${who}`}: ${gap} di ritardo.`,
    }),
    caught: ({ who, km, together }) =>
      together === null
        ? { title: 'Di nuovo in gruppo', text: `${who} di nuovo in gruppo${km ? ` dopo ${km} in testa` : ''}.` }
        : { title: 'Ricongiungimento', text: `Ricongiungimento con ${who}: ${riders(together)} insieme.` },
    returned: ({ who, many, together }) =>
      together === null
        ? { title: 'Di nuovo in gruppo', text: `${who} di nuovo in gruppo.` }
        : {
            title: 'Ricongiungimento',
            text: `${who} ${many ? 'rientrano' : 'rientra'} su chi è davanti: ${riders(together)} insieme.`,
          },
    dropped: ({ who, many, gap, jersey }) => ({
      title: 'Contatto perso',
      text: jersey
        ? `${who}, ${within(jersey)}, a ${gap} dal gruppo.`
        : `${who} ${many ? 'perdono' : 'perde'} contatto: ${gap} di ritardo.`,
    }),
    'climb time': ({ who, mark, time, gap, record, isRecord }) => ({
      title: 'Miglior tempo',
      text: `${mark}: miglior tempo per ${who}, ${time}, ${off(record, isRecord) ?? `${gap} davanti agli altri`}.`,
    }),
    'last hour': ({ km }) => ({ title: "L'ultima ora", text: `${km} percorsi nell'ultima ora.` }),
    'time in front': ({ who, hours, km }) => ({
      title: 'In testa',
      text: `${who} in testa da più di ${hours === 1 ? "un'ora" : `${hours} ore`}: ${km}.`,
    }),
    'biggest mover': ({ who, rank, places }) => ({
      title: 'La maggiore rimonta',
      text: `${who}, ${rank} nella generale virtuale: ${places} posizioni guadagnate.`,
    }),
    'best placed in front': ({ who, rank, gap }) => ({
      title: 'La generale in testa',
      text: `${who}, ${rank} nella generale a ${gap}, è in testa alla corsa.`,
    }),
    'jersey at risk': ({ who, jersey, gap, points }) => ({
      title: `${jersey} in pericolo`,
      text: `Al momento ${who} vestirebbe la ${within(jersey!)} ${points === null ? `per ${gap}` : `con ${points} punti`}.`,
    }),
    'teammates in front': ({ team, count, together }) => ({
      title: 'In forze davanti',
      text: `${team}: ${count} dei ${together} corridori in testa.`,
    }),
    wind: ({ speed }) => ({
      title: 'Vento laterale',
      text: `Vento laterale, ${speed}: rischio di ventagli nel gruppo.`,
    }),
    'forecast changed': ({ who, many, gap, toGo, isToBeCaught }) => ({
      title: 'Previsione',
      text: isToBeCaught
        ? `Previsione: il gruppo torna su ${who}, ${gap} di vantaggio${atToGo(toGo)}.`
        : `Previsione: ${who} ${many ? 'resistono' : 'resiste'}, ${gap} di vantaggio${atToGo(toGo)}.`,
    }),
  },
  facts: {
    riders: 'corridori',
    together: 'insieme',
    gap: 'distacco',
    time: 'tempo',
    bracket: 'entro',
    record: 'record',
    km: 'distanza',
    speed: 'velocità',
    places: 'posizioni',
    rank: 'posto',
    points: 'punti',
    seen: 'visto da',
  },
};
