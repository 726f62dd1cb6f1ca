import {
  autoDetectRenderer,
  BrowserAdapter,
  type CanvasRenderer,
  DOMAdapter,
  Ticker,
  type WebGLRenderer,
} from 'pixi.js';

export type RendererName = 'webgl' | 'canvas';

/** GL drawn by a processor: pixi's canvas renderer does the same work there for a tenth of the cost. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** `asked` is `?renderer=`; `gpu` is what the browser says that it draws with, null where it has no WebGL. */
export function chooseRenderer(asked: string | null, gpu: string | null): RendererName {
  if (asked === 'webgl' || asked === 'canvas') return asked;
  return gpu === null || SOFTWARE.test(gpu) ? 'canvas' : 'webgl';
}

/** The unmasked name of what draws WebGL here: "ANGLE (NVIDIA, ...)", or null. */
export function gpuName(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!gl) return null;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER;
  const name = String(gl.getParameter(unmasked));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}

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

/**
 * One renderer for the life of a page. It draws when it is told to, and never else: pixi's own ticker, which would
 * keep an animation loop for its housekeeping alone, is stopped. `housekeeping` does that work instead.
 */
export async function createRenderer(name: RendererName): Promise<WebGLRenderer | CanvasRenderer> {
  Ticker.system.autoStart = false;
  Ticker.system.stop();
  Ticker.shared.autoStart = false;
  const renderer = await autoDetectRenderer({
    preference: [name],
    width: 1,
    height: 1,
    backgroundAlpha: 0,
    antialias: true,
  });
  if ('gpu' in renderer) throw new Error(`Asked for the ${name} renderer of pixi, got WebGPU.`);
  return renderer;
}

/** Lets pixi release what has not been drawn for a minute. */
export const housekeeping = (): void => Ticker.system.update(performance.now());
