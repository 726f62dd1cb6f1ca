import type { Manifest } from '../../show/manifest.ts';
import type { ChangeBrief } from '../../wire/crew/half.ts';

const words: Readonly<Record<ChangeBrief['do'], string>> = {
  cue: 'cue',
  'take-direct': 'take',
  set: 'new values',
  uncue: 'uncue',
  next: 'next step',
  previous: 'step back',
  out: 'out',
  take: 'take',
  update: 'update',
  clear: 'all out',
  panic: 'panic',
  release: 'release',
  undo: 'undo',
  redo: 'redo',
};

/** "all out", "take, Gaps" */
export function changeWords(change: ChangeBrief, manifests: readonly Manifest[]): string {
  const title = manifests.find(({ id }) => id === change.overlay)?.title;
  return title === undefined ? words[change.do] : `${words[change.do]}, ${title}`;
}
