import { pageCounts } from '../race/listing/pages.ts';
import { FIRST_OUTPUT, isOutputName, nearestDelay } from '../show/delay.ts';
import { createDrawn } from '../show/replay.ts';
import type { Items } from '../show/show.ts';
import type { Picture } from '../stage/picture.ts';
import type { LateOutput } from './hold/late-race.ts';
import { openLink, type Replica } from './link.ts';
import { hearObsCommands } from './obs/commands.ts';
import { overlays } from './overlays.ts';
import { mountPage, optionsIn } from './page.ts';
import { hearPanic } from './panic.ts';
import { showProbe } from './probe.ts';
import { followClock, noTime } from './race-time.ts';
import { deskNamed } from './source.ts';

const nothing: Items = {};

/**
 * `&output=ott` names the output that this page is, `&delay=9` says how late it is as long as the desk says nothing of it:
 * to the nearest half second.
 */
function outputIn(query: URLSearchParams): LateOutput {
  const asked = query.get('output');
  const isName = isOutputName(asked);
  if (asked !== null && !isName) console.error(`"${asked}" is no name of an output: this page is "${FIRST_OUTPUT}".`);
  return { name: isName ? asked : FIRST_OUTPUT, lateS: nearestDelay(Number(query.get('delay')) || 0) };
}

/**
 * `/?show=program` is what is on air, `/?show=preview` what is cued: both obey the desk and nobody else, but for a panic,
 * which reaches the program also from a control page beside it.
 */
export async function start(root: HTMLElement, query: URLSearchParams, coming: Promise<Picture>): Promise<void> {
  const bus = query.get('show') === 'preview' ? 'preview' : 'program';
  const monitor = query.has('monitor');
  const output = bus === 'program' && !monitor ? outputIn(query) : null;
  const desk = deskNamed(query.get('desk'), console.error);
  const link = openLink(bus, { ...desk, monitor, output });
  const page = await mountPage(
    root,
    { ...optionsIn(query, bus === 'preview'), overlays, report: link.report, stand: link.stand },
    coming,
  );
  showProbe(page);
  const manifests = new Map([...overlays].map(([id, { manifest }]) => [id, manifest] as const));
  const drawn = createDrawn([...manifests.values()]);
  let time = noTime;
  let clock: Replica['clock'] | null = null;
  let first = true;

  const tell = () => {
    const { race, show: told, themes, connection, refusal, clock: newClock, clockReceivedMs } = link.replica();
    page.offer(themes);
    if (refusal) console.error(refusal);
    // Until the desk has spoken there is nothing to obey; after that, the last word counts.
    if (first && connection !== 'live') return;
    if (newClock !== clock) time = followClock(time, newClock, clockReceivedMs, performance.now());
    clock = newClock;
    const show = obs?.show(told, connection === 'live') ?? told;
    const clean = panic?.isClean() ?? false;
    // What was already there when the page came in is shown at once: a reload on air is not an entrance.
    const cut = first || clean || (bus === 'program' && show.cut);
    const items = bus === 'program' ? drawn(show) : show.preview;
    const { replay, loss } = show;
    page.tell({ race, items: clean ? nothing : items, cut, replay, loss, raceClock: time });
    first = false;
  };
  const obs = output
    ? hearObsCommands({
        situation: () => ({
          manifests,
          show: link.replica().show,
          counts: pageCounts(link.replica().race),
        }),
        isAway: () => link.replica().connection === 'lost' || link.replica().connection === 'refused',
        isShown: () => page.obs()?.isVisible !== false,
        changed: tell,
      })
    : null;
  const panic = bus === 'program' ? hearPanic(link, tell) : null;
  link.onChange(tell);
  tell();
}
