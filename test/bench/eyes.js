/*
 * Runs in a page before anything of its own, and notes what it does and when, in milliseconds of its `performance.now()`:
 * `window.eyes`, see `eyes.ts`.
 */
{
  const SNAPSHOT = 1;
  const eyes = { moduleMs: null, socketMs: null, snapshotMs: null, messagesMs: [], frames: [] };
  window.eyes = eyes;

  window.WebSocket = class extends WebSocket {
    constructor(...asked) {
      super(...asked);
      this.addEventListener('open', () => {
        eyes.socketMs ??= performance.now();
      });
      // Hung on first, so called before whoever reads the message.
      this.addEventListener('message', ({ data }) => {
        if (!(data instanceof ArrayBuffer)) return;
        eyes.messagesMs.push(performance.now());
        if (new Uint8Array(data)[0] === SNAPSHOT) eyes.snapshotMs ??= performance.now();
      });
    }
  };

  // Making its fonts is the first that the page does.
  window.FontFace = class extends FontFace {
    constructor(...asked) {
      super(...asked);
      eyes.moduleMs ??= performance.now();
    }
  };

  const ask = window.requestAnimationFrame.bind(window);
  let asked = 0;
  window.requestAnimationFrame = (callback) => {
    asked += 1;
    return ask((atMs) => {
      const before = { asked, renders: window.ardoise?.renders ?? 0 };
      callback(atMs);
      const { renders = 0, lives = {} } = window.ardoise ?? {};
      eyes.frames.push({
        atMs,
        endMs: performance.now(),
        drew: renders > before.renders,
        goesOn: asked > before.asked,
        on: Object.values(lives).filter((life) => life === 'on').length,
      });
    });
  };
}
