import { vi } from 'vitest';

/** Looks until `check` no longer throws; a slow machine has a minute for it. What it throws last is what is told. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 60_000 });
