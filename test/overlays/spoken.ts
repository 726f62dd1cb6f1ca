import { defaultEdition, type Edition } from '../../src/edition/edition.ts';
import type { RaceAndInsight } from '../../src/insight/insight.ts';
import type { Params } from '../../src/show/manifest.ts';
import type { Items } from '../../src/show/show.ts';
import { layers } from '../../src/show/zones.ts';
import { type Manifest, overlay, type Select } from '../../src/stage/overlay.ts';
import { type Moment, Speaker } from '../../src/stage/speaker.ts';

/** One graphic that speaks and is not drawn. */
export interface Voice {
  readonly manifest: Manifest;
  readonly select: Select<unknown>;
}

/** How it was taken. */
export interface Taken {
  readonly voice: Voice;
  readonly params?: Params;
  readonly step?: number;
}

const manifests = import.meta.glob<Manifest>('../../overlays/*/manifest.ts', { eager: true, import: 'manifest' });
const selects = import.meta.glob<Select<unknown>>('../../overlays/*/select.ts', { eager: true, import: 'select' });

/** All there are. */
export const voices: readonly Voice[] = Object.entries(manifests).map(([path, manifest]) => {
  return { manifest, select: selects[path.replace('manifest.ts', 'select.ts')]! };
});

/** Hears nobody, and says what he says alone. */
export const deaf = ({ manifest, select }: Voice): Voice => ({
  manifest,
  select: (seen) => select({ ...seen, heard: [] }),
});

export interface Air {
  readonly edition?: Partial<Edition>;
  readonly ageS?: number;
}

/** What these say in one frame with all of them on air, zone by zone, as a stage asks them. */
export function spoken(race: RaceAndInsight, taken: readonly Taken[], { edition = {}, ageS = 0 }: Air = {}): unknown[] {
  const items: Items = Object.fromEntries(
    taken.map(({ voice: { manifest }, params = {}, step = 0 }) => {
      return [manifest.layer, { overlay: manifest.id, params, step }];
    }),
  );
  const nowMs = race.atMs + ageS * 1000;
  const raceClock = { atMs: nowMs, pageMs: 0, rate: 0, floorMs: -Infinity };
  const moment: Moment = {
    timeMs: 0,
    told: { race, items, cut: false, replay: false, raceClock },
    nowMs,
    heard: [],
    cut: false,
  };
  return layers
    .flatMap((layer) => taken.filter(({ voice }) => voice.manifest.layer === layer))
    .map(({ voice: { manifest, select } }) => {
      const speaker = new Speaker(overlay(manifest, select, neverDrawn));
      return speaker.say(moment, items[manifest.layer]!, { ...defaultEdition, ...edition }).view;
    });
}

const neverDrawn = (): never => {
  throw new Error('Nothing is drawn here.');
};

/** A gap, a time, a distance, a speed, a gradient: whatever has a sign or a unit. */
const VALUE =
  /[+~−]\d[\d:h'"]*|\d[\dh]*'\d*"?|\d+"|\d+:\d\d(?::\d\d)?|\d+(?:[.,]\d+)?\s?(?:km\/h|mph|km|mi|m|yd|ft|%)(?!\w)/g;

/** A name stands for a few: "SMITH +3" counts riders, and is no gap, which has a unit. */
const AND_OTHERS = / \+\d+$/;

/** What is read off a view: values with their signs and units, and what a large figure is of ("km to go"). */
export function readOff(view: unknown): string[] {
  if (typeof view === 'string') return view.replace(AND_OTHERS, '').match(VALUE) ?? [];
  if (typeof view !== 'object' || view === null) return [];
  const { figure, unit, label, words, ...others } = view as Record<string, unknown>;
  if (typeof figure !== 'string') return Object.values(view).flatMap(readOff);
  const ladder = [words].flat();
  const whole = `${figure} ${unit ?? ladder.at(-1)}`;
  const read = figure === '' ? [] : [whole.match(VALUE)?.[0] ?? whole, `${label ?? ladder[0]}`];
  return [...read, ...readOff(others)];
}
