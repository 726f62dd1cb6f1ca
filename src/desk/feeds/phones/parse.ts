import type { Rider, Sheet } from '../../../race/sheet.ts';
import type { Bib } from '../../../race/units.ts';
import { LONGEST_RIDER_NAME } from '../../../wire/public/joining.ts';
import { noRoad } from '../../course/no-road.ts';
import type { FixesTold } from '../device-fix.ts';
import { createDevicePositions } from '../device-positions.ts';
import type { Parse, Parsed } from '../feed.ts';
import { bibOf, type Json, jsonOf, numberOf, recordOf, textOf } from '../json.ts';
import { ownTracks } from './own-tracks.ts';
import { queryForm } from './query-form.ts';
import { traccarClient } from './traccar-client.ts';

export const FEED = 'phones';

/** How each app speaks, by the topic that its messages have on the tape: `{"at","bib","body"}`. */
export const apps = {
  'own-tracks': ownTracks,
  traccar: traccarClient,
  query: (body) => queryForm(new URLSearchParams(typeof body === 'string' ? body : '')),
} as const satisfies Record<string, (body: unknown) => FixesTold>;
export type PhoneApp = keyof typeof apps;

/**
 * `start` begins with nobody, `join` brings a rider with the name that he typed, if any, whom `free` takes away; of all
 * (`bib` null) it takes nobody: the race was theirs. Between them come their phones.
 */
export function phonesParse(): Parse {
  const riders = new Map<Bib, Rider>();
  const positions = createDevicePositions();
  let utcOffsetMin = 0;
  const sheet = (): Parsed => ({ events: [{ kind: 'sheet', sheet: sheetOf(riders, utcOffsetMin) }], faults: [] });

  return ({ topic, text }) => {
    const told = recordOf(jsonOf(text));
    const atMs = numberOf(told?.at);
    if (!told || atMs === null) return fault(`what came as "${topic}" cannot be read; it was left out`);
    if (topic === 'start') {
      utcOffsetMin = numberOf(told.utcOffsetMin) ?? 0;
      return sheet();
    }
    if (topic === 'free' && told.bib === null) return nothing;
    const bib = bibOf(told.bib);
    if (bib === null) return fault(`a "${topic}" names no rider; it was left out`);
    if (topic === 'join') {
      const family = nameIn(told);
      if (family !== '') riders.set(bib, { bib, given: '', family, team: '', nation: '', born: null });
      return sheet();
    }
    if (topic === 'free') return riders.delete(bib) ? sheet() : nothing;
    const read = Object.hasOwn(apps, topic) ? apps[topic as PhoneApp] : null;
    if (!read) return fault(`phones have no topic "${topic}"; it was left out`);
    const { fixes, faults } = read(told.body);
    const made = positions(bib, fixes, atMs);
    return { events: made.events, faults: [...faults.map((one) => `number ${bib}: ${one}`), ...made.faults] };
  };
}

/** What a rider calls himself, as it goes on air: signs that are not seen, or that turn the line around, are no name. */
export function nameIn({ name }: Json): string {
  if (typeof name !== 'string') return '';
  const seen = textOf(name.replace(/(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu, ''));
  return /[\p{L}\p{N}]/u.test(seen) ? [...seen].slice(0, LONGEST_RIDER_NAME).join('').trim() : '';
}

const nothing: Parsed = { events: [], faults: [] };

const fault = (sentence: string): Parsed => ({ events: [], faults: [sentence.replace(/\s+/g, ' ').slice(0, 200)] });

const sheetOf = (riders: ReadonlyMap<Bib, Rider>, utcOffsetMin: number): Sheet => ({
  info: { id: FEED, race: '', stage: '', type: 'flat', startMs: null, utcOffsetMin },
  course: noRoad,
  teams: [],
  riders: new Map(riders),
  jerseys: [],
  general: [],
});
