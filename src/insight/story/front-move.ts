import type { Story } from '../story.ts';

/** It tells who is in front, or is no longer: others can say whether that was so. */
export const isFrontMove = ({ kind, facts }: Pick<Story, 'kind' | 'facts'>): boolean =>
  kind === 'attack' || kind === 'caught' || (kind === 'returned' && facts.together !== undefined);
