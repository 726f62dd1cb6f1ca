import { driftPct, growthPct, steadyOf } from '../figures.ts';
import type { PageLook } from './looks.ts';
import type { Looks, PageName } from './watched.ts';

export function pageFigures(looks: readonly Looks[]) {
  const of = (name: PageName) => growthOfPage(looks.map((look) => look.pages[name]));
  return { program: of('program'), preview: of('preview'), control: of('control') };
}

/** What a desk held when it was steady, and how much more it ever held after that. */
export const growthOf = (looks: readonly Looks['desk'][]) => ({
  heapMB: grown(looks, 'heapMB'),
  heapWithoutPastMB: grown(looks, 'heapWithoutPastMB'),
  rssMB: grown(looks, 'rssMB'),
  openFiles: grown(looks, 'openFiles'),
  sockets: grown(looks, 'sockets'),
});

function growthOfPage(looks: readonly PageLook[]) {
  const { framesDue, framesMissed } = looks.at(-1)!;
  return {
    heapMB: grown(looks, 'heapMB'),
    domNodes: grown(looks, 'domNodes'),
    listeners: grown(looks, 'listeners'),
    /** Of those that were due while something moved; null where nothing did. */
    missedFramesPct: framesDue === 0 ? null : (100 * framesMissed) / framesDue,
  };
}

/** The first steady look, how much higher it ever was after that, and what stayed; null where the system does not say. */
function grown<Name extends string>(looks: readonly Readonly<Record<Name, number | null>>[], name: Name) {
  const values = looks.flatMap((look) => look[name] ?? []);
  if (values.length < looks.length) return null;
  return { steady: steadyOf(values)[0]!, growthPct: growthPct(values), driftPct: driftPct(values) };
}
