import { px } from './crop.ts';
import { PICTURE } from './size.ts';

/** An element for canvases, as large as the picture on the page. */
export interface PictureHolder {
  readonly element: HTMLElement;
  resize(size: { readonly scale: number; readonly cssScale: number }): void;
}

export function createHolder(): PictureHolder {
  const element = document.createElement('div');
  element.style.position = 'absolute';
  return {
    element,
    resize({ scale, cssScale }) {
      Object.assign(element.style, px({ width: PICTURE.width * scale, height: PICTURE.height * scale }, cssScale));
    },
  };
}
