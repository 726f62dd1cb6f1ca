import { BrowserAdapter, type CanvasRenderer, DOMAdapter, Ticker, type WebGLRenderer } from 'pixi.js';

/**
 * What pixi draws with. Each renderer is named by the picture that uses it, and so is loaded only with it: pixi's own
 * choice among them would bring all along, WebGPU too.
 */
export type RendererName = 'webgl' | 'canvas';

/**
 * Words are painted by the processor, whatever draws the picture: the same pixels on every machine, and no surface of the
 * GPU for each of them. (A canvas that asks to be read often is one that the processor paints.)
 */
DOMAdapter.set({
  ...BrowserAdapter,
  createCanvas(width, height) {
    const canvas = BrowserAdapter.createCanvas(width, height);
    const { getContext } = HTMLCanvasElement.prototype;
    return Object.defineProperty(canvas, 'getContext', {
      value: (type: string, options?: object) =>
        Reflect.apply(getContext, canvas, [type, type === '2d' ? { ...options, willReadFrequently: true } : options]),
    });
  },
});

/** Without a ticker, which would keep an animation loop for pixi's housekeeping alone: `housekeeping` does that work. */
Ticker.system.autoStart = false;
Ticker.system.stop();
Ticker.shared.autoStart = false;

/** Makes a renderer ready to draw when it is told to, and never else; of pixi's extensions it has those that are imported. */
export async function begun<Renderer extends CanvasRenderer | WebGLRenderer>(renderer: Renderer): Promise<Renderer> {
  await renderer.init({ width: 1, height: 1, backgroundAlpha: 0, roundPixels: true, skipExtensionImports: true });
  return renderer;
}

/** Lets pixi release what has not been drawn for a minute. */
export const housekeeping = (): void => Ticker.system.update(performance.now());
