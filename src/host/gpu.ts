import { createPicture } from '../stage/create-picture.ts';
import type { Picture } from '../stage/picture.ts';
import type { RendererName } from '../stage/renderer.ts';
import type { Stage } from '../stage/stage.ts';

/** GL drawn by a processor: pixi's canvas renderer does the same work there for a tenth of the cost. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** `asked` is `?renderer=`; `gpuOf` says what the browser draws with, null where it has no WebGL: a question that costs time. */
export function chooseRenderer(asked: string | null, gpuOf: () => string | null): RendererName {
  if (asked === 'webgl' || asked === 'canvas') return asked;
  const gpu = gpuOf();
  return gpu === null || SOFTWARE.test(gpu) ? 'canvas' : 'webgl';
}

/** The unmasked name of what draws WebGL here: "ANGLE (NVIDIA, ...)", or null. */
function gpuName(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!gl) return null;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER;
  const name = String(gl.getParameter(unmasked));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}

/** Loads what draws on this machine, or what is asked for. */
export const pictureFor = (asked: string | null): Promise<Picture> => createPicture(chooseRenderer(asked, gpuName));

/** A GPU that is reset is back within a second; after this long it is taken for dead. */
const GPU_AWAY_MS = 3000;

/**
 * Keeps a stage in the picture whatever becomes of the GPU: as soon as it is back, or in a picture without it. Tells of
 * each turn, and of the picture where there is a new one. Returns the way to stop.
 */
export function outliveGpu(stage: Stage, onTurn: (next: Picture | null) => void): () => void {
  const { picture } = stage;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const goOnWithout = async () => {
    const next = await createPicture('canvas', picture.counts);
    if (over || !picture.isGpuLost) return next.destroy();
    over = true;
    stage.goOnIn(next);
    picture.destroy();
    onTurn(next);
  };
  picture.onGpuLost(() => {
    onTurn(null);
    timer = setTimeout(goOnWithout, GPU_AWAY_MS);
  });
  picture.onRestored(() => {
    clearTimeout(timer);
    if (over) return;
    stage.rebuild();
    onTurn(null);
  });
  return () => {
    over = true;
    clearTimeout(timer);
  };
}
