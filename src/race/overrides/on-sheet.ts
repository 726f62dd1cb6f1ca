import { jerseyLooks, lookOf } from '../jersey-look.ts';
import type { GeneralEntry, KitColors, PointsEntry, Rider, Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';
import { type OverridePath, type Overrides, type RiderField, subjectOf } from './override.ts';

/** The sheet as it is drawn: what is known, or a hand instead of it. Who wears a jersey is the matter of `withBefore`. */
export const overridden = (sheet: Sheet, held: Overrides): Sheet =>
  held.reduce((drawn, { path, value }) => withWord(drawn, path, value), sheet);

/** What a sheet says of a path; null where it says nothing. */
export function sheetWord(sheet: Sheet, path: OverridePath): string | null {
  const subject = subjectOf(path);
  switch (subject?.of) {
    case 'rider':
      return riderWord(sheet, subject.bib, subject.field);
    case 'kit':
      return sheet.teams.find(({ code }) => code === subject.team)?.colors?.join(' ') ?? null;
    case 'jersey':
      return sheet.jerseys.find(({ kind }) => kind === subject.kind)?.bib ?? '';
    case 'look':
      return lookOf(sheet, subject.kind);
    default:
      return null;
  }
}

function riderWord(sheet: Sheet, bib: Bib, field: RiderField): string | null {
  switch (field) {
    case 'hidden':
    case 'place':
      return null;
    case 'general':
    case 'young':
      return textOf((sheet[field] ?? []).find((entry) => entry.bib === bib)?.behindS);
    case 'points':
    case 'mountain':
      return textOf((sheet.totals?.[field] ?? []).find((entry) => entry.bib === bib)?.points);
    default:
      return sheet.riders.get(bib)?.[field] ?? null;
  }
}

const textOf = (number: number | undefined): string | null => (number === undefined ? null : String(number));

/** The same sheet where it has no such rider or team, and of what is no matter of a sheet. */
function withWord(sheet: Sheet, path: OverridePath, value: string): Sheet {
  const subject = subjectOf(path);
  if (subject?.of === 'rider')
    return sheet.riders.has(subject.bib) ? withRider(sheet, subject.bib, subject.field, value) : sheet;
  if (subject?.of === 'kit') {
    const colors = kitIn(value);
    return { ...sheet, teams: sheet.teams.map((team) => (team.code === subject.team ? { ...team, colors } : team)) };
  }
  const look = jerseyLooks.find((one) => one === value);
  if (subject?.of === 'look' && look) return { ...sheet, jerseyLooks: { ...sheet.jerseyLooks, [subject.kind]: look } };
  return sheet;
}

/** "#112233 #445566"; one colour is both. */
function kitIn(value: string): KitColors | null {
  const [first, second = first] = value.split(' ');
  return first ? [first, second!] : null;
}

function withRider(sheet: Sheet, bib: Bib, field: RiderField, value: string): Sheet {
  const number = Number(value);
  switch (field) {
    case 'hidden':
    case 'place':
      return sheet;
    case 'general':
    case 'young':
      return Number.isFinite(number) ? { ...sheet, [field]: inTime(sheet[field] ?? [], bib, number) } : sheet;
    case 'points':
    case 'mountain': {
      const points = inPoints(sheet.totals?.[field] ?? [], bib, number);
      return Number.isFinite(number) ? { ...sheet, totals: { ...sheet.totals, [field]: points } } : sheet;
    }
    default: {
      const rider: Rider = { ...sheet.riders.get(bib)!, [field]: value };
      return { ...sheet, riders: new Map(sheet.riders).set(bib, rider) };
    }
  }
}

/** Behind those who have the same. */
function inTime(entries: readonly GeneralEntry[], bib: Bib, behindS: number): GeneralEntry[] {
  const others = entries.filter((entry) => entry.bib !== bib);
  const at = others.findIndex((entry) => entry.behindS > behindS);
  return putIn(others, at < 0 ? others.length : at, { bib, behindS });
}

function inPoints(entries: readonly PointsEntry[], bib: Bib, points: number): PointsEntry[] {
  const others = entries.filter((entry) => entry.bib !== bib);
  const at = others.findIndex((entry) => entry.points < points);
  return putIn(others, at < 0 ? others.length : at, { bib, points });
}

const putIn = <T>(all: readonly T[], at: number, one: T): T[] => [...all.slice(0, at), one, ...all.slice(at)];
