import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Link, openLink } from '../../src/host/link.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from './desk.ts';
import { recording } from './recording.ts';
import { until } from './small-desk.ts';

/** Real desks in processes of their own, of one recording and one folder in each test: what an accident meets. */
export function killableDesk() {
  const links: Link[] = [];
  let running: RunningDesk | null = null;
  let folder = '';
  let port = 0;
  beforeEach(async () => {
    folder = await emptyFolder();
    port = await freePort();
    writeFileSync(join(folder, 'stage.json'), recording({ riders: 8, seconds: 3000, every: 1 }));
  });
  afterEach(async () => {
    for (const link of links.splice(0)) link.close();
    await running?.kill('SIGKILL');
    running = null;
  });
  const url = () => `http://127.0.0.1:${port}`;
  const tapes = () => join(folder, 'tapes');
  return {
    links,
    url,
    tapes,
    folder: () => folder,
    port: () => port,
    running: () => running!,
    async begin(...args: string[]) {
      running = await startDesk({
        port,
        tapes: tapes(),
        args: ['--feed', `replay:${join(folder, 'stage.json')}`, ...args],
      });
      return running;
    },
    async end(signal: 'SIGINT' | 'SIGKILL') {
      await running?.kill(signal);
      running = null;
    },
    /** A page of this role, once it is live and knows the race. */
    async linked(role: string) {
      const link = openLink(role, { url: url() });
      links.push(link);
      await until(`${role} is live`, () => link.replica().connection === 'live' && link.replica().race !== null);
      return link;
    },
  };
}
