import { defaultEdition } from '../../edition/edition.ts';
import { formatGap } from '../../edition/format.ts';
import { groupNames, wordsOf } from '../../edition/words/words.ts';
import type { Group } from '../../race/groups/group.ts';
import { lookOf } from '../../race/jersey-look.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import { readOverride } from '../../race/overrides/read-override.ts';
import type { Race } from '../../race/race.ts';
import { type Facts, type Found, type Match, nothingFound } from './match.ts';

/** As many letters as the name of a group may have. */
const LONGEST_NAME = 40;

/** The groups that can be named, from the head, as the stack shows them: the rest is several. */
export const countable = (race: Race | null): readonly Group[] =>
  race ? race.groups.filter(({ kind }) => kind !== 'rest') : [];

/** "g2": how the line calls a group; null for the rest. */
export function groupNumber(group: Group, race: Race): string | null {
  const place = countable(race).indexOf(group) + 1;
  return place > 0 ? `g${place}` : null;
}

/** "Chasers 1" */
export function groupName(group: Group, { sheet }: Race): string {
  const words = wordsOf(defaultEdition.language);
  return groupNames(words, { ...group, size: group.bibs.length }, lookOf(sheet, 'general'))[0] ?? '';
}

/** "+1'05"", "~1'05"" where it is estimated; empty for the head. */
export const groupGap = ({ gap }: Group): string =>
  gap ? formatGap(gap.value, defaultEdition, { estimated: gap.origin === 'estimated' }) : '';

/** A group of the race by its number. */
interface Numbered {
  /** "g2" */
  readonly number: string;
  readonly group: Group;
  /** As it stood when the line was last typed in. */
  readonly wasOnCamera: boolean;
  /** "Chasers 1, 4 riders, +1'05"" */
  readonly described: string;
}

/** `g2 c`: the group on camera, or no group any more. */
export function toCamera(text: string, facts: Facts): Found {
  if (/^g$/i.test(text)) return toCameras(facts);
  const said = groupIn(text, facts);
  if (!said || 'why' in said) return said ? { matches: [], why: said.why } : nothingFound;
  const { one, rest } = said;
  if (rest === '') return { matches: [camera(one, 'offer')], why: `${one.number} is ${one.described}: ${HOW}` };
  if (rest.startsWith('"') || /^(l|lock|h|hold)$/i.test(rest)) return nothingFound;
  if ('camera'.startsWith(rest.toLowerCase())) return { matches: [camera(one, 'exact')] };
  return { matches: [], why: `"${rest}" is nothing that is done with a group: ${HOW}` };
}

/** Each group, to be put on camera. */
export const toCameras = (facts: Facts): Found => ({ matches: numbered(facts).map((one) => camera(one, 'offer')) });

/** Each group, to be named. */
export const toNames = (facts: Facts): Found => ({ matches: numbered(facts).map(begunName) });

const HOW = 'c is for the camera, l locks its riders, h holds its gap, "a name" in quotes names it.';

function camera({ number, group, wasOnCamera, described }: Numbered, like: Match['like']): Match {
  return {
    like,
    text: `${number} c`,
    cells: [`${number} c`, `${wasOnCamera ? 'Off camera' : 'On camera'}: ${described}`],
    sentence: `${wasOnCamera ? 'Takes off camera' : 'Puts on camera'} ${number}: ${described}.`,
    deed: { do: 'tell', event: { kind: 'camera', group: wasOnCamera ? null : group.id } },
  };
}

/** `g2 "Group Roglič"`: its name; an empty one gives the house's own back. The closing quote may be left out. */
export function toName(text: string, facts: Facts): Found {
  const said = groupIn(text, facts);
  if (!said || 'why' in said) return nothingFound;
  const { one, rest } = said;
  const { number, described } = one;
  if (rest === '') return { matches: [begunName(one)] };
  if (!rest.startsWith('"')) return nothingFound;
  if (rest === '"') return { matches: [], why: `Type a name for ${number}: ${described}; "" takes its name back.` };
  const name = rest.slice(1).replace(/"$/, '').trim();
  if (name.length > LONGEST_NAME) return { matches: [], why: `A name has at most ${LONGEST_NAME} letters.` };
  if (!facts.race) return nothingFound;
  const read = readOverride(facts.race, `group/${one.group.id}/name`, name);
  return read.ok ? { matches: [naming(one, read.value, facts.race)] } : { matches: [], why: read.error };
}

function begunName({ number, described }: Numbered): Match {
  const text = `${number} "`;
  return {
    like: 'offer',
    text,
    cells: [`${text}…"`, `A name: ${described}`],
    sentence: `Goes on to the name of ${number}: ${described}.`,
    deed: { do: 'write', text },
  };
}

function naming({ number, group, described }: Numbered, name: string, race: Race): Match {
  return {
    like: 'exact',
    text: `${number} "${name}"`,
    cells: [`${number} "${name}"`, described],
    sentence: name
      ? `Names ${number} "${name}": ${described}.`
      : `Takes back the name of ${number}: ${described}${group.name === null ? ', which has none' : ''}.`,
    deed: { do: 'tell', event: sayOf(race, `group/${group.id}/name`, name || null) },
  };
}

/** The group that a text begins with, and what it says of it; null where it speaks of none. */
export function groupIn(text: string, facts: Facts): { one: Numbered; rest: string } | { why: string } | null {
  const [, digits, tail = ''] = /^g(\d+)(?!\d)(.*)$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const { length } = facts.counted;
  const place = Number(digits);
  if (place < 1 || place > length)
    return { why: length === 0 ? 'No group on the road.' : `There is no g${place}: the groups are g1 to g${length}.` };
  const one = numbered(facts).find(({ number }) => number === `g${place}`);
  if (!one) return { why: `The groups have changed, g${place} is no more: type it again.` };
  return { one, rest: tail.trim().replaceAll(/[“”„«»]/g, '"') };
}

/** Those counted that still ride. */
function numbered({ counted, race }: Facts): Numbered[] {
  return counted.flatMap(({ id, onCamera }, i) => {
    const group = race?.groups.find((one) => one.id === id);
    if (!race || !group) return [];
    const { length } = group.bibs;
    const riders = `${length} ${length === 1 ? 'rider' : 'riders'}`;
    const described = [groupName(group, race), riders, groupGap(group)].filter(Boolean).join(', ');
    return { number: `g${i + 1}`, group, wasOnCamera: onCamera, described };
  });
}
