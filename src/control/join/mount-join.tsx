import { render } from 'preact';
import { joinHand } from './join-hand.ts';
import { JoinPage } from './join-page.tsx';

/** Puts the page of a phone that joins into `root`; returns the way to take it away again. */
export function mountJoin(root: HTMLElement, hash: string): () => void {
  const hand = joinHand(new URLSearchParams(hash.slice(1)).get('code') ?? '');
  render(<JoinPage hand={hand} />, root);
  return () => render(null, root);
}
