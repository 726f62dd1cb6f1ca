/** So many frames, so that one of them passes the last one of an animation that a host keeps on its screen. */
const FRAMES = 3;

/**
 * CasparCG with a GPU may stay on the last frame but one of an animation (its issue 1454): it takes a new picture only when
 * something was painted. This is one pixel in a corner that is painted again a few times, too faint to be seen, and then nothing.
 */
export function dirtyFrames(root: HTMLElement): () => void {
  const pixel = document.createElement('div');
  Object.assign(pixel.style, { position: 'absolute', left: '0', top: '0', width: '1px', height: '1px' });
  root.append(pixel);
  let left = 0;
  const paint = () => {
    left -= 1;
    pixel.style.background = left % 2 === 1 ? 'rgba(0, 0, 0, 0.004)' : '';
    if (left > 0) requestAnimationFrame(paint);
  };
  return () => {
    const isPainting = left > 0;
    left = FRAMES + 1;
    if (!isPainting) requestAnimationFrame(paint);
  };
}
