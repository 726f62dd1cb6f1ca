import { complete } from '../../show/complete.ts';
import { nothingCounted } from '../../show/steps.ts';
import type { Opening } from '../page/keys.ts';
import { type Facts, type LineCommand, likenesses, type Match } from './match.ts';
import { shorts } from './short.ts';
import { lineCommands } from './table.ts';

/** What a text means, before anything is done. */
export interface LineReading {
  /** Best first. */
  readonly matches: readonly Match[];
  /** What Enter does when no arrow has chosen another; null where it would do nothing. */
  readonly meant: Match | null;
  /** What Enter will do, or why it will do nothing. */
  readonly sentence: string;
}

/** As many as an eye takes in. */
const MOST = 8;

const HELP = '?';

/** Pure, and for any text: what cannot be understood has its sentence as well. */
export function readLine(typed: string, facts: Facts, opening: Opening = 'line'): LineReading {
  const text = typed.trim();
  const short = opening === 'line' ? null : shorts[opening].read(text, facts);
  if (text === '' && !short)
    return nothingMeant([], 'Type a bib or a name, g2, a graphic, take or out; ? lists every command.');
  if (text === HELP)
    return nothingMeant(lineCommands.map(asExample), 'Every command by an example: arrows, then Enter.');
  if (!facts.live) return nothingMeant([], 'The desk is not connected: only the panic works.');
  const found = short ? [short] : lineCommands.map(({ read }) => read(text, facts));
  const matches = found
    .flatMap((one) => one.matches)
    .sort((a, b) => likenesses.indexOf(a.like) - likenesses.indexOf(b.like))
    .filter(({ text: its }, place, all) => place === all.findIndex((match) => match.text === its))
    .slice(0, MOST)
    .map((match) => foreseen(match, facts));
  const meant = matches.find(({ like }) => like !== 'offer');
  if (meant) return { matches, meant, sentence: meant.sentence };
  const why = found.flatMap((one) => one.why ?? [])[0];
  if (matches.length > 0)
    return nothingMeant(matches, [why, 'Choose with the arrows, or type on.'].filter(Boolean).join(' '));
  return nothingMeant([], why ?? `Nothing here is called "${text}"; ? lists every command.`);
}

const nothingMeant = (matches: readonly Match[], sentence: string): LineReading => ({ matches, meant: null, sentence });

function asExample({ example, what }: LineCommand): Match {
  const sentence = `Writes ${example} into the line.`;
  return { like: 'offer', text: example, cells: [example, what], sentence, deed: { do: 'write', text: example } };
}

/** What the desk would refuse is said before it is asked. */
function foreseen(match: Match, { manifests, show }: Facts): Match {
  const { deed } = match;
  if (deed?.do !== 'ask') return match;
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  const completed = complete(deed.ask, { manifests: byId, show, counts: nothingCounted });
  return completed.ok ? match : { ...match, deed: null, sentence: completed.error };
}
