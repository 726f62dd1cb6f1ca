import { afterEach, beforeEach, vi } from 'vitest';
import type { Replica } from '../../src/host/link.ts';
import { leave, open } from './on-screen.ts';

/** What control has posted to its desk in this test: address, method, body. */
export let posts: unknown[] = [];
let reply: () => Response;

export const done = () => new Response('{"ok":true}');

/** What the desk answers from now on. */
export function answer(next: () => Response): void {
  reply = next;
}

/** Control is open in each test of a file, on a desk that knows so much, and says yes to what is posted until it is told otherwise. */
export function openWithPosts(start: Partial<Replica>): void {
  beforeEach(() => {
    posts = [];
    reply = done;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, { method, body } = {}) => {
      posts.push([address, method, body]);
      return reply();
    });
    open(start);
  });
  afterEach(() => {
    leave();
    vi.restoreAllMocks();
  });
}
