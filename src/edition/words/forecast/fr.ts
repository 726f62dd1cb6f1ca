import type { ForecastWords } from './forecast-words.ts';

export const fr: ForecastWords = {
  forecast: 'Prévision',
  expectedTime: 'heure prévue',
  expectedGap: 'écart prévu',
  chase: 'La poursuite',
  catch: { 'will hold': 'Ira au bout', open: 'Indécis', 'will be caught': 'Sera reprise' },
  because: {
    closing: (gap) => `${gap} repris par km`,
    opening: (gap) => `${gap} perdus par km`,
    holding: "l'écart est stable",
    toGo: (distance) => `${distance} à parcourir`,
    gap: (gap) => `écart actuel ${gap}`,
    faster: (pct) => `${pct} % plus vite que d'habitude sur ces routes`,
    slower: (pct) => `${pct} % moins vite que d'habitude sur ces routes`,
    usual: 'allure habituelle sur ces routes',
    climbing: (pct) => `${pct} % du chemin en montée`,
    inFront: (riders) => `${riders} ${riders === 1 ? 'coureur' : 'coureurs'} en tête`,
    aheadOfBest: (gap) => `${gap} d'avance sur le meilleur temps`,
    behindBest: (gap) => `${gap} de retard sur le meilleur temps`,
    finishers: (count) => `${count} ${count === 1 ? 'arrivé' : 'arrivés'} pour comparer`,
    toWin: (count) => `${count} encore à gagner`,
    behind: (gap) => `${gap} de retard`,
  },
};
