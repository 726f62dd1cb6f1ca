import { GlLimitsSystem } from 'pixi.js';

/**
 * Textures in one draw call. Pixi makes the shader of its sprites once for a page, for as many as its first renderer
 * takes: 16 in the canvas renderer, what the GPU can in WebGL. A renderer that takes more than the shader knows draws
 * wrong pictures, so that both take the same; every GPU can.
 */
const BATCH = 16;

Object.defineProperty(GlLimitsSystem.prototype, 'maxBatchableTextures', { get: () => BATCH, set: () => {} });
