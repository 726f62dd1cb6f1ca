import type { Overlay } from '../../stage/overlay.ts';
import type { FrameByFrame } from './frame-by-frame.ts';
import { type AskedParams, isFields, type ScheduledAction } from './schedule.ts';
import type { Session } from './session.ts';
import { askedStep } from './steps.ts';

/** What an action of OGraf answers. */
interface Answered {
  readonly statusCode: number;
  readonly statusMessage?: string;
}

/** `currentStep` is always said; undefined where it is not on air. */
type Played = Answered & { readonly currentStep: number | undefined };

export interface LoadParams {
  readonly data?: unknown;
  readonly renderType?: unknown;
  readonly renderCharacteristics?: { readonly frameRate?: unknown } | null;
}

/** What draws, loaded with the first graphic: a host that only looks at the module runs none of it. */
export type Drawer = () => Promise<{
  readonly overlay: Overlay;
  readonly openSession: typeof import('./session.ts').openSession;
  readonly frameByFrame: typeof import('./frame-by-frame.ts').frameByFrame;
}>;

const OK: Answered = { statusCode: 200 };
/** Fills the place that it is given; what the host says of the element comes before that. */
const FILLS = ':host { display: block; position: absolute; inset: 0; overflow: hidden; pointer-events: none; }';
const USUAL_FPS = 50;

/**
 * One graphic as the web component that OGraf wants, for each of the hosts that there are: the element may be in the
 * document or not, in a shadow or not; each method may be called at any moment, without parameters, and answers.
 */
export function ografElement(drawer: Drawer): CustomElementConstructor {
  return class extends HTMLElement {
    readonly #shadow = this.attachShadow({ mode: 'open' });
    #live: Session | null = null;
    #frames: FrameByFrame | null = null;
    /** Counts what was loaded and let go: what takes longer than that is for nobody. */
    #turn = 0;

    load(params?: LoadParams): Promise<Answered> {
      const { data, renderType, renderCharacteristics } = params ?? {};
      return answering(async () => {
        const turn = this.#let();
        const { overlay, openSession, frameByFrame } = await drawer();
        if (turn !== this.#turn) return GONE;
        this.#shadow.innerHTML = `<style>${FILLS}</style>`;
        const given = isFields(data) ? data : {};
        if (renderType === 'non-realtime') {
          const framesPerSecond = rateOf(renderCharacteristics?.frameRate);
          const frames = await frameByFrame(this.#shadow, overlay, { data: given, framesPerSecond });
          if (turn !== this.#turn) {
            frames.close();
            return GONE;
          }
          this.#frames = frames;
          return OK;
        }
        const live = openSession(this.#shadow, overlay);
        this.#live = live;
        await live.ready;
        if (turn !== this.#turn) return GONE;
        await live.set(given, true);
        return OK;
      });
    }

    async dispose(_params?: object): Promise<Answered> {
      this.#let();
      return OK;
    }

    updateAction(params?: AskedParams): Promise<Answered> {
      return answering(async () => {
        const { data, skipAnimation } = params ?? {};
        if (!isFields(data)) return this.#live || this.#frames ? OK : GONE;
        if (this.#frames) this.#frames.act({ type: 'updateAction', params: { data } });
        else if (this.#live) await this.#live.set(data, skipAnimation === true);
        else return GONE;
        return OK;
      });
    }

    async playAction(params?: AskedParams): Promise<Played> {
      let currentStep: number | undefined;
      const answered = await answering(async () => {
        const asked = params ?? {};
        if (this.#frames) currentStep = this.#frames.act({ type: 'playAction', params: asked }) ?? undefined;
        else if (this.#live) {
          const cut = asked.skipAnimation === true;
          currentStep = (await this.#live.take((now) => askedStep(asked, now), cut)) ?? undefined;
          const fault = this.#live?.fault();
          if (fault) return { statusCode: 500, statusMessage: fault };
        } else return GONE;
        return OK;
      });
      return { ...answered, currentStep };
    }

    stopAction(params?: AskedParams): Promise<Answered> {
      return answering(async () => {
        if (this.#frames) this.#frames.act({ type: 'stopAction', params: params ?? {} });
        else if (this.#live) await this.#live.out(params?.skipAnimation === true);
        else return GONE;
        return OK;
      });
    }

    async customAction(params?: { readonly id?: unknown }): Promise<Answered> {
      return {
        statusCode: 400,
        statusMessage: `There is no custom action "${params?.id ?? ''}": this graphic has none.`,
      };
    }

    async setActionsSchedule(params?: { readonly schedule?: unknown }): Promise<void> {
      const schedule: readonly ScheduledAction[] = Array.isArray(params?.schedule) ? params.schedule : [];
      if (this.#frames) this.#frames.schedule(schedule);
      else console.error('setActionsSchedule() is for a graphic that was loaded with renderType "non-realtime".');
    }

    async goToTime(params?: { readonly timestamp?: unknown }): Promise<void> {
      if (this.#frames) await this.#frames.goTo(Number(params?.timestamp ?? 0));
      else console.error('goToTime() is for a graphic that was loaded with renderType "non-realtime".');
    }

    /** Some hosts empty their page and say nothing. One that was only moved is back at once. */
    disconnectedCallback(): void {
      setTimeout(() => this.isConnected || this.#let());
    }

    /** Frees all that it holds, and leaves nothing to be seen. */
    #let(): number {
      this.#turn += 1;
      this.#live?.close();
      this.#frames?.close();
      this.#live = null;
      this.#frames = null;
      this.#shadow.replaceChildren();
      return this.#turn;
    }
  };
}

const GONE: Answered = { statusCode: 409, statusMessage: 'This graphic is not loaded: load() comes first.' };

/** Hosts expect an answer, whatever happens. */
async function answering(act: () => Promise<Answered>): Promise<Answered> {
  try {
    return await act();
  } catch (error) {
    return { statusCode: 500, statusMessage: error instanceof Error ? error.message : String(error) };
  }
}

/** A host may measure it, and then it is 0 or no number at first. */
const rateOf = (given: unknown): number =>
  typeof given === 'number' && given >= 1 && given <= 240 ? given : USUAL_FPS;
