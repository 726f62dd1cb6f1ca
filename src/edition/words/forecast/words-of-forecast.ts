import type { Language } from '../../edition.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { ForecastWords } from './forecast-words.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';

const all: Readonly<Record<Language, ForecastWords>> = { en, es, fr, it, nl };

/** Apart from the words that every graphic has: most of them say nothing of what is expected. */
export const forecastWordsOf = (language: Language): ForecastWords => all[language];
