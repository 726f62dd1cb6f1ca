import { keyOfItem } from '../../src/desk/as-run/on-pages.ts';
import { type Link, openLink } from '../../src/host/link.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { drawnOf } from '../../src/show/replay.ts';
import { entries, type Item } from '../../src/show/show.ts';
import type { ReportedLife } from '../../src/wire/crew/report.ts';
import { report } from './report.ts';
import { type SmallDesk, until } from './small-desk.ts';

/** What one page said at one moment: between both, on the wall clock, the desk has heard it and has looked. */
export interface Told {
  readonly page: number;
  readonly saidMs: number;
  readonly seenMs: number;
  /** Graphics with their values that it draws, by `keyOfItem`: they come, are on, or leave. */
  readonly drawn: readonly string[];
}

export interface AirPages {
  readonly links: readonly Link[];
  /** What they told, in its order: nobody speaks before what another has said is seen. */
  readonly told: readonly Told[];
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
    const drawn = lives
      .filter(({ life }) => life !== 'waiting')
      .map(({ overlay, item }) => keyOfItem({ overlay, params: item?.params ?? {}, step: item?.step ?? 0 }));
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
  for (const page of pages.keys()) await tell(page, []);
  const end = speak();
  return {
    links: pages.map(({ link }) => link),
    told,
    async stop() {
      isClosing = true;
      await end;
      for (const { link } of pages) link.close();
    },
  };
}

/** As a stage has it: what is wished comes after a while, moves in, is on, and moves out; a panic cuts it. */
function createDrawing(link: Link, manifests: readonly Manifest[], chance: () => number) {
  const lives = new Map<string, { row: ReportedLife; item: Item; untilMs: number }>();
  const put = (layer: string, item: Item, life: ReportedLife['life'], forMs: number) => {
    const { overlay, params, step } = item;
    const row = { overlay, layer, life, why: null, item: { params, step } };
    lives.set(overlay, { row, item, untilMs: performance.now() + forMs * chance() });
  };

  function follow(): void {
    const { show } = link.replica();
    const drawn = entries(drawnOf(show, manifests));
    for (const [layer, item] of drawn) {
      const held = lives.get(item.overlay);
      if (!held) put(layer, item, 'waiting', chance() < 0.2 ? 2000 : 30);
      else if (held.row.life === 'leaving') put(layer, item, 'entering', 500);
      // Other values in the same graphic are drawn at once.
      else if (keyOfItem(held.item) !== keyOfItem(item))
        lives.set(item.overlay, {
          ...held,
          item,
          row: { ...held.row, item: { params: item.params, step: item.step } },
        });
    }
    for (const [overlay, { row, item }] of lives) {
      if (drawn.some(([, one]) => one.overlay === overlay)) continue;
      if (show.cut || row.life === 'waiting') lives.delete(overlay);
      else if (row.life !== 'leaving') put(row.layer, item, 'leaving', 600);
    }
  }
  link.onChange(follow);
  return {
    /** What of it there is now. */
    look(): readonly ReportedLife[] {
      follow();
      for (const [overlay, { row, item, untilMs }] of lives) {
        if (performance.now() < untilMs) continue;
        if (row.life === 'leaving') lives.delete(overlay);
        else if (row.life === 'waiting') put(row.layer, item, 'entering', 500);
        else if (row.life === 'entering') put(row.layer, item, 'on', 0);
      }
      return [...lives.values()].map(({ row }) => row);
    },
  };
}
