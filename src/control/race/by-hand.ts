import type { Override } from '../../race/overrides/override.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import type { Race } from '../../race/race.ts';
import { slateText } from '../../race/slate/read-slate.ts';
import type { SlateGroup } from '../../race/slate/slate.ts';
import type { Crew } from '../../wire/crew/half.ts';
import type { OperatorEvent } from '../../wire/protocol.ts';
import { ageText } from '../page/clock.ts';
import { pathWords, untilWords, valueWords } from './override-words.ts';

/** One thing that a hand says, as the list of all of them shows it. */
export interface HandRow {
  readonly key: string;
  /** "Family name of 31"; empty where the value says it. */
  readonly what: string;
  readonly value: string;
  /** "feed: Safranek, control 1, 3 min ago, until the stage ends" */
  readonly details: string;
  readonly release: OperatorEvent;
}

/** All that hands say, the newest first: what stands instead of the feed, and the slate. */
export function handRows(race: Race, authors: Crew['authors']): HandRow[] {
  const rows = [
    ...race.overrides.map((one) => ({ atMs: one.atMs, row: overrideRow(one, race, authors) })),
    ...race.slate.map((one) => ({ atMs: one.atMs, row: slateRow(one, race, authors) })),
  ];
  return rows.sort((a, b) => b.atMs - a.atMs).map(({ row }) => row);
}

function overrideRow(one: Override, race: Race, authors: Crew['authors']): HandRow {
  const { path, value, instead, until, atMs } = one;
  const details = [
    instead === null ? '' : `feed: ${valueWords(path, instead)}`,
    authors[path] ?? '',
    ageWords(atMs, race.atMs),
    untilWords(until, race.sheet.info.utcOffsetMin),
  ];
  return {
    key: path,
    what: pathWords(path, race),
    value: valueWords(path, value),
    details: details.filter(Boolean).join(', '),
    release: sayOf(race, path, null),
  };
}

function slateRow(group: SlateGroup, race: Race, authors: Crew['authors']): HandRow {
  const { id, atMs, until, km } = group;
  const holds = until === null ? '' : untilWords(until, race.sheet.info.utcOffsetMin);
  return {
    key: id,
    what: 'Slate',
    value: slateText({ ...group, km: km?.km ?? null }),
    details: [authors[id] ?? '', ageWords(atMs, race.atMs), holds].filter(Boolean).join(', '),
    release: { kind: 'slate-line', atMs: race.atMs, id, told: null },
  };
}

function ageWords(atMs: number, nowMs: number): string {
  const ageS = (nowMs - atMs) / 1000;
  return ageS < 60 ? 'just now' : `${ageText(Math.max(100, ageS))} ago`;
}
