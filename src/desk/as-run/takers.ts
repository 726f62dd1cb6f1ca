import { itemOf, type Show } from '../../show/show.ts';

/** Who brought on air what is there, by its overlay. */
export type Takers = Readonly<Record<string, string>>;

/** After a command of `author`: what is new on air, or has other values there, is his. */
export function takersAfter(takers: Takers, before: Show, after: Show, author: string): Takers {
  if (before.program === after.program) return takers;
  const held = Object.values(after.program);
  return Object.fromEntries(
    held.map((item) => [
      item.overlay,
      itemOf(before.program, item.overlay) === item ? (takers[item.overlay] ?? '') : author,
    ]),
  );
}
