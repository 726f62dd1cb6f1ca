import { type StoryLanguage, within } from './language.ts';

const riders = (count: number): string => `${count} ${count === 1 ? 'coureur' : 'coureurs'}`;
const atToGo = (toGo: string | null): string => (toGo ? ` à ${toGo} de l'arrivée` : '');
/** What comes before a colon keeps it by its side. */
const COLON = '\u00a0:';

const off = (record: string | null, isRecord: boolean): string | null =>
  record && (isRecord ? `${record} de moins que le record` : `à ${record} du record`);

export const fr: StoryLanguage = {
  riders,
  and: (before, last) => `${before} et ${last}`,
  others: (count) => `${count} ${count === 1 ? 'autre' : 'autres'}`,
  tell: {
    attack: ({ who, many, gap, toGo }) => ({
      title: 'Attaque',
      text: `${who} ${many ? 'attaquent' : 'attaque'}${COLON} ${gap} d'avance${atToGo(toGo)}.`,
    }),
    split: ({ who, riders: all, gap }) => ({
      title: 'Le peloton se coupe',
      text: `${all} perdent le contact${who && `, dont ${who}`}${COLON} ${gap} de retard.`,
    }),
    caught: ({ who, km, together }) =>
      together === null
        ? {
            title: 'Retour dans le peloton',
            text: `${who} de retour dans le peloton${km ? ` après ${km} devant` : ''}.`,
          }
        : { title: 'Jonction', text: `Jonction avec ${who}${COLON} ${riders(together)} ensemble.` },
    returned: ({ who, many, together }) =>
      together === null
        ? { title: 'Retour dans le peloton', text: `${who} de retour dans le peloton.` }
        : {
            title: 'Jonction',
            text: `${who} ${many ? 'font' : 'fait'} la jonction${COLON} ${riders(together)} ensemble.`,
          },
    dropped: ({ who, many, gap, jersey }) => ({
      title: 'Contact perdu',
      text: jersey
        ? `${who}, ${within(jersey)}, à ${gap} du peloton.`
        : `${who} ${many ? 'perdent' : 'perd'} le contact${COLON} ${gap} de retard.`,
    }),
    'climb time': ({ who, mark, time, gap, record, isRecord }) => ({
      title: 'Meilleur temps',
      text: `${mark}${COLON} meilleur temps pour ${who}, ${time}, ${off(record, isRecord) ?? `${gap} devant les autres`}.`,
    }),
    'last hour': ({ km }) => ({ title: 'La dernière heure', text: `${km} parcourus dans la dernière heure.` }),
    'time in front': ({ who, hours, km }) => ({
      title: 'En tête',
      text: `${who} en tête depuis plus ${hours === 1 ? "d'une heure" : `de ${hours} heures`}${COLON} ${km}.`,
    }),
    'biggest mover': ({ who, rank, places }) => ({
      title: 'Plus forte progression',
      text: `${who}, ${rank} du général virtuel${COLON} ${places} places gagnées.`,
    }),
    'best placed in front': ({ who, rank, gap }) => ({
      title: 'Le général en tête',
      text: `${who}, ${rank} du général à ${gap}, est en tête de la course.`,
    }),
    'jersey at risk': ({ who, jersey, gap, points }) => ({
      title: `${jersey} menacé`,
      text: `En l'état, ${who} prendrait le ${within(jersey!)} ${points === null ? `pour ${gap}` : `avec ${points} points`}.`,
    }),
    'teammates in front': ({ team, count, together }) => ({
      title: 'En force devant',
      text: `${team}${COLON} ${count} des ${together} coureurs en tête.`,
    }),
    wind: ({ speed }) => ({
      title: 'Vent de côté',
      text: `Vent de côté, ${speed}${COLON} risque de bordures dans le peloton.`,
    }),
    'forecast changed': ({ who, many, gap, toGo, isToBeCaught }) => ({
      title: 'Prévision',
      text: isToBeCaught
        ? `Prévision${COLON} retour du peloton sur ${who}, ${gap} d'avance${atToGo(toGo)}.`
        : `Prévision${COLON} ${who} ${many ? 'devraient' : 'devrait'} tenir, ${gap} d'avance${atToGo(toGo)}.`,
    }),
  },
  facts: {
    riders: 'coureurs',
    together: 'ensemble',
    gap: 'écart',
    time: 'temps',
    bracket: 'à',
    record: 'record',
    km: 'distance',
    speed: 'vitesse',
    places: 'places',
    rank: 'rang',
    points: 'points',
    seen: 'vu depuis',
  },
};
