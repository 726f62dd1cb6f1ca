import '@fontsource/roboto-condensed/700.css';
import '@fontsource-variable/noto-sans-arabic/wdth.css';
import '@fontsource-variable/noto-sans-hebrew/wdth.css';
import '@fontsource-variable/noto-sans-jp/index.css';
import '@fontsource-variable/noto-sans-kr/index.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource-variable/noto-sans-tc/index.css';
import '@fontsource-variable/noto-sans-thai/wdth.css';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { FAMILY } from '../../../src/stage/kit/font-file.ts';
import { fontFiles } from '../../../src/stage/kit/font-files.ts';
import { fontsOf, loadFonts } from '../../../src/stage/kit/fonts.ts';
import { soon } from '../../support/soon.ts';

const SIZE = 100;
const canvas = new OffscreenCanvas(900, 200).getContext('2d', { willReadFrequently: true })!;

/** Every pixel of a text. */
function painted(text: string, family: string, size = SIZE): Uint8ClampedArray {
  canvas.font = `800 extra-condensed ${size.toFixed(2)}px ${family}`;
  canvas.clearRect(0, 0, 900, 200);
  canvas.fillText(text, 10, 140);
  return canvas.getImageData(0, 0, 900, 200).data;
}

const ours = (text: string) => painted(text, `'${FAMILY}', sans-serif`);

/** How many pixels differ by more than an eighth: sizes that are rounded differently leave less. */
const apart = (one: Uint8ClampedArray, other: Uint8ClampedArray) =>
  one.reduce((count, value, i) => (Math.abs(value - other[i]!) > 32 ? count + 1 : count), 0);

const isBlank = (pixels: Uint8ClampedArray) => pixels.every((value) => value === 0);

function inkOf(text: string) {
  canvas.font = `800 ${SIZE}px '${FAMILY}', sans-serif`;
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = canvas.measureText(text);
  return { above, middle: (above - below) / 2 };
}

const facesOf = (family: string) => [...document.fonts].filter((face) => face.family.replaceAll('"', '') === family);
const CAPITALS = { 'Roboto Condensed': 0.711, Noto: 0.714, 'Noto of East Asia': 0.733 };

beforeAll(() => loadFonts());

test('a name in Latin asks for nothing but the two files of Latin in each weight', async () => {
  expect(isBlank(ours('ŠAFRÁNEK Łukasz, 1\'23" à 45,6 km'))).toBe(false);
  await document.fonts.ready;
  const asked = facesOf(FAMILY).filter(({ status }) => status !== 'unloaded');
  expect(asked.map(({ status, weight }) => `${status} ${weight}`).sort()).toEqual(
    ['loaded 600', 'loaded 600', 'loaded 800', 'loaded 800'].sort(),
  );
  expect(facesOf(FAMILY)).toHaveLength(fontFiles.length);
});

test('a name in Han that was not awaited is not there at first (the system has none either), is told of, is there', async () => {
  const told = vi.fn();
  const stop = fontsOf(document).onChange(told);
  expect(isBlank(ours('宮'))).toBe(true);
  await soon(() => {
    expect(isBlank(ours('宮'))).toBe(false);
    expect(told).toHaveBeenCalledWith('arrived');
  });
  stop();
  await loadFonts('宮');
  await document.fonts.load("800 20px 'Noto Sans SC Variable'", '宮');
  const size = (SIZE * 0.655) / CAPITALS['Noto of East Asia'];
  await soon(() => expect(apart(ours('宮'), painted('宮', "'Noto Sans SC Variable'", size))).toBe(0));
});

describe('a letter that Sofia lacks is that of one named font, as high as its own', () => {
  test.each([
    ['Vietnamese', 'Ễ Ạ Ỷ Ơ', 'Roboto Condensed', CAPITALS['Roboto Condensed']],
    ['Azeri', 'Ə ə', 'Roboto Condensed', CAPITALS['Roboto Condensed']],
    ['Kazakh', 'Қ Ғ Ұ Ә', 'Roboto Condensed', CAPITALS['Roboto Condensed']],
    ['Thai', 'ธนา คาร', 'Noto Sans Thai Variable', CAPITALS.Noto],
    ['Arabic', 'يوسف', 'Noto Sans Arabic Variable', CAPITALS.Noto],
    ['Hebrew', 'גולדשטיין', 'Noto Sans Hebrew Variable', CAPITALS.Noto],
    ['simplified Chinese', '王 美 银', 'Noto Sans SC Variable', CAPITALS['Noto of East Asia']],
    ['traditional Chinese', '珄 錭', 'Noto Sans TC Variable', CAPITALS['Noto of East Asia']],
    ['kana', 'あらしろ ユキヤ', 'Noto Sans JP Variable', CAPITALS['Noto of East Asia']],
    ['Han of Japan', '𠮷', 'Noto Sans JP Variable', CAPITALS['Noto of East Asia']],
    ['Korean', '장 경 구', 'Noto Sans KR Variable', CAPITALS['Noto of East Asia']],
  ])('%s: %s of %s', async (_, text, family, capital) => {
    await Promise.all([loadFonts(text), document.fonts.load(`800 extra-condensed 20px '${family}'`, text)]);
    for (const part of text.split(' ')) {
      const ink = ours(part);
      expect(apart(ink, painted(part, `'${family}'`, (SIZE * 0.655) / capital)), `${part} is theirs`).toBe(0);
      expect(apart(ink, painted(part, 'sans-serif')), `${part} is not that of the system`).toBeGreaterThan(200);
    }
  });

  test('capitals of Roboto and of Sofia', async () => {
    await loadFonts('HỊҚНΗ');
    const high = inkOf('H').above;
    expect(Math.abs(high - 0.655 * SIZE)).toBeLessThanOrEqual(1);
    for (const letter of 'ỊҰНΗ') expect(Math.abs(inkOf(letter).above - high), letter).toBeLessThanOrEqual(1);
  });

  test('Han, kana and hangul stand on the middle of the capitals', async () => {
    await loadFonts('國ギ김');
    for (const letter of '國ギ김') expect(Math.abs(inkOf(letter).middle - inkOf('H').middle)).toBeLessThan(0.04 * SIZE);
  });
});
