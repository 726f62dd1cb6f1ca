import type { Manifest } from '../../show/manifest.ts';
import { placing } from '../../show/placing.ts';
import { plain } from '../../show/plain.ts';
import { isTag } from '../../show/replay.ts';
import { itemOf } from '../../show/show.ts';
import { type Facts, type Found, type Match, nothingFound } from './match.ts';
import { bibParam, riderText } from './riders.ts';

/** `tower`: cues it as its form stands. Again is once: the line takes nothing back. */
export function toCue(text: string, facts: Facts): Found {
  return { matches: named(text, facts.manifests).map(([graphic, like]) => cue(graphic, like, facts)) };
}

function cue(graphic: Manifest, like: Match['like'], facts: Facts): Match {
  const { id, title } = graphic;
  const isCued = itemOf(facts.show.preview, id) !== null;
  const params = facts.params(graphic);
  const rider = facts.race?.sheet.riders.get(String(params[bibParam(graphic) ?? '']));
  return {
    like,
    text: textOf(graphic, facts.manifests),
    cells: ['cue', title, ...standing(graphic, facts)],
    sentence: `Cues ${title}${rider ? `: ${riderText(rider)}` : ''}${isCued ? '; it is cued already' : ''}.`,
    deed: { do: 'ask', ask: { do: 'cue', ...placing({ overlay: id, params, outS: facts.outS(graphic) }) } },
  };
}

/** `out tower`: takes it out. By a part of its name only where one graphic is meant. */
export function toTakeOut(text: string, facts: Facts): Found {
  const [, name] = /^out\s+(.+)$/i.exec(text) ?? [];
  if (!name) return nothingFound;
  const all = named(name, facts.manifests);
  if (all.length === 0) return { matches: [], why: `No graphic is called "${name}".` };
  const exact = all.filter(([, like]) => like === 'exact');
  const taken = all.filter(([{ id }]) => itemOf(facts.show.program, id));
  const meant = exact.length > 0 ? exact : taken;
  if (meant.length === 0)
    return { matches: [], why: `${all[0]![0].title} is not taken: there is nothing to take out.` };
  return { matches: meant.map(([graphic]) => out(graphic, meant.length === 1 ? 'exact' : 'offer', facts)) };
}

function out(graphic: Manifest, like: Match['like'], facts: Facts): Match {
  const { id, title } = graphic;
  const isTaken = itemOf(facts.show.program, id) !== null;
  const text = `out ${textOf(graphic, facts.manifests)}`;
  return {
    like,
    text,
    cells: ['out', title, ...standing(graphic, facts)],
    sentence: isTaken ? `Takes out ${title}.` : `${title} is not taken: there is nothing to take out.`,
    deed: isTaken ? { do: 'ask', ask: { do: 'out', overlay: id } } : null,
  };
}

/** `take`: what is cued goes on air. Only the whole word: its beginning is offered. */
export function toTake(text: string, { show, manifests }: Facts): Found {
  const cued = titlesIn(show.preview, manifests);
  const sentence = cued ? `Takes on air: ${cued}.` : 'Nothing is cued: there is nothing to take.';
  const deed = cued ? ({ do: 'ask', ask: { do: 'take' } } as const) : null;
  return wholeWord(text, { text: 'take', cells: ['take', 'What is cued goes on air'], sentence, deed });
}

/** `out`: all out, with animation. Only the whole word: its beginning is offered. */
export function toClear(text: string, { show, manifests }: Facts): Found {
  const taken = titlesIn(show.program, manifests);
  const sentence = taken ? `Takes all out: ${taken}.` : 'Takes all out; nothing is taken.';
  const deed = { do: 'ask', ask: { do: 'clear' } } as const;
  return wholeWord(text, { text: 'out', cells: ['out', 'All out, with animation'], sentence, deed });
}

function wholeWord(text: string, match: Omit<Match, 'like'>): Found {
  const typed = text.toLowerCase();
  if (typed === '' || !match.text.startsWith(typed)) return nothingFound;
  return { matches: [{ ...match, like: typed === match.text ? 'exact' : 'offer' }] };
}

/**
 * The graphics that a text may name. Exactly: by the title, by the id, or by a word of the id, which is how the house
 * calls it ("tower"). In part: as words of the title or of the id begin. What begins with a digit is a bib.
 */
function named(text: string, all: readonly Manifest[]): (readonly [Manifest, 'exact' | 'inside'])[] {
  const manifests = all.filter((one) => !isTag(one));
  const typed = plain(text);
  if (!/^\p{L}/u.test(typed)) return [];
  const exact = manifests.filter(({ id, title }) => [plain(title), plain(id), ...plain(id).split(' ')].includes(typed));
  const begun = manifests.filter(
    (one) => !exact.includes(one) && [one.title, one.id].some((its) => begins(its, typed)),
  );
  return [...exact.map((one) => [one, 'exact'] as const), ...begun.map((one) => [one, 'inside'] as const)];
}

const begins = (name: string, typed: string): boolean => ` ${plain(name)}`.includes(` ${typed}`);

/** Its title, where that alone means it; else its id. */
function textOf(graphic: Manifest, manifests: readonly Manifest[]): string {
  const title = plain(graphic.title);
  const [first, second] = named(title, manifests).filter(([, like]) => like === 'exact');
  return first?.[0] === graphic && !second ? title : graphic.id;
}

const titlesIn = (items: Facts['show']['program'], manifests: readonly Manifest[]): string =>
  Object.values(items)
    .map(({ overlay }) => manifests.find(({ id }) => id === overlay)?.title ?? overlay)
    .join(', ');

function standing({ id }: Manifest, { show }: Facts): string[] {
  const words = [itemOf(show.program, id) && 'taken', itemOf(show.preview, id) && 'cued'].filter(Boolean).join(', ');
  return words ? [words] : [];
}
