import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { race, START_MS } from '../support/race.ts';
import { bus, link, openInEach, press } from './on-screen.ts';

openInEach();

const health = () => bus('Health');
const lamp = () => health().getByRole('status');
const notice = { level: 'error', text: 'The tape cannot be written.', count: 1, atMs: null, isOver: false } as const;

it('one lamp says how far the picture can be trusted, in a word and a sentence', async () => {
  link.change({ race: race(), clock: { atMs: START_MS, rate: 0 } });
  await expect.element(health()).toHaveTextContent(/^HealthOK All is well/);
  link.change({ desk: { ...link.replica().desk, notices: [notice] } });
  await expect.element(health()).toHaveTextContent(/^HealthBAD Error The tape cannot be written\./);
  await expect.element(lamp()).toHaveTextContent('BAD Error');
  const over = { ...notice, atMs: Date.UTC(2026, 6, 12, 12), isOver: true };
  link.change({ desk: { ...link.replica().desk, notices: [over] } });
  await expect.element(lamp()).toHaveTextContent('OK');
});

it('all of it is told on demand, by the keyboard too', async () => {
  link.change({
    race: race(),
    clock: { atMs: START_MS, rate: 0 },
    desk: { ...link.replica().desk, notices: [notice] },
  });
  const line = health().getByRole('listitem').filter({ hasText: 'The tape cannot be written.' });
  expect(line.query()).toBeNull();
  const more = page.getByText(/^\d+ lines$/);
  (more.element() as HTMLElement).focus();
  await press('{Enter}');
  await expect.element(line).toBeVisible();
  await expect.element(line).toHaveTextContent(/^BADError/);
});
