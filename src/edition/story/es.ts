import { type StoryLanguage, within } from './language.ts';

const riders = (count: number): string => `${count} ${count === 1 ? 'corredor' : 'corredores'}`;
const atToGo = (toGo: string | null): string => (toGo ? ` a ${toGo} de meta` : '');

const off = (record: string | null, isRecord: boolean): string | null =>
  record && (isRecord ? `${record} menos que el récord` : `a ${record} del récord`);

export const es: StoryLanguage = {
  riders,
  // Before the sound of an i the conjunction is "e".
  and: (before, last) => `${before} ${/^h?[ií](?![eaou])/i.test(last) ? 'e' : 'y'} ${last}`,
  others: (count) => `${count} más`,
  tell: {
    attack: ({ who, many, gap, toGo }) => ({
      title: 'Ataque',
      text: `${who} ${many ? 'atacan' : 'ataca'}: ${gap} de ventaja${atToGo(toGo)}.`,
    }),
    split: ({ who, riders: all, gap }) => ({
      title: 'El pelotón se corta',
      text: `${all} pierden contacto${who && `, con ${who}`}: a ${gap}.`,
    }),
    caught: ({ who, km, together }) =>
      together === null
        ? { title: 'De vuelta al pelotón', text: `${who} de vuelta en el pelotón${km ? ` tras ${km} en cabeza` : ''}.` }
        : { title: 'Se juntan', text: `Se juntan con ${who}: ${riders(together)} en el grupo.` },
    returned: ({ who, many, together }) =>
      together === null
        ? { title: 'De vuelta al pelotón', text: `${who} de vuelta en el pelotón.` }
        : {
            title: 'Enlace',
            text: `${who} ${many ? 'enlazan' : 'enlaza'} con el grupo de delante: ${riders(together)}.`,
          },
    dropped: ({ who, many, gap, jersey }) => ({
      title: 'Contacto perdido',
      text: jersey
        ? `${who}, ${within(jersey)}, a ${gap} del pelotón.`
        : `${who} ${many ? 'pierden' : 'pierde'} contacto: a ${gap}.`,
    }),
    'climb time': ({ who, mark, time, gap, record, isRecord }) => ({
      title: 'Mejor tiempo',
      text: `${mark}: mejor tiempo de ${who}, ${time}, ${off(record, isRecord) ?? `${gap} menos que el resto`}.`,
    }),
    'last hour': ({ km }) => ({ title: 'La última hora', text: `${km} recorridos en la última hora.` }),
    'time in front': ({ who, hours, km }) => ({
      title: 'En cabeza',
      text: `${who} en cabeza desde hace más de ${hours === 1 ? 'una hora' : `${hours} horas`}: ${km}.`,
    }),
    'biggest mover': ({ who, rank, places }) => ({
      title: 'Mayor remontada',
      text: `${who}, ${rank} en la general virtual: ${places} puestos ganados.`,
    }),
    'best placed in front': ({ who, rank, gap }) => ({
      title: 'La general en cabeza',
      text: `${who}, ${rank} de la general a ${gap}, va en cabeza de carrera.`,
    }),
    'jersey at risk': ({ who, jersey, gap, points }) => ({
      title: 'Maillot en peligro',
      text: `Ahora mismo ${who} sería ${within(jersey!)} ${points === null ? `por ${gap}` : `con ${points} puntos`}.`,
    }),
    'teammates in front': ({ team, count, together }) => ({
      title: 'En superioridad',
      text: `${team}: ${count} de los ${together} corredores en cabeza.`,
    }),
    wind: ({ speed }) => ({
      title: 'Viento lateral',
      text: `Viento lateral, ${speed}: riesgo de abanicos en el pelotón.`,
    }),
    'forecast changed': ({ who, many, gap, toGo, isToBeCaught }) => ({
      title: 'Previsión',
      text: isToBeCaught
        ? `Previsión: el pelotón alcanza a ${who}, ${gap} de ventaja${atToGo(toGo)}.`
        : `Previsión: ${who} ${many ? 'resisten' : 'resiste'}, ${gap} de ventaja${atToGo(toGo)}.`,
    }),
  },
  facts: {
    riders: 'corredores',
    together: 'juntos',
    gap: 'diferencia',
    time: 'tiempo',
    bracket: 'margen',
    record: 'récord',
    km: 'distancia',
    speed: 'velocidad',
    places: 'puestos',
    rank: 'puesto',
    points: 'puntos',
    seen: 'visto durante',
  },
};
