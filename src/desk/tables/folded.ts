/** A word as it is compared: without accents, case, signs and what stands in brackets; "N° de dossard" is "no de dossard". */
export const folded = (text: string): string =>
  text
    .replace(/\([^)]*\)/g, ' ')
    .replaceAll('°', 'o')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
