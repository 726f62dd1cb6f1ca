import type { Gate } from '../doors/gate.ts';
import { replyWaiting } from '../doors/waiting.ts';
import type { Notices } from '../notices.ts';
import { buildPages } from './build.ts';
import { HANDED, handedPages } from './handed.ts';
import { type PageFile, readPages } from './page-file.ts';
import { servePages } from './serve.ts';

export interface PagesAsked {
  readonly root: string;
  /** From their source, with hot reload. */
  readonly dev: boolean;
  /** Built before; null builds them now. */
  readonly folder: string | null;
}

const AGAIN_MS = 10_000;
const AGAIN_MOST_MS = 300_000;

/**
 * Puts the pages behind the gate. Resolves when they are there, or when they could not be made: then it is tried again
 * later, while the desk, its commands and the pages that are open already go on. `made` is told of them, but not with hot reload.
 */
export async function offerPages(
  { root, dev, folder }: PagesAsked,
  gate: Gate,
  notices: Notices,
  made: (pages: readonly PageFile[]) => void,
): Promise<void> {
  if (dev) {
    const { isHotReload, pagesInTheMaking } = await import('./dev.ts');
    gate.open({ pages: await pagesInTheMaking(root, gate.server), isOtherSocket: isHotReload });
    return;
  }
  const attempt = async (againMs: number): Promise<void> => {
    const pages = await pagesFrom(root, folder);
    if (pages.ok) return open(pages.value);
    const again = `it is tried again in ${againMs / 1000} s`;
    notices.add('error', `${pages.error}: ${again}.`);
    gate.open({ pages: (_, response) => replyWaiting(response, `${pages.error}: ${again}`) });
    setTimeout(() => attempt(Math.min(againMs * 2, AGAIN_MOST_MS)), againMs).unref();
  };
  const open = (pages: readonly PageFile[]) => {
    gate.open({ pages: servePages(pages) });
    made(pages);
  };
  await attempt(AGAIN_MS);
}

async function pagesFrom(root: string, folder: string | null) {
  if (folder === HANDED) return handedPages();
  return folder === null ? buildPages(root) : readPages(folder);
}
