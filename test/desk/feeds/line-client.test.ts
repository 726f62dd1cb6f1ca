import { expect, it } from 'vitest';
import { followLines } from '../../../src/desk/feeds/line-client.ts';
import { lineServer } from '../../support/line-server.ts';

it('reads names in UTF-8, and in Windows-1252 where they cannot be that', async () => {
  const server = await lineServer((client) => {
    client.write('Žižek Šimon\r\n', 'utf8');
    client.write(Buffer.from([0x8e, 0x69, 0x9e, 0x65, 0x6b, 0x20, 0x92, 0xe9, 0x0a]));
  });
  const heard: string[] = [];
  const stop = followLines({
    host: '127.0.0.1',
    port: server.port,
    lines: (lines) => void heard.push(...lines),
    lost() {},
  });
  await expect.poll(() => heard.length, { timeout: 2000 }).toBe(2);
  expect(heard).toEqual(['Žižek Šimon', 'Žižek ’é']);
  stop();
  await server.close();
});
