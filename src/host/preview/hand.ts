import type { Ask } from '../../show/command.ts';
import { type AskSituation, complete } from '../../show/complete.ts';
import { fold } from '../../show/fold.ts';
import type { Manifest } from '../../show/manifest.ts';
import { holds, placing } from '../../show/placing.ts';
import type { RundownItem } from '../../show/rundown.ts';
import { itemOf, type Show } from '../../show/show.ts';
import type { PageCounts } from '../../show/steps.ts';

/** A graphic as it is offered: with its key, and the values that it is taken with. */
export type Offered = Pick<RundownItem, 'overlay' | 'params' | 'title' | 'key' | 'outS'>;

/** What somebody wishes who looks at the preview, in the words of control. */
export type PreviewWish =
  | { readonly do: 'direct'; readonly item: Offered }
  | { readonly do: 'next' | 'previous' | 'clear' | 'panic' | 'replay' };

/** The same wish does the same here as it does in control: it is asked of the show, and folds into it. */
export function afterWish(
  wish: PreviewWish,
  show: Show,
  { manifests, counts }: { readonly manifests: ReadonlyMap<string, Manifest>; readonly counts: PageCounts },
): Show {
  const ask = askFor(wish, show, manifests);
  const situation: AskSituation = { manifests, show, counts };
  const command = ask && complete(ask, situation);
  return command?.ok ? fold(situation, command.value) : show;
}

function askFor(wish: PreviewWish, show: Show, manifests: ReadonlyMap<string, Manifest>): Ask | null {
  switch (wish.do) {
    case 'direct': {
      const { item } = wish;
      if (holds(show.program, item)) return { do: 'out', overlay: item.overlay };
      return { do: 'take-direct', ...placing({ ...item, outS: null }) };
    }
    case 'next':
    case 'previous': {
      const walking = [...manifests.values()].find(({ id, steps }) => steps !== 1 && itemOf(show.program, id));
      return walking ? { do: wish.do, overlay: walking.id } : null;
    }
    case 'replay':
      return { do: show.replay ? 'live' : 'replay' };
    case 'panic':
      return { do: show.latched ? 'release' : 'panic' };
    case 'clear':
      return { do: 'clear' };
  }
}
