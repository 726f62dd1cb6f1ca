import { fail, ok, type Result } from '../../wire/result.ts';
import type { PageFile } from './page-file.ts';

/** In the place of a folder: the desk that began this one hands its pages over. */
export const HANDED = '-';
/** What it is asked with. */
export const ASK_PAGES = 'pages';

export function handedPages(): Promise<Result<readonly PageFile[]>> {
  return new Promise((resolve) => {
    if (!process.send) return resolve(fail('The pages are handed over by another desk, and none has begun this one'));
    process.once('message', (pages) => resolve(ok(pages as readonly PageFile[])));
    process.send(ASK_PAGES);
  });
}
