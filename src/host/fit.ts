import { fitted, PICTURE } from '../stage/size.ts';

/** How the picture lies in its frame. */
export interface Fit {
  /** Device pixels for one pixel of 1920 x 1080, and CSS pixels for one device pixel. */
  readonly scale: number;
  readonly cssScale: number;
  /** CSS pixels from the upper left corner of the frame. */
  readonly left: number;
  readonly top: number;
}

/** Calls back with the fit of this element, now and after each change of its size or of the screen's pixels. Returns the way to stop. */
export function followFit(element: HTMLElement, onFit: (fit: Fit) => void): () => void {
  const look = () => {
    const { clientWidth: width, clientHeight: height } = element;
    // What has no size is not seen.
    if (width * height > 0) onFit({ ...fitted(width, height, devicePixelRatio), cssScale: 1 / devicePixelRatio });
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  const stopPixels = followPixelRatio(look);
  look();
  return () => {
    sizes.disconnect();
    stopPixels();
  };
}

/** A query answers for one ratio only: after each change another one is asked. */
function followPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList;
  const changed = () => {
    ask();
    onChange();
  };
  const ask = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed, { once: true });
  };
  ask();
  return () => query.removeEventListener('change', changed);
}

/** A frame that fills an element, for pictures laid over each other; of that form where the element has no height of its own. */
export function frameIn(element: HTMLElement | ShadowRoot, { width, height }: typeof PICTURE = PICTURE): HTMLElement {
  const frame = document.createElement('div');
  Object.assign(frame.style, { position: 'relative', width: '100%', height: '100%', overflow: 'hidden' });
  element.append(frame);
  if (frame.clientHeight === 0) Object.assign(frame.style, { height: 'auto', aspectRatio: `${width} / ${height}` });
  return frame;
}
