import type { RendererId } from './instances.ts';

/** What can be asked of a renderer as a whole: each is a command of the show, without values. */
export interface RendererAction {
  readonly id: 'clear' | 'panic' | 'release' | 'freeze' | 'thaw' | 'take';
  readonly name: string;
  readonly description: string;
}

const ofProgram: readonly RendererAction[] = [
  { id: 'clear', name: 'All out', description: 'All graphics leave, each with its animation.' },
  {
    id: 'panic',
    name: 'Panic',
    description: 'A clean picture in one frame; nothing is played until the release.',
  },
  { id: 'release', name: 'Release', description: 'Ends a panic: graphics may be played again.' },
  { id: 'freeze', name: 'Freeze', description: 'The data stand still; graphics come and go.' },
  { id: 'thaw', name: 'Thaw', description: 'The data go on.' },
];

const ofPreview: readonly RendererAction[] = [
  { id: 'take', name: 'Take', description: 'Puts on air all that is cued.' },
  { id: 'clear', name: 'Uncue all', description: 'Nothing is cued any more.' },
];

export const actionsOf = (renderer: RendererId): readonly RendererAction[] =>
  renderer === 'program' ? ofProgram : ofPreview;
