import { networkInterfaces } from 'node:os';
import { isLoopback } from '../loopback.ts';

/** This machine itself, by whichever of its addresses, and whom the operator named: OSC has no password. */
export const mayCommandByOsc = (address: string, from: readonly string[]): boolean =>
  isLoopback(address) ||
  from.includes(address) ||
  Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === address));
