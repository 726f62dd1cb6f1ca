import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Playable } from '../../../../src/desk/feeds/feed.ts';
import kind from '../../../../src/desk/feeds/gpx/index.ts';
import { at } from '../../../support/courses.ts';
import { START_MS } from '../../../support/race.ts';

export const iso = (atMs: number): string => new Date(atMs).toISOString();
export const point = (eastM: number, time: string): string => {
  const { lat, lon } = at(eastM, 0);
  return `<trkpt lat="${lat}" lon="${lon}"><ele>210.5</ele>${time && `<time>${time}</time>`}</trkpt>`;
};
export const file = (points: readonly string[], title = '', head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1">${head}<trk><name>${title}</name><trkseg>${points.join('')}</trkseg></trk></gpx>`;
/** So many seconds at 10 m/s, from a moment after the start on. */
export const ride = (seconds: number, fromS = 0, startM = 0): string[] =>
  Array.from({ length: seconds }, (_, s) => point(startM + s * 10, iso(START_MS + (fromS + s) * 1000)));

export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ardoise-rides-')), 'club-race');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
export const open = (folder: string) =>
  kind.open({ argument: folder, folder: '.', seed: 1, port: 4000, names: [], parserOf: () => null });
export function opened(files: Readonly<Record<string, string>>): Playable {
  const playable = open(folderOf(files));
  if (!playable.ok) throw new Error(playable.error);
  return playable.value;
}
export const toldBy = (playable: Playable) => {
  const read = playable.reader();
  return [...playable.play(0)].map((input) => ({ atMs: input.atMs, ...read(input) }));
};
export const sheetOf = (playable: Playable) => {
  const [first] = toldBy(playable)[0]!.events;
  if (first?.kind !== 'sheet') throw new Error('no sheet');
  return first.sheet;
};
