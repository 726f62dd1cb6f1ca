import type { ForecastWords } from './forecast-words.ts';

export const nl: ForecastWords = {
  forecast: 'Verwachting',
  expectedTime: 'verwachte tijd',
  expectedGap: 'verwacht verschil',
  chase: 'De achtervolging',
  catch: { 'will hold': 'Houdt stand', open: 'Open', 'will be caught': 'Wordt gegrepen' },
  because: {
    closing: (gap) => `wint ${gap} per km`,
    opening: (gap) => `verliest ${gap} per km`,
    holding: 'het verschil blijft gelijk',
    toGo: (distance) => `${distance} te gaan`,
    gap: (gap) => `verschil nu ${gap}`,
    faster: (pct) => `${pct}% sneller dan gewoonlijk op zulke wegen`,
    slower: (pct) => `${pct}% trager dan gewoonlijk op zulke wegen`,
    usual: 'gewone snelheid op zulke wegen',
    climbing: (pct) => `${pct}% van de weg erheen loopt bergop`,
    inFront: (riders) => `${riders} ${riders === 1 ? 'renner' : 'renners'} vooraan`,
    aheadOfBest: (gap) => `${gap} voor op de beste tot nu toe`,
    behindBest: (gap) => `${gap} achter op de beste tot nu toe`,
    finishers: (count) => `${count} ${count === 1 ? 'aangekomene' : 'aangekomenen'} om te vergelijken`,
    toWin: (count) => `${count} nog te winnen`,
    behind: (gap) => `${gap} achterstand`,
  },
};
