import { foldRace } from '../../wire/parse.ts';
import { readRace } from '../../wire/public/sections.ts';
import type { Link } from '../link.ts';
import { aloneLink } from '../link-alone.ts';
import type { FromWorker } from './worker.ts';

/** A link to the built-in race, which is raced and folded in a worker: no desk is asked, and this page is not held up. */
export function builtInLink(): Link {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'the built-in race' });
  const { link, become } = aloneLink(() => worker.terminate());
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const race = foldRace(link.replica().race, readRace(data.race));
    const news = data.clock && { clock: data.clock, clockReceivedMs: performance.now() };
    become({ race, connection: 'live', ...news });
  });
  worker.addEventListener('error', ({ message }) => {
    become({ connection: 'lost' });
    console.error(`The built-in race has ended (${message || 'its worker did not load'}): reload the page.`);
  });
  return link;
}
