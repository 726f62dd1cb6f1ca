import { editionOf } from '../../edition/edition.ts';
import { foreignDoor } from '../../show/foreign.ts';
import type { Manifest, Params } from '../../show/manifest.ts';
import type { Overlay } from '../../stage/overlay.ts';
import { hostFields } from '../../wire/foreign/host-fields.ts';
import { type HostedGraphic, hostGraphic } from '../graphic.ts';
import { openSource } from '../source.ts';

export interface SessionOptions {
  /** What is asked for beside the values, such as in the URL of a page; a value that is said comes before it. */
  readonly asked?: (name: string) => string | null;
  readonly complain?: (sentence: string) => void;
  /** Told when the picture rests after something in it was drawn. */
  readonly onRest?: () => void;
}

/**
 * One graphic for a foreign host, from its first word to its last. The host may say at any time for whom it is drawn and
 * where its race comes from: for another language or theme another one stands in its place at once, as the one before
 * stood. What is asked before it is ready is done when it is, in the order in which it was asked.
 */
export interface Session {
  /** Kept when it can be seen. */
  readonly ready: Promise<void>;
  /** On air at the step that is made of the one now and of how many there are; which step it then has. */
  take(stepFor: (now: number | null, steps: number) => number, cut?: boolean): Promise<number | null>;
  out(cut?: boolean): Promise<void>;
  set(given: object, cut?: boolean): Promise<void>;
  /** Why it is not seen although it is wanted, where it has failed. */
  fault(): string | null;
  close(): void;
}

/** The values of a graphic, and those that say for whom it is drawn. */
export const withEdition = (manifest: Manifest): Manifest => {
  const { language, theme } = hostFields;
  return { ...manifest, params: { ...manifest.params, language, theme } };
};

export function openSession(
  root: HTMLElement | ShadowRoot,
  overlay: Overlay,
  { asked = () => null, complain = console.error, onRest }: SessionOptions = {},
): Session {
  const { id } = overlay.manifest;
  const door = foreignDoor(withEdition(overlay.manifest), complain);
  const source = openSource({ role: `overlay ${id}`, desk: asked('desk'), preview: asked('preview'), complain });
  // It is closed with the source, and not with each graphic that listens to it.
  const link = { ...source.link, close() {} };
  let said: Params = {};
  let graphic: HostedGraphic | null = null;
  let stood = '';
  let isClosed = false;

  const edition = () => editionOf((name) => String(said[name] || asked(name) || '') || null);
  const stand = async () => {
    const step = graphic?.step() ?? null;
    graphic?.close();
    graphic = null;
    stood = JSON.stringify(edition());
    const options = { link, edition: edition(), renderer: 'canvas', guides: false, complain };
    const next = await hostGraphic(root, overlay, { ...options, ...(onRest && { onRest }) });
    if (isClosed) return next.close();
    graphic = next;
    await next.set(said);
    if (step !== null) await next.take(step, true);
  };
  let turn = stand();
  /** Each when the one before has begun: what the picture then does is not waited for by others. */
  const inTurn = async <T>(act: (graphic: HostedGraphic) => T | Promise<T>): Promise<T> => {
    const begun = turn.then(() => {
      if (graphic) return { done: act(graphic) };
      throw new Error(`${id} is gone: it is to be loaded first.`);
    });
    turn = begun.then(
      () => {},
      () => {},
    );
    return (await begun).done;
  };

  return {
    ready: turn,
    take: (stepFor, cut) =>
      inTurn(async (graphic) => {
        await graphic.take(stepFor(graphic.step(), graphic.steps()), cut);
        return graphic.step();
      }),
    out: (cut) => inTurn((graphic) => graphic.out(cut)),
    async set(given, cut) {
      turn = turn.then(() => {
        if (isClosed) return;
        source.hear(given);
        said = door.read(given);
        if (JSON.stringify(edition()) !== stood) return stand();
      });
      await inTurn((graphic) => graphic.set(said, cut));
    },
    fault: () => graphic?.page.stage.lives().find(({ life }) => life === 'failed')?.why ?? null,
    close() {
      isClosed = true;
      graphic?.close();
      graphic = null;
      source.link.close();
    },
  };
}
