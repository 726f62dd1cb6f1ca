import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/control/control.css';
import { mount } from '../../src/control/mount.tsx';
import { race, START_MS } from '../support/race.ts';
import { fakeLink } from './fake-link.ts';
import { manifests } from './manifests.ts';

it('control says what race radio said, by the clock of the race', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const link = fakeLink({ race: race() });
  const leave = mount(root, link, manifests, { preview: 'about:blank', program: 'about:blank' });
  expect(page.getByRole('region', { name: 'Race radio' }).query()).toBeNull();
  link.change({ radio: [{ atMs: START_MS + 600_000, text: 'Crash in the peloton' }] });
  await expect
    .element(page.getByRole('region', { name: 'Race radio' }))
    .toHaveTextContent('Race radio14:10 Crash in the peloton');
  leave();
  root.remove();
});
