/** For whom a page draws: read from its URL, never from the race. */
export interface Edition {
  readonly language: Language;
  readonly units: 'metric' | 'imperial';
  /** Name of a theme; null is the default one. */
  readonly theme: string | null;
  /** `classic` is 1'23", `colon` is 1:23. */
  readonly gapStyle: 'classic' | 'colon';
}

export const languages = ['en', 'fr', 'it', 'es', 'nl'] as const;
export type Language = (typeof languages)[number];

export const defaultEdition: Edition = { language: 'en', units: 'metric', theme: null, gapStyle: 'classic' };

/** What a page asks for by name, `?language=fr&units=imperial&gaps=colon`; what it does not say, or says wrong, is the default. */
export function editionOf(asked: (name: string) => string | null): Edition {
  const language = languages.find((known) => known === asked('language'));
  return {
    language: language ?? defaultEdition.language,
    units: asked('units') === 'imperial' ? 'imperial' : 'metric',
    theme: asked('theme') ?? defaultEdition.theme,
    gapStyle: asked('gaps') === 'colon' ? 'colon' : 'classic',
  };
}
