/** For whom a page draws: read from its URL, never from the race. */
export interface Edition {
  readonly language: Language;
  readonly units: 'metric' | 'imperial';
  /** Name of a theme in `assets/themes`. */
  readonly theme: string;
  /** `classic` is 1'23", `colon` is 1:23. */
  readonly gapStyle: 'classic' | 'colon';
}

export type Language = 'en' | 'fr' | 'it' | 'es' | 'nl';

export const defaultEdition: Edition = { language: 'en', units: 'metric', theme: 'slate', gapStyle: 'classic' };
