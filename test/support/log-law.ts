import type { TapeEntry } from '../../src/desk/tape/entry.ts';
import type { Command } from '../../src/show/command.ts';
import type { AskSituation } from '../../src/show/complete.ts';
import { emptyShow, type Items, itemOf, type Show } from '../../src/show/show.ts';
import { foldUndoable, neverChanged } from '../../src/show/undo.ts';
import type { LogEntry, LogLine } from '../../src/wire/crew/log.ts';
import type { HandGust } from './hand-gusts.ts';
import type { Done } from './hands.ts';

/** One command of the tape, with the show before and after it. */
export interface Deed {
  readonly atMs: number;
  readonly author: string;
  readonly command: Command;
  readonly was: Show;
  readonly is: Show;
  readonly log: LogEntry | null;
}

/** What a hand asked, between two moments, and what it was answered. */
export interface Asked extends Done {
  readonly gust: HandGust;
  readonly fromMs: number;
  readonly toMs: number;
}

export function deedsOf(entries: readonly TapeEntry[], situation: Omit<AskSituation, 'show'>): readonly Deed[] {
  let kept = neverChanged(emptyShow);
  return entries.flatMap((entry) => {
    if (!('command' in entry)) return [];
    const command = entry.command as Command;
    const was = kept.show;
    kept = foldUndoable(kept, command, situation);
    return [{ atMs: entry.at, author: entry.author, command, was, is: kept.show, log: entry.log ?? null }];
  });
}

/** A thing as a text that is the same for the same thing, however its names are ordered. */
export const textOf = (thing: unknown): string =>
  JSON.stringify(thing, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** What is on air of a show, and what anyone may know of it. */
export const publicText = ({ preview: _, owners: __, ...show }: Show): string => textOf(show);

/** "take-direct tower" */
const didOf = (command: Command): string => {
  const { overlay, layer, output } = command as { overlay?: string; layer?: string; output?: string };
  return [
    command.do,
    ...[command.do === 'take-direct' || command.do === 'cue' ? overlay : (overlay ?? layer ?? output)],
  ]
    .filter((word) => word !== undefined)
    .join(' ');
};

/**
 * Of the lines that a control page was told: each is on the tape, numbered without a gap; each command has one, of its
 * author, which says what was done by the titles of graphics.
 */
export function wrongLines(
  lines: readonly LogLine[],
  entries: readonly TapeEntry[],
  deeds: readonly Deed[],
  titleOf: (overlay: string) => string,
): readonly string[] {
  const kept = entries.flatMap((entry) => ('log' in entry && entry.log ? [entry.log] : []));
  const told = lines.map(({ n: _, atMs: __, ...entry }) => textOf(entry));
  return [
    ...(told.length === kept.length ? [] : [`${told.length} lines were told, ${kept.length} are on the tape`]),
    ...lines.flatMap(({ n }, i) => (n === i + 1 ? [] : [`line ${n} is told as number ${i + 1}`])),
    // One that is missing moves all that follow.
    ...kept.flatMap((one, i) => (told[i] === textOf(one) ? [] : [`"${one.what}" is told as ${told[i]}`])).slice(0, 1),
    ...deeds.flatMap((deed) => wrongWords(deed, titleOf)),
    ...kept
      .filter((entry) => entry.kind === 'air' || entry.kind === 'cue')
      .filter((entry) => !deeds.some(({ log }) => log === entry))
      .map(({ what }) => `nothing was done where the log says "${what}"`),
  ];
}

function wrongWords({ log, author, command, was, is }: Deed, titleOf: (overlay: string) => string): string[] {
  if (!log) return [`${didOf(command)} of ${author} has no line`];
  const all = (items: Items) => Object.values(items).map(({ overlay }) => titleOf(overlay));
  const about = 'overlay' in command ? [titleOf(command.overlay)] : [];
  const named: Partial<Record<Command['do'], readonly string[]>> = {
    take: all(was.preview),
    clear: all(was.program),
    panic: all(was.program),
    undo: all(is.program),
    redo: all(is.program),
  };
  const isSaid =
    verbs[command.do].test(log.what) &&
    [...about, ...(named[command.do] ?? [])].every((title) => log.what.includes(title));
  const isBy = log.author === author && (author !== 'rule' || /^its [123] s are over$/.test(log.why ?? ''));
  return isSaid && isBy ? [] : [`${didOf(command)} of ${author} is told as ${textOf(log)}`];
}

/** How the log says what was done. */
const verbs: Readonly<Record<Command['do'], RegExp>> = {
  cue: /^cues /,
  uncue: /^uncues /,
  take: /^takes /,
  'take-direct': /^takes /,
  out: /^takes out /,
  set: /^sets .+: ./,
  next: /: step \d+ of \d+$/,
  previous: /: step \d+ of \d+$/,
  hold: /^holds /,
  loss: /^(lets|keeps) .+ without news/,
  clear: /^all out: /,
  panic: /^panic: .+ cut, kept clean$/,
  release: /^releases the panic$/,
  freeze: /^freezes the data$/,
  thaw: /^lets the data go on$/,
  replay: /^begins a replay, and hides /,
  live: /^ends the replay, and shows .+ again$/,
  delay: /^delays output (ott|world|program): [\d.]+ s$/,
  update: /^updates /,
  claim: /^takes the (strap|card) over.*: nobody else changes it$/,
  'claim-over': /^takes the (strap|card) over.*: nobody else changes it$/,
  free: /^gives the (strap|card) back to all$/,
  undo: /^undo: .+ on air$/,
  redo: /^redo: .+ on air$/,
};

/** Each command on the tape was asked by the hand that signs it, when it says so; what was done without one changed nothing. */
export function wrongHands(deeds: readonly Deed[], hands: ReadonlyMap<string, readonly Asked[]>): readonly string[] {
  const known = new Set([...hands.keys(), 'rule']);
  return [
    ...deeds.filter(({ author }) => !known.has(author)).map((deed) => `${didOf(deed.command)} is of ${deed.author}`),
    ...[...hands].flatMap(([author, asked]) => {
      const its = deeds.filter((deed) => deed.author === author);
      let next = 0;
      const idle = asked.filter((one) => {
        const deed = its[next];
        const isIts = deed && one.answer.ok && deed.atMs >= one.fromMs && deed.atMs <= one.toMs;
        if (!isIts || !one.did.includes(didOf(deed.command))) return one.answer.ok;
        next += 1;
        return false;
      });
      const unasked = its[next];
      return [
        ...(unasked ? [`${didOf(unasked.command)} at ${unasked.atMs} was not asked by ${author}`] : []),
        ...idle
          .filter((one) => !showsIn(deeds, one).some((show) => one.did.some((did) => isDone(did, show))))
          .map(({ did, fromMs }) => `${author}: ${did.join(' or ')} at ${fromMs} was not done`),
      ];
    }),
  ];
}

/** The show as it stood while something was asked. */
function showsIn(deeds: readonly Deed[], { fromMs, toMs }: Asked): readonly Show[] {
  const within = deeds.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
  const before = deeds.findLast(({ atMs }) => atMs < fromMs)?.is ?? emptyShow;
  return [before, ...within.map(({ is }) => is)];
}

function isDone(did: string, { program, preview, latched, frozen, replay }: Show): boolean {
  const [what = '', overlay = ''] = did.split(' ');
  const done: Readonly<Record<string, () => boolean>> = {
    'take-direct': () => itemOf(program, overlay) !== null,
    out: () => itemOf(program, overlay) === null,
    cue: () => itemOf(preview, overlay) !== null,
    uncue: () => itemOf(preview, overlay) === null,
    clear: () => Object.keys(program).length === 0,
    panic: () => latched,
    release: () => !latched,
    freeze: () => frozen,
    thaw: () => !frozen,
    replay: () => replay,
    live: () => !replay,
  };
  return done[what]?.() ?? true;
}

/** What pages were told of the show, one after the other, is what the commands make of it: none changed it without its line. */
export function wrongShows(deeds: readonly Deed[], told: readonly string[]): readonly string[] {
  let next = 0;
  let was = publicText(emptyShow);
  const wrong: string[] = [];
  if (told[next] === was) next += 1;
  for (const { is, author, command, atMs } of deeds) {
    const text = publicText(is);
    if (text !== was && told[next] === text) next += 1;
    // What rules do at once is told at once.
    else if (text !== was && author !== 'rule')
      wrong.push(`${didOf(command)} of ${author} at ${atMs} was told as ${told[next]}`);
    was = text;
    if (wrong.length > 0) return wrong;
  }
  return next === told.length ? [] : [`${told.length - next} shows were told that no command made: ${told[next]}`];
}
