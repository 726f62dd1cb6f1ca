import type { Page } from 'playwright';
import type { Call, Mount } from './ograf-hosts.ts';

declare const window: Window & {
  seen?: string[];
  /** A page imports by itself: what is written here is rewritten on its way there. */
  imported(
    url: string,
  ): Promise<{ readonly Graphic?: CustomElementConstructor; readonly default: CustomElementConstructor }>;
};

/** What came back of one call. */
export interface Answer {
  readonly method: string;
  readonly ms: number;
  /** Of what was answered; null where that was undefined. */
  readonly keys: readonly string[] | null;
  readonly statusCode: unknown;
  readonly currentStep: unknown;
  /** Pixels of its canvases that are not transparent. */
  readonly painted: number;
  /** What threw instead. */
  readonly threw: string | null;
}

interface Asked {
  readonly url: string;
  readonly tag: string;
  readonly mount: Mount;
  readonly calls: readonly Pick<Call, 'method' | 'params'>[];
  /** After it was played it is waited for until it is seen, or another one of this name is. */
  readonly until?: string;
}

/** Makes the element as a host does and calls it; the element is taken from the page at the end. */
export async function callOgraf(page: Page, asked: Asked): Promise<Answer[]> {
  if (asked.mount !== 'frame without an origin') return page.evaluate(callAll, asked);
  const html = `<!doctype html><body style="margin:0"><script>window.imported = (url) => import(url);(${callAll})(${JSON.stringify(asked)}).then((all) => parent.postMessage(all, '*'), (error) => parent.postMessage(String(error), '*'))</script>`;
  const told = await page.evaluate(
    (html) =>
      new Promise<Answer[] | string>((resolve) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.style.cssText = 'width:1280px;height:720px;border:0';
        addEventListener('message', function hear({ data, source }) {
          if (source !== frame.contentWindow) return;
          removeEventListener('message', hear);
          frame.remove();
          resolve(data);
        });
        frame.srcdoc = html;
        document.body.append(frame);
      }),
    html,
  );
  if (typeof told === 'string') throw new Error(told);
  return told;
}

/** Runs in the page, and uses nothing from around it. */
async function callAll({ url, tag, mount, calls, until }: Asked): Promise<Answer[]> {
  type Graphic = HTMLElement & Record<string, (params?: object) => Promise<Record<string, unknown> | undefined>>;
  const module = await window.imported(`${url}?as=${tag}`);
  if (!customElements.get(tag)) customElements.define(tag, module.Graphic ?? module.default);
  const graphic = document.createElement(tag) as Graphic;
  const layer = document.createElement('div');
  layer.style.cssText = 'position:fixed;inset:0';
  if (mount !== 'nowhere') document.body.append(layer);
  (mount === 'closed shadow' ? layer.attachShadow({ mode: 'closed' }) : layer).append(graphic);
  if (mount === 'nowhere') graphic.remove();
  const painted = () => {
    let count = 0;
    for (const canvas of graphic.shadowRoot?.querySelectorAll('canvas') ?? []) {
      if (canvas.width * canvas.height === 0) continue;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
    }
    return count;
  };
  const answers: Answer[] = [];
  for (const { method, params } of calls) {
    const fromMs = performance.now();
    let answer: Record<string, unknown> | undefined;
    let threw: string | null = null;
    try {
      answer = await (params === undefined ? graphic[method]!() : graphic[method]!(params));
    } catch (error) {
      threw = String(error);
    }
    const ms = performance.now() - fromMs;
    window.seen ??= [];
    for (let tries = 0; until && method === 'playAction' && tries < 600 && !window.seen.includes(until); tries++) {
      if (painted() > 1000) window.seen.push(until);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    answers.push({
      method,
      ms,
      keys: answer === undefined ? null : Object.keys(answer),
      statusCode: answer?.statusCode,
      currentStep: answer?.currentStep,
      painted: painted(),
      threw,
    });
  }
  layer.remove();
  return answers;
}
