import { wordsOf } from '../../src/edition/words/words.ts';
import { nothing, type Select } from '../../src/stage/overlay.ts';

export interface TagView {
  readonly words: string;
}

export const select: Select<TagView> = ({ replay, edition }) =>
  replay ? { words: wordsOf(edition.language).replay } : nothing('no replay is running');
