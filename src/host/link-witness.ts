import type { Socket } from 'socket.io-client';
import type { StillHead, WordsTold } from '../wire/crew/report.ts';
import type { FromDesk, ToDesk } from '../wire/protocol.ts';

/** What the desk asks of the one page whose words it keeps. */
export interface AskedWitness {
  /** Whether this page is the one. */
  appoint(isWitness: boolean): void;
  /** A still is wanted, for this row of the log of what was on air. */
  takeStill(n: number): void;
}

/** Where a page is asked what is to be read in its picture and how that looks, and where it answers. */
export interface WitnessStand {
  /** Who answers here. */
  hear(asked: AskedWitness): void;
  words(words: WordsTold): void;
  still(still: StillHead, bytes: Uint8Array): void;
}

/** A page that nobody asks anything. */
export const nobodyAsks: WitnessStand = { hear() {}, words() {}, still() {} };

export function witnessStand(socket: Socket<FromDesk, ToDesk>): WitnessStand {
  let asked: AskedWitness | null = null;
  let isWitness = false;
  const appoint = (is: boolean) => {
    isWitness = is;
    asked?.appoint(is);
  };
  socket.on('witness', (is) => appoint(is === true));
  socket.on('still', (n) => typeof n === 'number' && asked?.takeStill(n));
  socket.on('disconnect', () => appoint(false));
  return {
    hear(who) {
      asked = who;
      who.appoint(isWitness);
    },
    words: (words) => socket.emit('words', words),
    still: (still, bytes) => socket.emit('still', still, bytes),
  };
}
