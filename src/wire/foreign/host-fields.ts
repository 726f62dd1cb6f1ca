import { languages } from '../../edition/edition.ts';
import type { Manifest, Param } from '../../show/manifest.ts';

/**
 * What a foreign host may say of a graphic beside the graphic's own values: for whom it is drawn, and where its race comes
 * from. Empty is as if it were not said.
 */
export const hostFields = {
  desk: { type: 'text', label: 'Desk (its address, such as http://192.168.1.20:5300)', default: '', maxLength: 300 },
  language: {
    type: 'choice',
    label: 'Language',
    default: 'en',
    choices: Object.fromEntries(languages.map((language) => [language, language.toUpperCase()])),
  },
  theme: { type: 'text', label: 'Theme (its name; empty is the default one)', default: '', maxLength: 80 },
  preview: { type: 'flag', label: 'Preview: shows the built-in race where there is no other', default: false },
  race: { type: 'text', label: 'Race (JSON, where there is no desk)', default: '', maxLength: 200_000 },
} as const satisfies Readonly<Record<string, Param>>;

/** A graphic with those fields among its own: what foreign hosts are told of, and heard by. */
export const withHostFields = (manifest: Manifest): Manifest => ({
  ...manifest,
  params: { ...manifest.params, ...hostFields },
});
