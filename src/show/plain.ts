/** Letters that no accent tells apart from the one that is typed for them. */
const typedAs: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Without accents and capitals; all else stays. "Høø!" -> "hoo!". */
export const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[øđðłıßæœþ]/g, (letter) => typedAs[letter] ?? letter);

/** As a hurried hand types it: no accents, no capitals, no apostrophes, words one space apart. "van-der Høø" -> "van der hoo". */
export const plain = (text: string): string =>
  unaccented(text)
    .replaceAll(/['’ʼ`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
