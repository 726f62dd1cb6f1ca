import { gsap } from 'gsap';
import { defaultEdition } from '../../src/edition/edition.ts';
import { overlays } from '../../src/host/overlays.ts';
import { shippedTheme } from '../../src/host/themes.ts';
import type { Race } from '../../src/race/race.ts';
import { START_MS } from '../../src/race/sample/builders.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Items } from '../../src/show/show.ts';
import { manualClock } from '../../src/stage/clock.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { Stage } from '../../src/stage/stage.ts';
import { asOf } from './as-of.ts';

/** How long a page stays on air, how often one of its graphics goes and comes again, and how often there is news. */
export const HOURS = 5;
export const TAKES = 500;
const NEWS_S = 18;
const HOUR_S = 3600;
const TAKE_S = (HOURS * HOUR_S) / TAKES;
/** What is kept does not depend on the size of the picture; the time that it takes does. */
const SCALE = 0.1;

/** A page with all graphics on air, whose time is moved by hand. */
export interface LeftOnAir {
  hour(): void;
  /** What the page holds beside its heap: the same after each hour. */
  counts(): Readonly<Record<string, number>>;
  end(): void;
}

export async function leftOnAir(renderer: RendererName): Promise<LeftOnAir> {
  await loadFonts();
  const gl = countGlTextures();
  const picture = await createPicture(renderer);
  document.body.append(picture.element);
  const stage = new Stage({ picture, overlays, edition: defaultEdition, theme: shippedTheme(null) });
  stage.resize(SCALE, 1);
  const clock = manualClock(stage.frame);
  const { now } = performance;
  // Pixi lets go of what has not been drawn for a minute: of the minutes that pass here.
  performance.now = () => clock.timeMs;
  const ids = [...overlays.keys()];
  const tell = (atS: number, without: string | null) =>
    stage.tell({
      race: raceAt(atS),
      items: itemsBut(without, takes),
      cut: false,
      replay: takes % 2 === 1,
      raceClock: { atMs: START_MS + atS * 1000, pageMs: atS * 1000, rate: 1, floorMs: -Infinity },
    });
  let takes = 0;
  let atS = 0;
  const news = () => {
    const takeIsDue = atS >= takes * TAKE_S;
    // Begun so that each has been on air in the first hour: the flash has one moment in it.
    tell(atS, takeIsDue ? (ids[(takes + 1) % ids.length] ?? null) : null);
    if (takeIsDue) takes++;
    clock.to(atS * 1000);
    // Some frames while something moves, and one when the markers have glided on.
    clock.run(1500, takeIsDue ? 4 : 2);
    clock.run(NEWS_S * 1000 - 1500, 0.1);
    atS += NEWS_S;
  };
  return {
    hour() {
      for (const endS = atS + HOUR_S; atS < endS; ) news();
      if (stage.faults.size > 0) throw new Error([...stage.faults.values()][0]?.message);
    },
    counts: () => ({
      takes,
      standing: stage.lives().filter(({ life }) => life === 'on').length,
      animations: gsap.globalTimeline.getChildren(true).length,
      art: stage.supplies.art.size,
      canvases: document.querySelectorAll('canvas').length,
      glTextures: gl.count(),
    }),
    end() {
      performance.now = now;
      stage.end();
      picture.destroy();
      gl.stop();
    },
  };
}

/** Each layer is held by another of its graphics from take to take. */
const itemsBut = (without: string | null, takes: number): Items =>
  Object.fromEntries(
    turned([...overlays.values()], takes)
      .filter(({ manifest }) => manifest.id !== without)
      .map(({ manifest: { id, layer } }) => [layer, { overlay: id, params: {}, step: 0 }]),
  );

const turned = <T>(all: readonly T[], by: number): T[] => [
  ...all.slice(by % all.length),
  ...all.slice(0, by % all.length),
];

/** A stage of an hour, over and over: the head rides, the gaps breathe, riders change groups. */
function raceAt(atS: number): Race {
  const headKm = 1 + (((atS / HOUR_S) * 166) % 166);
  const breath = Math.sin(atS / 300);
  const race = situation({
    headKm,
    groups: [
      { kind: 'head', bibs: 4 + (Math.floor(atS / 120) % 3) },
      { kind: 'chasers', bibs: 7, gapS: 60 + Math.round(30 * breath), trendSPerMin: Math.round(9 * breath) },
      { kind: 'peloton', bibs: 90 - (Math.floor(atS / 60) % 12), gapS: 240 + Math.round(60 * breath) },
      { kind: 'gruppetto', bibs: 41, gapS: 900 },
    ],
  });
  return asOf(race, race.atMs + atS * 1000);
}

/** Textures that are on a GPU, of all contexts from now on. */
function countGlTextures() {
  const { createTexture, deleteTexture } = WebGL2RenderingContext.prototype;
  let count = 0;
  WebGL2RenderingContext.prototype.createTexture = function () {
    count++;
    return createTexture.call(this);
  };
  WebGL2RenderingContext.prototype.deleteTexture = function (texture) {
    count--;
    deleteTexture.call(this, texture);
  };
  return {
    count: () => count,
    stop: () => Object.assign(WebGL2RenderingContext.prototype, { createTexture, deleteTexture }),
  };
}
