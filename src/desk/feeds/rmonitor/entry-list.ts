import { iocCode } from '../../../race/nations.ts';
import type { Rider, Team } from '../../../race/sheet.ts';
import type { Bib } from '../../../race/units.ts';
import { teamsNamed } from '../../papers/teams.ts';
import { bibOf, textOf } from '../json.ts';

/** Who is registered, as lines of two sorts tell it bit by bit: what the one leaves out the other has said. */
interface Registered {
  readonly number: string;
  readonly given: string;
  readonly family: string;
  readonly nation: string;
  /** Of the class. */
  readonly group: string;
  readonly extra: string;
}

export interface EntryList {
  competitor(registration: string, told: Partial<Registered>): void;
  group(number: string, name: string): void;
  /**
   * The number on his back; a registration that nobody has told of is one itself. Null for who has the number of somebody
   * else.
   */
  bibOf(registration: string): Bib | null;
  /** Of each number that two of different names have: a sentence. */
  doubles(): readonly string[];
  people(): { readonly riders: ReadonlyMap<Bib, Rider>; readonly teams: readonly Team[] };
}

const nobody: Registered = { number: '', given: '', family: '', nation: '', group: '', extra: '' };

/** "#7" and "7*" are 7. */
const unsigned = (number: string): string => number.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const nameOf = ({ given, family }: Registered): string => textOf(`${given} ${family}`);

/** The team of a rider is what stands beside his name; where nothing does and there are several classes, his class. */
export function createEntryList(): EntryList {
  const registered = new Map<string, Registered>();
  const groups = new Map<string, string>();
  const numberOf = (registration: string): Bib | null =>
    bibOf(unsigned(registered.get(registration)?.number ?? '')) ?? bibOf(unsigned(registration));
  /** By registration, for as long as nothing new is told: whose number he has, where he is another one. */
  let others: ReadonlyMap<string, Registered> | null = null;
  const whoseNumber = (): ReadonlyMap<string, Registered> => {
    const first = new Map<Bib, Registered>();
    const found = new Map<string, Registered>();
    for (const [registration, one] of registered) {
      const bib = numberOf(registration);
      if (bib === null || nameOf(one) === '') continue;
      const his = first.get(bib) ?? one;
      first.set(bib, his);
      if (nameOf(his).toLowerCase() !== nameOf(one).toLowerCase()) found.set(registration, his);
    }
    return found;
  };
  const double = (registration: string): Registered | undefined => {
    others ??= whoseNumber();
    return others.get(registration);
  };
  return {
    competitor(registration, told) {
      others = null;
      const said = Object.fromEntries(Object.entries(told).filter(([, text]) => text !== ''));
      registered.set(registration, { ...(registered.get(registration) ?? nobody), ...said });
    },
    group: (number, name) => void groups.set(number, textOf(name)),
    bibOf: (registration) => (double(registration) ? null : numberOf(registration)),
    doubles() {
      return [...registered].flatMap(([registration, one]) => {
        const his = double(registration);
        if (!his) return [];
        const who = `${nameOf(his)} and ${nameOf(one)}`;
        return `number ${numberOf(registration)} is of two riders in the timing, ${who}: crossings of the second are left out; give one of them another number there`;
      });
    },
    people() {
      const riders = new Map<Bib, Rider>();
      const isOneClass = new Set([...registered.values()].map(({ group }) => group)).size < 2;
      const teamOf = ({ extra, group }: Registered) => textOf(extra) || (isOneClass ? '' : (groups.get(group) ?? ''));
      const { teams, codeOf } = teamsNamed([...registered.values()].map((one) => ({ name: teamOf(one), code: '' })));
      for (const [registration, one] of registered) {
        const bib = numberOf(registration);
        if (bib === null || double(registration)) continue;
        riders.set(bib, {
          bib,
          given: textOf(one.given),
          family: textOf(one.family) || bib,
          team: codeOf(teamOf(one)),
          nation: iocCode(textOf(one.nation)),
          born: null,
        });
      }
      return { riders, teams };
    },
  };
}
