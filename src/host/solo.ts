import type { Picture } from '../stage/picture.ts';
import { answerCalls, type HostCalls } from './foreign/calls.ts';
import { saidIn } from './foreign/said-in.ts';
import { isFromDesk } from './from-desk.ts';
import { hostGraphic } from './graphic.ts';
import { overlays } from './overlays.ts';
import { optionsIn } from './page.ts';
import { showProbe } from './probe.ts';
import { openSource } from './source.ts';

/**
 * `/?overlay=gap-ticker`: one graphic alone, under the command of whoever loaded the page; where its race comes from is
 * `openSource`'s to say. It comes on air by itself, or with `?wait` when `play` is called. A panic cleans it too, and until the release it does not
 * play; afterwards its host calls `play` again, as an operator takes again.
 */
export async function start(root: HTMLElement, query: URLSearchParams, coming: Promise<Picture>): Promise<void> {
  const id = query.get('overlay') ?? '';
  const overlay = overlays.get(id);
  if (!overlay) throw new Error(`There is no overlay "${id}". There are: ${[...overlays.keys()].join(', ')}.`);
  const source = openSource({
    role: `overlay ${id}`,
    desk: query.get('desk'),
    isFromDesk: isFromDesk(),
    preview: query.get('preview'),
  });
  const { link } = source;
  const graphic = await hostGraphic(root, overlay, { ...optionsIn(query, false), link, coming });
  showProbe(graphic.page);
  let comesBySelf = !query.has('wait');

  const calls: HostCalls = {
    play: () => void graphic.take(graphic.step() ?? 0),
    stop() {
      comesBySelf = false;
      graphic.out();
    },
    next() {
      const step = graphic.step();
      // Behind the last step there is nothing more to see, and whoever wants it out says `stop`.
      if (step !== null) graphic.take(Math.min(step + 1, graphic.steps() - 1));
    },
    update(data) {
      const said = saidIn(data);
      source.hear(said);
      graphic.set(said);
    },
  };
  answerCalls(calls);
  const hear = () => {
    const { connection, show } = link.replica();
    // A page that comes in while a panic is latched waits for the release.
    if (!comesBySelf || connection !== 'live' || show.latched) return;
    comesBySelf = false;
    calls.play();
  };
  link.onChange(hear);
  hear();
}
