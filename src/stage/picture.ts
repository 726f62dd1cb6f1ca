import type { Container } from 'pixi.js';
import type { Box } from '../edition/theme.ts';
import type { RendererName } from './renderer.ts';

/** The transparent picture, and how it is drawn: one canvas for all with WebGL, one per graphic without. */
export interface Picture {
  /** Holds the canvases; as large as the picture on the page. */
  readonly element: HTMLElement;
  readonly renderer: RendererName;
  readonly counts: Counts;
  /** Puts a graphic on top of the others. */
  add(node: Container, box: Box): Plane;
  /** Device pixels for one pixel of 1920 x 1080, and CSS pixels for one device pixel. */
  resize(scale: number, cssScale: number): void;
  /** Draws the graphics that changed since the last time, and no other. */
  render(): void;
  /** Holds the key of this picture, from now on in every frame of the screen: white with its alpha. Always the same element. */
  key(): HTMLElement;
  /** Draws the picture as it stands, in device pixels: for renderers of files, and for tests. */
  copyTo(target: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): void;
  /** Whether the GPU has lost everything, and is not back. */
  readonly isGpuLost: boolean;
  onGpuLost(listener: () => void): void;
  /** The GPU is back, and empty: what stands must be built again. */
  onRestored(listener: () => void): void;
  destroy(): void;
}

/** One graphic in the picture. */
export interface Plane {
  /** Takes it out of the picture. The node is the caller's to destroy. */
  remove(): void;
}

/** Work done since the page was opened. */
export interface Counts {
  /** Graphics (canvas) or pictures (WebGL) drawn. */
  renders: number;
  drawCalls: number;
  /** Textures sent to the GPU; the canvas renderer sends none. */
  uploads: number;
  contextLosses: number;
  /** Canvases copied to their keys. */
  copies: number;
}

export const nothingDone = (): Counts => ({ renders: 0, drawCalls: 0, uploads: 0, contextLosses: 0, copies: 0 });
