import { render } from 'preact';
import type { Result } from '../../wire/result.ts';
import { scorecardHand } from './scorecard-hand.ts';
import { ScorecardPage } from './scorecard-page.tsx';

/** Puts the scorecard that lies at `address` into `root`, or why there is none; returns the way to take it away again. */
export function mountScorecard(root: HTMLElement, address: Result<string>): () => void {
  const hand = scorecardHand(address);
  render(<ScorecardPage hand={hand} />, root);
  return () => {
    hand.stop();
    render(null, root);
  };
}
