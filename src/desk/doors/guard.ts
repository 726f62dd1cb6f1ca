import type { Socket } from 'socket.io';
import { STILL_BYTES } from '../../wire/crew/report.ts';
import type { Answer } from '../../wire/protocol.ts';
import { cut } from './outlet.ts';
import { createPace } from './pace.ts';

/** What one page may ask: many keys at once, none of them large. */
const ASKS = { perS: 100, burst: 500, letters: 20_000 };
/** So often it may ask in vain before it is cut off. */
const REFUSALS = { perS: 1, burst: 5000 };

/** Refuses what is too much or too large, before anybody looks into it. */
export function guard(socket: Socket, now: () => number): void {
  const asks = createPace(ASKS.perS, ASKS.burst, now);
  const refusals = createPace(REFUSALS.perS, REFUSALS.burst, now);
  socket.use((asked, pass) => {
    const error = asks() ? tooLarge(asked) : tooMuch;
    if (!error) return pass();
    if (!refusals()) return cut(socket);
    const answer: unknown = asked.at(-1);
    if (typeof answer === 'function') answer({ ok: false, error } satisfies Answer);
  });
}

const tooMuch = `This page asks more than ${ASKS.perS} times a second: ask less often.`;

function tooLarge(asked: readonly unknown[]): string | null {
  // The bytes of a still are looked at as what they are.
  const bytes = asked.reduce<number>((sum, part) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0), 0);
  if (bytes > STILL_BYTES) return `A still of ${bytes} bytes is more than the ${STILL_BYTES} that the desk takes.`;
  const letters = JSON.stringify(asked.filter((part) => !ArrayBuffer.isView(part))).length;
  if (letters <= ASKS.letters) return null;
  return `This message has ${letters} letters, and the desk reads ${ASKS.letters} at most: send less at once.`;
}
