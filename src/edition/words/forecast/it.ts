import type { ForecastWords } from './forecast-words.ts';

export const it: ForecastWords = {
  forecast: 'Previsione',
  expectedTime: 'ora prevista',
  expectedGap: 'distacco previsto',
  chase: "L'inseguimento",
  catch: { 'will hold': 'Resisterà', open: 'Incerto', 'will be caught': 'Sarà ripresa' },
  because: {
    closing: (gap) => `${gap} recuperati al km`,
    opening: (gap) => `${gap} persi al km`,
    holding: 'il distacco è stabile',
    toGo: (distance) => `${distance} all'arrivo`,
    gap: (gap) => `distacco attuale ${gap}`,
    faster: (pct) => `${pct}% più veloce del solito su queste strade`,
    slower: (pct) => `${pct}% più lento del solito su queste strade`,
    usual: 'ritmo abituale su queste strade',
    climbing: (pct) => `${pct}% della strada fin lì è in salita`,
    inFront: (riders) => `${riders} ${riders === 1 ? 'corridore' : 'corridori'} in testa`,
    aheadOfBest: (gap) => `${gap} di vantaggio sul migliore`,
    behindBest: (gap) => `${gap} di ritardo dal migliore`,
    finishers: (count) => `${count} ${count === 1 ? 'arrivato' : 'arrivati'} per confronto`,
    toWin: (count) => `${count} ancora in palio`,
    behind: (gap) => `${gap} di ritardo`,
  },
};
