import type { ForecastWords } from './forecast-words.ts';

export const es: ForecastWords = {
  forecast: 'Previsión',
  expectedTime: 'hora prevista',
  expectedGap: 'diferencia prevista',
  chase: 'La persecución',
  catch: { 'will hold': 'Llegará', open: 'Abierto', 'will be caught': 'Será alcanzada' },
  because: {
    closing: (gap) => `recorta ${gap} por km`,
    opening: (gap) => `pierde ${gap} por km`,
    holding: 'la diferencia se mantiene',
    toGo: (distance) => `${distance} a meta`,
    gap: (gap) => `diferencia actual ${gap}`,
    faster: (pct) => `${pct} % más rápido de lo habitual en estas carreteras`,
    slower: (pct) => `${pct} % más lento de lo habitual en estas carreteras`,
    usual: 'ritmo habitual en estas carreteras',
    climbing: (pct) => `${pct} % del camino es subida`,
    inFront: (riders) => `${riders} ${riders === 1 ? 'corredor' : 'corredores'} en cabeza`,
    aheadOfBest: (gap) => `${gap} de ventaja sobre el mejor`,
    behindBest: (gap) => `a ${gap} del mejor`,
    finishers: (count) => `${count} ${count === 1 ? 'llegado' : 'llegados'} para comparar`,
    toWin: (count) => `${count} aún en juego`,
    behind: (gap) => `a ${gap}`,
  },
};
