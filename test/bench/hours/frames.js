/*
 * Runs in a page before anything of its own, and counts, keeping nothing: frames of a screen of 60 Hz that were due while
 * something moved, and how many of them did not come. What lies between two movements is no frame that was missed.
 */
{
  const FRAME_MS = 1000 / 60;
  const counts = { due: 0, missed: 0 };
  window.frameCounts = counts;
  const ask = window.requestAnimationFrame.bind(window);
  let newestMs = 0;
  let goesOn = false;
  let asked = 0;
  window.requestAnimationFrame = (callback) => {
    asked += 1;
    return ask((atMs) => {
      if (atMs > newestMs) {
        const frames = Math.max(1, Math.round((atMs - newestMs) / FRAME_MS));
        if (goesOn) {
          counts.due += frames;
          counts.missed += frames - 1;
        }
        newestMs = atMs;
        goesOn = false;
      }
      const before = asked;
      callback(atMs);
      goesOn ||= asked > before;
    });
  };
}
