/** Gives the keys to the newest of what hands say, where there is one: there Enter releases it, or Delete. */
export const focusByHand = (): void => document.querySelector<HTMLButtonElement>('.by-hand .release')?.focus();
