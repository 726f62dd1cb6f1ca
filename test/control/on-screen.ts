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
/** A letter at this very moment, however slow the machine: `press` comes by way of the browser, when it comes. */
export const pressAtOnce = (letter: string) =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: letter, code: `Key${letter.toUpperCase()}`, bubbles: true, cancelable: true }),
  );
export const asked = () => link.commands.map((command) => command.do);
/** An item of the rundown, and the form of the one that is selected. */
export const row = (title: string) => page.getByRole('listitem', { name: title, exact: true });
export const form = (title: string) => page.getByRole('article', { name: title, exact: true });
/** Selects an item: its form is there. */
export const select = (title: string) => row(title).getByRole('button', { name: title }).nth(1).click();
export const bus = (name: string) => page.getByRole('region', { name, exact: true });
/** A field among the values of the item that is selected; the label of a list has its choices in it. */
export const value = (label: string, exact = true) =>
  page.getByRole('group', { name: /^Values of/ }).getByLabelText(label, { exact });
