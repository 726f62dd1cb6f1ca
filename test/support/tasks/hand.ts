import type { Locator, Page } from 'playwright';

/** Counts what a hand does: each key, with those held beside it, each click and each touch. */
export interface Hand {
  readonly page: Page;
  press(...keys: readonly string[]): Promise<void>;
  click(target: Locator): Promise<void>;
  tap(target: Locator): Promise<void>;
  /** A name, or what the radio says: as long as it is, it does not count. */
  text(text: string): Promise<void>;
  readonly spent: number;
}

export function handOn(page: Page): Hand {
  let spent = 0;
  const counted = (doing: Promise<void>) => {
    spent += 1;
    return doing;
  };
  return {
    page,
    async press(...keys) {
      for (const key of keys) await counted(page.keyboard.press(key));
    },
    click: (target) => counted(target.click()),
    tap: (target) => counted(target.tap()),
    text: (text) => page.keyboard.type(text),
    get spent() {
      return spent;
    },
  };
}

/* What it finds in control. */

export const button = ({ page }: Hand, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** A button with its key on it. */
export const keyed = (hand: Hand, name: string) => button(hand, new RegExp(`^${name}`));
/** Where names are released, too, there is more than one of that name. */
export const released = ({ page }: Hand) => page.getByRole('toolbar').getByRole('button', { name: /^Release/ });
export const race = ({ page }: Hand) => page.getByRole('region', { name: 'Race' });
export const groupRow = (hand: Hand, number: string) => race(hand).getByRole('row').filter({ hasText: number });
export const drawer = async ({ page }: Hand, open: boolean) => {
  const its = page.getByRole('button', { name: 'Rundown', exact: true });
  if ((await its.getAttribute('aria-expanded')) !== String(open)) await its.click();
};
/** By the command line, which a pointer opens and enters. */
export const line = async (hand: Hand, ...typed: readonly (() => Promise<void>)[]) => {
  await hand.click(keyed(hand, 'Command'));
  for (const one of typed) await one();
  await hand.click(keyed(hand, 'Do it'));
};
