import { expect, test } from 'vitest';
import { Logbook } from '../../src/stage/logbook.ts';

test('what happens often is one fault, counted, the latest last; neither faults nor log grow without end', () => {
  const book = new Logbook();
  for (let n = 0; n < 300; n++) book.fault(n, 'a', new Error(`at ${n % 2 ? n : 0}`), 'look');
  expect(book.faults.size).toBe(50);
  expect(book.log).toHaveLength(50);
  expect([...book.faults.values()].slice(-2)).toMatchObject([
    { overlay: 'a', message: 'at 0', remedy: 'look', count: 150 },
    { message: 'at 299', count: 1 },
  ]);
  expect(book.log.at(-1)).toEqual({ timeMs: 299, text: 'a failed: at 299' });
});
