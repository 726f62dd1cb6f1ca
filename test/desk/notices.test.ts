import { expect, it } from 'vitest';
import { createNotices } from '../../src/desk/notices.ts';

const news = { atMs: 7000, isOver: false };

it('counts notices of a sort, and keeps the first sample', () => {
  const printed: string[] = [];
  const notices = createNotices(
    (line) => printed.push(line),
    () => 7000,
  );
  for (let i = 1; i <= 100; i += 1) notices.add('warning', `number ${i} has no place, "${'x'.repeat(i)}"`);
  notices.add('error', 'the disk is full');
  expect(notices.list()).toEqual([
    { level: 'error', text: 'the disk is full', count: 1, ...news },
    { level: 'warning', text: 'number 1 has no place, "x"', count: 100, ...news },
  ]);
  expect(printed).toEqual([
    'number 1 has no place, "x"',
    'number 1 has no place, "x" (10 times so far)',
    'number 1 has no place, "x" (100 times so far)',
    'the disk is full',
  ]);
});

it('keeps no more than a producer can read', () => {
  const notices = createNotices(() => {});
  for (let i = 0; i < 100; i += 1)
    notices.add('info', `sort ${'abcdefghij'[i % 10]}${'abcdefghij'[Math.floor(i / 10)]}`);
  expect(notices.list()).toHaveLength(40);
  expect(notices.list()[0]!.text).toBe('sort jj');
});

it('gives the same list until something is new', () => {
  const notices = createNotices(() => {});
  notices.add('info', 'a');
  expect(notices.list()).toBe(notices.list());
});

it('lets an error stand before all others until it is cured', () => {
  const lines: string[] = [];
  const notices = createNotices((line) => lines.push(line));
  const texts = () => notices.list().map(({ text }) => text);
  notices.stand('The tape', 'It cannot be written.');
  for (let i = 0; i < 60; i += 1) notices.add('info', `sort ${'x'.repeat(i)}`);
  expect(texts()[0]).toBe('It cannot be written.');
  const list = notices.list();
  notices.stand('The tape', 'It cannot be written.');
  expect(notices.list()).toBe(list);
  notices.stand('The tape', null);
  expect(texts()).not.toContain('It cannot be written.');
  expect(lines).toContain('The tape: mended.');
});

it('is over two minutes after it last came, and told no more after half an hour', () => {
  const day = { ms: 0 };
  const notices = createNotices(
    () => {},
    () => day.ms,
  );
  const told = () => notices.list().map(({ text, count, atMs, isOver }) => [text, count, atMs, isOver]);
  for (const ms of [0, 1000, 2000]) {
    day.ms = ms;
    notices.add('warning', 'a frame is not JSON');
  }
  notices.stand('The tape', 'It cannot be written.');
  const standing = ['It cannot be written.', 1, null, false];
  day.ms = 121_999;
  expect(told()).toEqual([standing, ['a frame is not JSON', 3, 2000, false]]);
  const list = notices.list();
  expect(notices.list()).toBe(list);
  day.ms = 122_000;
  expect(told()).toEqual([standing, ['a frame is not JSON', 3, 2000, true]]);
  expect(notices.list()).toBe(notices.list());
  notices.add('warning', 'a frame is not JSON');
  expect(told()).toEqual([standing, ['a frame is not JSON', 1, 122_000, false]]);
  day.ms = 122_000 + 30 * 60_000;
  expect(told()).toEqual([standing]);
});
