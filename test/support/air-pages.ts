import { type Link, openLink } from '../../src/host/link.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { drawnOf } from '../../src/show/replay.ts';
import { entries } from '../../src/show/show.ts';
import type { ReportedLife } from '../../src/wire/crew/report.ts';
import { report } from './report.ts';
import { type SmallDesk, until } from './small-desk.ts';

/** What one page said at one moment: between both, on the wall clock, the desk has heard it and has looked. */
export interface Told {
  readonly page: number;
  readonly saidMs: number;
  readonly seenMs: number;
  /** Overlays that it draws: they come, are on, or leave. */
  readonly drawn: readonly string[];
}

export interface AirPages {
  readonly links: readonly Link[];
  /** What they told, in its order: nobody speaks before what another has said is seen. */
  readonly told: readonly Told[];
  /** Within each of these, from one moment to another, the desk has looked at what is on air. */
  readonly looks: readonly (readonly [fromMs: number, toMs: number])[];
  /** Goes on until nothing more is drawn and all of it is told. */
  stop(): Promise<void>;
}

/** The desk looks every 20 ms: a timer of this length that begins now ends after its next look, however slow the machine. */
const LOOKED_MS = 40;
/** A page says so often what it draws; it is not asked for more, so that what is said goes out at once. */
const EVERY_MS = 1000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Program pages that draw what they are told as pages do, later than it was wished, and keep what they said of it. */
export async function openAirPages(
  { url, desk }: Pick<SmallDesk, 'url' | 'desk'>,
  manifests: readonly Manifest[],
  count: number,
  chance: () => number,
): Promise<AirPages> {
  const pages = Array.from({ length: count }, () => {
    const link = openLink('program', { url });
    return { link, drawing: createDrawing(link, manifests, chance), said: '', atMs: 0 };
  });
  await until('the program pages are live', () => pages.every(({ link }) => link.replica().connection === 'live'));
  const told: Told[] = [];
  const looks: [number, number][] = [];
  let isOver = false;
  let isClosing = false;

  async function tell(page: number, lives: readonly ReportedLife[]): Promise<void> {
    // Apart from what was told before, by the clock.
    await sleep(5);
    const mark = `canvas ${told.length}`;
    const saidMs = Date.now();
    pages[page]!.link.report(report({ lives: [...lives], renderer: mark }));
    await until('the desk has heard a page', () =>
      desk.register.pages().list.some((one) => one.report?.renderer === mark),
    );
    await sleep(LOOKED_MS);
    const drawn = lives.filter(({ life }) => life !== 'waiting').map(({ overlay }) => overlay);
    told.push({ page, saidMs, seenMs: Date.now(), drawn });
    pages[page]!.atMs = performance.now();
  }
  const speak = async () => {
    while (!isOver) {
      for (const [i, page] of pages.entries()) {
        const lives = page.drawing.look();
        const text = JSON.stringify(lives);
        if (text === page.said || performance.now() - page.atMs < EVERY_MS) continue;
        page.said = text;
        await tell(i, lives);
      }
      isOver = isClosing && pages.every(({ said, drawing }) => said === '[]' && drawing.look().length === 0);
      await sleep(10);
    }
  };
  const watch = async () => {
    while (!isOver) {
      const fromMs = Date.now();
      await sleep(LOOKED_MS);
      looks.push([fromMs, Date.now()]);
    }
  };
  for (const page of pages.keys()) await tell(page, []);
  const ends = [speak(), watch()];
  return {
    links: pages.map(({ link }) => link),
    told,
    looks,
    async stop() {
      isClosing = true;
      await Promise.all(ends);
      for (const { link } of pages) link.close();
    },
  };
}

/** As a stage has it: what is wished comes after a while, moves in, is on, and moves out; a panic cuts it. */
function createDrawing(link: Link, manifests: readonly Manifest[], chance: () => number) {
  const lives = new Map<string, { row: ReportedLife; untilMs: number }>();
  const put = (overlay: string, layer: string, life: ReportedLife['life'], forMs: number) =>
    lives.set(overlay, { row: { overlay, layer, life, why: null }, untilMs: performance.now() + forMs * chance() });

  function follow(): void {
    const { show } = link.replica();
    const drawn = entries(drawnOf(show, manifests));
    for (const [layer, { overlay }] of drawn) {
      const held = lives.get(overlay)?.row.life;
      if (held === undefined) put(overlay, layer, 'waiting', chance() < 0.2 ? 2000 : 30);
      else if (held === 'leaving') put(overlay, layer, 'entering', 500);
    }
    for (const [overlay, { row }] of lives) {
      if (drawn.some(([, one]) => one.overlay === overlay)) continue;
      if (show.cut || row.life === 'waiting') lives.delete(overlay);
      else if (row.life !== 'leaving') put(overlay, row.layer, 'leaving', 600);
    }
  }
  link.onChange(follow);
  return {
    /** What of it there is now. */
    look(): readonly ReportedLife[] {
      follow();
      for (const [overlay, { row, untilMs }] of lives) {
        if (performance.now() < untilMs) continue;
        if (row.life === 'leaving') lives.delete(overlay);
        else if (row.life === 'waiting') put(overlay, row.layer, 'entering', 500);
        else if (row.life === 'entering') put(overlay, row.layer, 'on', 0);
      }
      return [...lives.values()].map(({ row }) => row);
    },
  };
}
