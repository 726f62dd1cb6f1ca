import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetReloads, reloadFor } from '../../src/host/link-reload.ts';

let reloads: number;
let notes: Map<string, string>;

beforeEach(() => {
  reloads = 0;
  notes = new Map();
  open('http://desk/?show=program');
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => notes.get(key) ?? null,
    setItem: (key: string, value: string) => notes.set(key, value),
    removeItem: (key: string) => notes.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const open = (href: string) =>
  vi.stubGlobal('location', {
    href,
    reload: () => {
      reloads += 1;
    },
  });

it('a page loads itself anew once for a desk of another protocol, and not in a loop', () => {
  reloadFor(3);
  reloadFor(3);
  expect(reloads).toBe(1);
  reloadFor(4);
  expect(reloads).toBe(2);
});

it('each page of a window by itself: control and its two monitors', () => {
  for (const href of ['http://desk/', 'http://desk/?show=program&monitor', 'http://desk/?show=preview&monitor']) {
    open(href);
    reloadFor(3);
  }
  expect(reloads).toBe(3);
});

it('and again, when page and desk understood each other in between', () => {
  reloadFor(3);
  forgetReloads(3);
  reloadFor(3);
  expect(reloads).toBe(2);
});

it('stays where nothing can be noted', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new Error('not allowed');
    },
  });
  reloadFor(3);
  expect(reloads).toBe(0);
});
