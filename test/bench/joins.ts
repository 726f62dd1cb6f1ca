import { openLink } from '../../src/host/link.ts';
import { emptyFolder, freePort, startDesk } from '../support/desk.ts';
import { type RawPage, rawPage } from '../support/raw-page.ts';

const PAGES = 1000;
/** What pages cause each other would come within this time: the crew is told once a second. */
const AFTERMATH_MS = 1500;

/**
 * A thousand pages come in at once to a real desk in a process of its own, late in the race, where a snapshot is large.
 * The race stands, so that every message is one that a join has caused.
 */
export async function joinsBench() {
  const args = ['--from', '14:30'];
  const desk = await startDesk({ port: await freePort(), tapes: await emptyFolder(), args });
  const control = openLink('control', { url: desk.url });
  try {
    while (control.replica().race === null) await wait(100);
    await control.transport({ do: 'pause' });
    await wait(AFTERMATH_MS);
    const began = performance.now();
    const pages = await Promise.all(Array.from({ length: PAGES }, () => greeted(desk.url)));
    const seconds = (performance.now() - began) / 1000;
    await wait(AFTERMATH_MS);
    const messages = pages.reduce((sum, page) => sum + page.messages, 0);
    const lost = pages.filter(({ closed }) => closed).length;
    for (const page of pages) page.destroy();
    if (lost > 0) throw new Error(`the desk closed ${lost} of ${PAGES} pages`);
    return { pages: PAGES, seconds, messages };
  } finally {
    control.close();
    await desk.kill('SIGINT');
  }
}

/** Opened, and it has everything: the clock, and a snapshot of some size. */
async function greeted(url: string): Promise<RawPage> {
  return new Promise((resolve, reject) => {
    let page: RawPage | null = null;
    let isGreeted = false;
    const done = () => page && isGreeted && resolve(page);
    const onMessage = (payload: Buffer) => {
      isGreeted ||= payload.length > 1000;
      done();
    };
    rawPage({ url, role: 'program', onMessage }).then((opened) => {
      page = opened;
      done();
    }, reject);
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
