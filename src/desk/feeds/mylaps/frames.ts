/** Nobody writes a longer frame: what goes on for longer is none. */
const MOST_LETTERS = 200_000;

/** What stands between two ends of what a program sends, bit by bit, whole. MYLAPS ends a frame with "$", ChronoTrack a line. */
export function createFrames(): (chunk: string) => readonly string[] {
  let rest = '';
  return (chunk) => {
    rest += chunk;
    const frames: string[] = [];
    for (;;) {
      const isLine = /^\s*(CT\d\d_|SimpleClient|ack~)/.test(rest);
      const end = isLine ? rest.search(/[\r\n]/) : rest.search(/[$\r\n]/);
      if (end < 0) break;
      const frame = rest.slice(0, end).trim();
      rest = rest.slice(end + 1);
      if (frame !== '') frames.push(frame);
    }
    if (rest.length > MOST_LETTERS) rest = '';
    return frames;
  };
}
