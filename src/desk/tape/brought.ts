import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Arguments } from '../arguments.ts';
import { headIn } from './newest.ts';

/** Options that name a file or a folder beside the feeds of a race; `rules` may name a preset instead. */
const files = ['course', 'riders', 'rules', 'classification', 'starts', 'kits', 'history'] as const;
/** Options that say how the road of a file, or one that riders ride, is meant. */
const numbers = ['track', 'laps'] as const;
type Brought = Pick<Arguments, (typeof files)[number] | (typeof numbers)[number]>;

/** What the head of a tape keeps of it. */
export function broughtBy(args: Brought): Readonly<Record<string, string>> {
  const named = files.flatMap((option) => {
    const word = args[option];
    return word === null ? [] : [[option, existsSync(word) ? resolve(word) : word] as const];
  });
  const counted = numbers.flatMap((option) => (args[option] === null ? [] : [[option, String(args[option])] as const]));
  return Object.fromEntries([...named, ...counted]);
}

interface Again {
  readonly args: Arguments;
  /** What is used again, and what is not there any more, a sentence each. */
  readonly said: readonly string[];
  readonly missing: readonly string[];
}

/** A desk that plays a tape has what was brought along to its race, where that is still there and nobody asks for another. */
export function withBroughtAgain(args: Arguments): Again {
  const tapes = args.feeds
    .filter(({ kind }) => kind === 'replay')
    .map(({ argument }) => headIn(argument)?.brought ?? {});
  const brought: Readonly<Record<string, string>> = Object.assign({}, ...tapes.toReversed());
  const asked = files.filter((option) => args[option] === null && brought[option] !== undefined);
  const gone = asked.filter((option) => /[/\\]/.test(brought[option]!) && !existsSync(brought[option]!));
  const used = asked.filter((option) => !gone.includes(option));
  const isOwnRoad = args.course !== null;
  const counted = numbers.filter(
    (option) =>
      !isOwnRoad &&
      args[option] === null &&
      countOf(brought[option]) !== null &&
      !(option === 'track' && gone.includes('course')),
  );
  const words = [...used, ...counted].map((option) => `--${option} ${brought[option]}`);
  return {
    args: {
      ...args,
      ...Object.fromEntries(used.map((option) => [option, brought[option]])),
      ...Object.fromEntries(counted.map((option) => [option, countOf(brought[option])])),
    },
    said: words.length > 0 ? [`The tape is played with what it was made with: ${words.join(' ')}.`] : [],
    missing: gone.map(
      (option) =>
        `The tape was made with --${option} ${brought[option]}, which is not there any more: bring it with --${option}.`,
    ),
  };
}

function countOf(text: string | undefined): number | null {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 500 ? count : null;
}
