import { createPace } from './pace.ts';

/** So many addresses are remembered: the one that was heard first is forgotten first. */
const MOST = 5000;

/** A pace for each address, see `createPace`. */
export function createPaces({ perS, burst }: { readonly perS: number; readonly burst: number }, now: () => number) {
  const paces = new Map<string, () => boolean>();
  return (address: string): boolean => {
    let pace = paces.get(address);
    if (!pace) {
      if (paces.size >= MOST) paces.delete(paces.keys().next().value ?? '');
      pace = createPace(perS, burst, now);
      paces.set(address, pace);
    }
    return pace();
  };
}
