import type { AskSituation } from '../../show/complete.ts';
import { complete } from '../../show/complete.ts';
import { fold } from '../../show/fold.ts';
import { itemOf, type Show } from '../../show/show.ts';
import { askDesk } from '../link-token.ts';
import { oneOfMany } from './one-of-many.ts';

/** `emit_event` of obs-browser, by a Stream Deck or a script: this event, with a command as its data. */
const EVENT = 'ardoise';

type Asked = Readonly<Record<string, unknown>>;

/**
 * Commands that come through OBS itself. Where the desk is there, it is told, by one of the sources that hear of it; where
 * it is not, each page does it by itself, until the desk is back with a show of its own.
 */
export interface ObsCommands {
  /** The show that is to be drawn, of what the desk has said last. */
  show(told: Show, isLive: boolean): Show;
  close(): void;
}

export function hearObsCommands(given: {
  readonly situation: () => AskSituation;
  /** The desk was there, and is not. */
  readonly isAway: () => boolean;
  readonly isShown: () => boolean;
  /** The show of this page is another one. */
  readonly changed: () => void;
}): ObsCommands {
  /** What was made of the show that the desk told last; null as long as that stands. */
  let own: { readonly of: Show; readonly show: Show } | null = null;
  const speaks = oneOfMany();

  const byItself = (asked: Asked) => {
    const { manifests, show: told, counts } = given.situation();
    const show = own?.of === told ? own.show : told;
    const situation = { manifests, show, counts };
    const done = complete(asToggle(asked, show), situation);
    if (!done.ok) return console.error(`OBS asked ${JSON.stringify(asked)} while the desk is away: ${done.error}`);
    own = { of: told, show: fold(situation, done.value) };
    given.changed();
  };
  const hear = async (event: Event) => {
    const asked: unknown = event instanceof CustomEvent ? event.detail : null;
    if (!isAsked(asked))
      return console.error(`OBS sent "${EVENT}" without a command: {"do": "take-direct", "overlay": …}.`);
    if (given.isAway()) return byItself(asked);
    if (!(await speaks.isMine(JSON.stringify(asked), given.isShown()))) return;
    const answer = await askDesk(`/api/${addressOf(asked)}`, { method: 'POST' }).catch(() => null);
    if (answer === null) return byItself(asked);
    if (!answer.ok) console.error(`The desk does not do ${JSON.stringify(asked)}: ${await answer.text()}`);
  };
  addEventListener(EVENT, hear);
  return {
    show(told, isLive) {
      if (isLive || own?.of !== told) own = null;
      return own?.show ?? told;
    },
    close() {
      removeEventListener(EVENT, hear);
      speaks.close();
    },
  };
}

const isAsked = (asked: unknown): asked is Asked =>
  typeof asked === 'object' && asked !== null && 'do' in asked && typeof asked.do === 'string';

/** `take-direct?overlay=gap-ticker&groups=3`: as any program asks the desk, with values beside the graphic or in `params`. */
function addressOf({ do: what, params, ...words }: Asked): string {
  const values = typeof params === 'object' && params !== null ? params : {};
  const said = Object.entries({ ...words, ...values }).map(([name, value]) => [name, String(value)]);
  return `${encodeURIComponent(String(what))}?${new URLSearchParams(said)}`;
}

/** A toggle is out of what is on air, and else a take. */
function asToggle(asked: Asked, { program }: Show): Asked {
  if (asked.do !== 'toggle') return asked;
  const isOn = typeof asked.overlay === 'string' && itemOf(program, asked.overlay) !== null;
  return isOn ? { do: 'out', overlay: asked.overlay } : { ...asked, do: 'take-direct' };
}
