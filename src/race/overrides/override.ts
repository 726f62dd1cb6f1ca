import { type JerseyKind, jerseyKinds } from '../sheet.ts';
import type { Bib } from '../units.ts';

/**
 * What a hand may say of a rider: what he is called and for whom he rides; that he is not drawn by name at all, by the
 * value `HIDDEN`; his place on the road, from 1; his seconds or points in a classification before the stage.
 */
export const riderFields = [
  'given',
  'family',
  'team',
  'nation',
  'hidden',
  'place',
  'general',
  'young',
  'points',
  'mountain',
] as const;
export const HIDDEN = 'yes';
export const MOST_LETTERS = 80;
export type RiderField = (typeof riderFields)[number];

/**
 * What a hand speaks of: a field of a rider, the two colours of a kit ("#112233 #445566"), who wears a jersey ("" is
 * nobody), what that looks like, the name of a group, the kilometres that the head of the race has to go.
 */
export type OverridePath =
  | `rider/${Bib}/${RiderField}`
  | `team/${string}/kit`
  | `jersey/${JerseyKind}`
  | `look/${JerseyKind}`
  | `group/${string}/name`
  | typeof TO_GO;

export const TO_GO = 'race/to-go';

/** The same in its parts. */
export type Subject =
  | { readonly of: 'rider'; readonly bib: Bib; readonly field: RiderField }
  | { readonly of: 'kit'; readonly team: string }
  | { readonly of: 'jersey' | 'look'; readonly kind: JerseyKind }
  | { readonly of: 'group'; readonly group: string }
  | { readonly of: 'to-go' };

/** Null where nothing is called so. */
export function subjectOf(path: string): Subject | null {
  if (path === TO_GO) return { of: 'to-go' };
  const [, of, name = '', field] = /^(rider|team|jersey|look|group)\/([^/]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  if (of === 'rider') return riderSubject(name, field);
  if (of === 'team' && field === 'kit') return { of: 'kit', team: name };
  if (of === 'group' && field === 'name') return { of: 'group', group: name };
  const kind = jerseyKinds.find((one) => one === name);
  return (of === 'jersey' || of === 'look') && kind && field === undefined ? { of, kind } : null;
}

function riderSubject(bib: Bib, name: string | undefined): Subject | null {
  const field = riderFields.find((one) => one === name);
  return field ? { of: 'rider', bib, field } : null;
}

export const isOverridePath = (path: string): path is OverridePath => subjectOf(path) !== null;

/** Until when a hand's word holds: a moment of the race in milliseconds, another word of the feed, or the end of the stage. */
export type OverrideUntil = number | 'feed' | 'stage';

/** What a hand says instead of the feed. */
export interface Override {
  readonly path: OverridePath;
  readonly value: string;
  /** What was known without it when it was said; null where nothing was. */
  readonly instead: string | null;
  /** Who said it; "" where that is not told: it is the crew's to know. */
  readonly author: string;
  /** When it was said, on the clock of the race. */
  readonly atMs: number;
  readonly until: OverrideUntil;
}

/** The newest last; one a path. */
export type Overrides = readonly Override[];

export const noOverrides: Overrides = [];
