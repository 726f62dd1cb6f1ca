import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { phoneLinks } from '../../../src/control/join/phone-apps.ts';
import { joinAddress, joinHosts } from '../../../src/control/phones/join-address.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../../support/desk.ts';
import { until } from '../../support/small-desk.ts';
import { plainTapes } from '../../support/tapes.ts';

const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(import.meta.dirname, name)) as [string, string];
const ca = readFileSync(cert);
let desk: RunningDesk | null = null;
afterEach(() => desk?.kill('SIGKILL'));

/** By GET without a body. */
const asked = (url: string, body: string | null = null) =>
  new Promise<{ status: number; said: Record<string, string | readonly string[]> }>((resolve, reject) => {
    const sent = request(url, { method: body === null ? 'GET' : 'POST', ca }, async (response) => {
      const text = (await response.toArray()).join('');
      resolve({ status: response.statusCode ?? 0, said: JSON.parse(text) });
    });
    sent.on('error', reject).end(body ?? undefined);
  });

it('a desk with a certificate: phones join by https, each app is heard, and who frees a number is in the log', async () => {
  const port = await freePort();
  const tapes = await emptyFolder();
  const named = ['--host', '0.0.0.0', '--allow-host', 'tv.example.org'];
  const args = ['--feed', 'phones', '--tls-cert', cert, '--tls-key', key, ...named];
  desk = await startDesk({ port, tapes, args });
  const origin = `https://localhost:${port}`;
  const door = `${origin}/api/feed/phones`;

  const { code, addresses } = (await asked(door)).said;
  // By the name that the certificate may have: phones are sure of no other.
  expect(desk.output()).toContain(`join at https://tv.example.org:${port}/?join#code=${code}\n`);
  expect(addresses?.[0]).toBe('tv.example.org');
  const own = { hostname: 'localhost', port: String(port) };
  const [host] = joinHosts(own, addresses as readonly string[]);
  expect(joinAddress('https:', host!, String(code))).toBe(`https://tv.example.org:${port}/?join#code=${code}`);
  const joined = async (bib: string) => {
    const { said } = await asked(`${door}/join`, JSON.stringify({ code, bib, name: `Rider ${bib}` }));
    return phoneLinks(origin, { bib, key: String(said.key) });
  };
  const [ownTracks, traccar, logger] = [await joined('31'), await joined('12'), await joined('7')];
  const [atMs, coords] = [Date.now(), { latitude: 45, longitude: 5, accuracy: 5 }];
  const sent = [
    await asked(
      ownTracks.address,
      JSON.stringify({ _type: 'location', tst: Math.floor(atMs / 1000), lat: 45, lon: 5 }),
    ),
    await asked(traccar.address, JSON.stringify({ location: { timestamp: atMs, coords }, device_id: '12' })),
    await asked(
      logger.gpsLogger
        .replace(/%LAT|%LON|%ACC/g, '5')
        .replace('%TIMESTAMP', String(atMs))
        .replace(/%\w+/g, ''),
    ),
  ];
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await asked(`${door}/free?bib=7`, '')).toMatchObject({ status: 200 });
  const said = () => plainTapes(tapes);
  await until('all is on the tape', () => said().includes('frees number 7 Rider 7'));
  const heard = ['start', 'join', 'join', 'join', 'own-tracks', 'traccar', 'query', 'free'];
  expect([...said().matchAll(/"feed":"phones","raw":\{"topic":"([^"]+)"/g)].map(([, topic]) => topic)).toEqual(heard);
  expect(desk.output()).not.toContain('phones: number');
});
