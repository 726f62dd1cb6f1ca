import { readManifests } from '../../../src/desk/manifests.ts';
import type { Link } from '../../../src/host/link.ts';
import { wait } from '../browser.ts';
import { lastWords, type Request, showOf } from './show.ts';

/** Between two requests: a long show in a short time. */
const TURN_MS = 500;

export interface Panel {
  /** Its last words are said, and heard. */
  stop(): Promise<{ readonly asked: number; readonly refused: number }>;
}

/** A request that the moment does not allow, such as a step of what is not on air, is refused, as it is to a hand. */
export function panelAt(url: string, link: Link, seed: number): Panel {
  const counted = { asked: 0, refused: 0 };
  let isStopped = false;
  const say = async (request: Request) => {
    counted.asked += 1;
    const answer = await fetch(`${url}api/${request}`);
    if (!answer.ok) counted.refused += 1;
    await answer.text();
  };
  const work = async () => {
    const manifests = [...(await readManifests('overlays')).values()];
    for (const request of showOf(seed, manifests, [...link.replica().race!.sheet.riders.keys()])) {
      if (isStopped) return;
      await say(request);
      await wait(TURN_MS);
    }
  };
  const working = work();
  return {
    async stop() {
      isStopped = true;
      await working;
      for (const request of lastWords) await say(request);
      return counted;
    },
  };
}
