import { expect, it } from 'vitest';
import { seenBox } from '../../../src/host/offline/copy.ts';

const WIDTH = 6;
const picture = (...lines: string[]) => Uint32Array.from([...lines.join('')], (one) => (one === '.' ? 0 : 7));
const boxOf = (...lines: string[]) => seenBox(picture(...lines), WIDTH, lines.length);

it('is the smallest box around what is not empty', () => {
  expect(boxOf('......', '..#...', '.....#', '......')).toEqual({ x: 2, y: 1, width: 4, height: 2 });
  expect(boxOf('#.....', '......', '.....#')).toEqual({ x: 0, y: 0, width: 6, height: 3 });
  expect(boxOf('......', '...#..')).toEqual({ x: 3, y: 1, width: 1, height: 1 });
  expect(boxOf('......', '......')).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});
