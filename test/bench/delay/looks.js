// Runs in a program page, before it: each frame of the screen, the clock of the race in its picture and the moment of its
// data; and each change of what its graphics do.
globalThis.looks = { seen: [], lives: [] };
{
  const { seen, lives } = globalThis.looks;
  let last = '';
  const look = () => {
    const atMs = performance.timeOrigin + performance.now();
    const { raceMs = null, dataMs = null, lives: now = {} } = globalThis.ardoise ?? {};
    if (raceMs !== null && dataMs !== null) seen.push({ atMs, raceMs, dataMs });
    const text = JSON.stringify(now);
    if (text !== last) lives.push({ atMs, lives: { ...now } });
    last = text;
    requestAnimationFrame(look);
  };
  look();
}
