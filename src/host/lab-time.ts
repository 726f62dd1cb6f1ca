/** A frame of television, 1/50 s. */
export const FRAME_MS = 20;

/** Lets a scene live from its beginning at each press of the button. Returns the way to stop it. */
export function livesOnPress(time: HTMLInputElement, button: HTMLElement, show: () => void): () => void {
  const endMs = Number(time.max);
  let refresh = 0;
  const stop = () => cancelAnimationFrame(refresh);
  button.addEventListener('click', () => {
    stop();
    const startMs = performance.now();
    const step = (nowMs: number) => {
      time.value = String(Math.min(endMs, Math.max(0, nowMs - startMs)));
      show();
      if (nowMs - startMs < endMs) refresh = requestAnimationFrame(step);
    };
    refresh = requestAnimationFrame(step);
  });
  return stop;
}

/** One frame back or on, by two buttons and by `,` and `.`, as if the bar had been moved. */
export function movesByFrames(time: HTMLInputElement, back: HTMLElement, on: HTMLElement): void {
  const move = (frames: number) => {
    time.value = String(Number(time.value) + frames * FRAME_MS);
    time.dispatchEvent(new Event('input', { bubbles: true }));
    time.dispatchEvent(new Event('change', { bubbles: true }));
  };
  back.addEventListener('click', () => move(-1));
  on.addEventListener('click', () => move(1));
  addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
    if (ctrlKey || altKey || metaKey) return;
    if (key === ',') move(-1);
    if (key === '.') move(1);
  });
}
