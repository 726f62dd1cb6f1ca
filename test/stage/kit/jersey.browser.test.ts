import { expect, it } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { shippedTheme } from '../../../src/host/themes.ts';
import { paintKit } from '../../../src/stage/kit/jersey.ts';
import { createSupplies } from '../../../src/stage/kit/kit.ts';
import { pen } from '../../../src/stage/kit/pen.ts';

const SIZE = 72;
const theme = shippedTheme(defaultEdition.theme);
const RED = [230, 57, 46, 255];
const WHITE = [255, 255, 255, 255];

it('of a team is a shirt: its first colour to the sleeves, the second below them, nothing beside it', () => {
  const context = new OffscreenCanvas(SIZE, SIZE).getContext('2d')! as unknown as CanvasRenderingContext2D;
  const on = pen(createSupplies(defaultEdition, theme), context, theme.ground.board);
  paintKit(on, ['#e6392e', '#ffffff'], 0, SIZE / 2, SIZE);
  const at = (x: number, y: number) => [...context.getImageData(x * SIZE, y * SIZE, 1, 1).data];
  expect(at(0.5, 0.35), 'chest').toEqual(RED);
  expect(at(0.16, 0.3), 'sleeve').toEqual(RED);
  expect(at(0.84, 0.3), 'sleeve').toEqual(RED);
  expect(at(0.5, 0.7), 'belly').toEqual(WHITE);
  expect(at(0.1, 0.8), 'beside it').toEqual([0, 0, 0, 0]);
  expect(at(0.5, 0.02), 'neck').toEqual([0, 0, 0, 0]);
});
