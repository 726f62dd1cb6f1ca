import { expect, test } from 'vitest';
import { fitted } from '../../src/stage/size.ts';

test('the picture is as large as its window, in its middle, on whole device pixels', () => {
  expect(fitted(1920, 1080, 1)).toEqual({ scale: 1, left: 0, top: 0 });
  expect(fitted(640, 360, 1)).toEqual({ scale: 1 / 3, left: 0, top: 0 });
  expect(fitted(1920, 1080, 2)).toEqual({ scale: 2, left: 0, top: 0 });
  expect(fitted(3840, 2160, 1)).toEqual({ scale: 2, left: 0, top: 0 });
  expect(fitted(1920, 1200, 1)).toEqual({ scale: 1, left: 0, top: 60 });
  expect(fitted(2001, 1080, 2)).toEqual({ scale: 2, left: 40.5, top: 0 });
});
