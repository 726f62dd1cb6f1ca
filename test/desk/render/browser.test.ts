import { expect, it } from 'vitest';
import { findBrowser } from '../../../src/desk/render/browser.ts';

it('a browser that is not there is said by its path', async () => {
  expect(await findBrowser('/nowhere/chrome')).toEqual({
    ok: false,
    error: 'There is no browser /nowhere/chrome: check the path of --browser.',
  });
});
