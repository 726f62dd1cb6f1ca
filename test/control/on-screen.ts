import { afterEach, beforeEach } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/control.css';
import { mount } from '../../src/control/mount.tsx';
import type { Replica } from '../../src/host/link.ts';
import { type FakeLink, fakeLink } from './fake-link.ts';
import { manifests } from './manifests.ts';

/** The desk of the page that is open. */
export let link: FakeLink;
/** Takes the page away. */
export let leave: () => void;

export function open(start: Partial<Replica> = {}): void {
  const root = document.body.appendChild(document.createElement('div'));
  link = fakeLink(start);
  const unmount = mount(root, link, manifests, { preview: 'about:blank', program: 'about:blank' });
  leave = () => {
    unmount();
    root.remove();
  };
}

/** Control is open in each test of a file, on a desk without a race. */
export function openInEach(): void {
  beforeEach(() => {
    sessionStorage.clear();
    open();
  });
  afterEach(() => leave());
}

export const press = (keys: string) => userEvent.keyboard(keys);
export const asked = () => link.commands.map((command) => command.do);
export const tile = (title: string) => page.getByRole('article', { name: title });
export const bus = (name: string) => page.getByRole('region', { name, exact: true });
