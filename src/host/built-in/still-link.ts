import type { Race } from '../../race/race.ts';
import { foldRace } from '../../wire/parse.ts';
import { readRace } from '../../wire/public/sections.ts';
import type { Link } from '../link.ts';
import { aloneLink } from '../link-alone.ts';

/** Put in its place where a graphic is built into one file: the race, as a desk sends it, deflated, in base64. */
declare const STILL_RACE: string;

/**
 * In the place of `built-in-link.ts`, for a graphic in one file, which has no room for the day: a link to one moment of the
 * built-in race, which stands still.
 */
export function builtInLink(): Link {
  const { link, become } = aloneLink();
  stillRace().then(
    (race) =>
      become({
        race,
        clock: { atMs: race.atMs, rate: 0 },
        clockReceivedMs: performance.now(),
        connection: 'live',
      }),
    (error) => console.error('The built-in race could not be unpacked.', error),
  );
  return link;
}

async function stillRace(): Promise<Race> {
  const packed = Uint8Array.from(atob(STILL_RACE), (letter) => letter.charCodeAt(0));
  const bytes = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const race = foldRace(null, readRace(new Uint8Array(await new Response(bytes).arrayBuffer())));
  if (!race) throw new Error('A part of it is missing.');
  return race;
}
