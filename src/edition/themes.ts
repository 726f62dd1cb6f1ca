import { slate } from '../../assets/themes/slate.ts';
import type { Theme } from './theme.ts';

const themes: Readonly<Record<string, Theme>> = { slate };

export const themeNames = Object.keys(themes);

/** The theme of an edition; `slate` where nobody drew one of that name. */
export const themeOf = (name: string): Theme => themes[name] ?? slate;
