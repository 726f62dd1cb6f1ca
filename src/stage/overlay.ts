/// <reference types="gsap" />
import type { Container } from 'pixi.js';
import type { Edition } from '../edition/edition.ts';
import type { Box } from '../edition/theme.ts';
import type { Insight } from '../insight/insight.ts';
import type { Race } from '../race/race.ts';
import type { Manifest, Params } from '../show/manifest.ts';
import type { Layer } from '../show/zones.ts';
import type { News } from './freshness.ts';
import type { Kit } from './kit/kit.ts';

export type { Manifest, Param, Params } from '../show/manifest.ts';

/** One graphic. `select` says the words, `draw` makes the pixels, `index.ts` declares it. */
export interface Overlay<View = unknown> {
  readonly manifest: Manifest;
  readonly select: Select<View>;
  readonly draw: Draw<View>;
}

/** One thing that is known of the race, in whatever form: how far the head has to go, where a group or a rider is. */
export type Datum = 'to go' | `group ${string}` | `rider ${string}`;

/** A view that tells what it says, so that those in the zones behind its own do not say it again. */
export interface Saying {
  readonly says: readonly Datum[];
}

/** What a graphic is told. */
export interface Seen {
  readonly race: Race;
  /** What follows from it. */
  readonly insight: Insight;
  readonly edition: Edition;
  /** Complete: defaults filled in. */
  readonly params: Params;
  /** From 0. */
  readonly step: number;
  readonly news: News;
  /** Where others are on air at this moment: what one of them says need not be said twice. */
  readonly beside: readonly Layer[];
  /** What those in the zones before its own say at this moment: the same never stands twice on screen. */
  readonly heard: readonly Datum[];
  /** The picture is a replay: what is so now is not said. Only what stays in one, and its tag, are ever told so. */
  readonly replay: boolean;
  /** The moment to draw, on the clock of the race, in milliseconds. */
  readonly now: number;
}

/**
 * Says what to draw, in words already formatted for the edition. Pure, and plain data: two equal views draw the same
 * pixels. `nothing` when there is nothing true to show. Called on new data, and at `glideHz` where the clock moves it.
 */
export type Select<View> = (seen: Seen) => View | Nothing;

/** That there is nothing true to show, and why. */
export interface Nothing {
  readonly nothing: true;
  /** For the producer, in one plain English phrase: "no group on the road". */
  readonly why: string;
}

export const nothing = (why: string): Nothing => ({ nothing: true, why });

export const isNothing = (said: unknown): said is Nothing =>
  typeof said === 'object' && said !== null && 'nothing' in said && said.nothing === true;

/**
 * Builds the nodes, once. Overlays of one zone that share a `draw` hand over by unfolding: the nodes stay, and the view of
 * the next one follows that of the one before.
 */
export type Draw<View> = (kit: Kit) => Drawing<View>;

/** A graphic that stands on the stage, in pixels of 1920 x 1080. */
export interface Drawing<View> {
  readonly node: Container;
  /** The part of the picture that it ever touches, whole pixels: nothing outside it is drawn. */
  readonly box: Box;
  /** Changes values; builds what it needs for the first time, and keeps it. `before` is null at the first call, which is still: nothing moves. */
  update(view: View, before: View | null): void;
  /** Entrance from nothing to the resting picture. */
  playIn(): gsap.core.Timeline;
  /** From the picture as it is to nothing. */
  playOut(): gsap.core.Timeline;
}

/** Declares an overlay, and ties the view that `select` says to the view that `draw` takes. */
export const overlay = <View>(manifest: Manifest, select: Select<View>, draw: Draw<View>): Overlay<View> => ({
  manifest,
  select,
  draw,
});
