import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { banner, type Greeting } from '../../src/desk/banner.ts';

const said = (over: Partial<Greeting>) =>
  banner({
    host: '127.0.0.1',
    port: 4000,
    isSecure: false,
    feed: 'phones',
    tape: 'a.ndjson.gz',
    left: null,
    tokens: null,
    proxyName: null,
    tlsName: null,
    invites: null,
    ...over,
  });
const invites = (url: string) => `${url}?join#code=abc`;

it('the desk prints where phones join: at its address in the network, by the name of its proxy, or of its certificate', () => {
  expect(said({})).not.toContain('join at');
  expect(said({ host: '10.0.0.5', invites })).toContain('  phones    join at http://10.0.0.5:4000/?join#code=abc\n');
  expect(said({ proxyName: 'tv.example.org', invites })).toContain('join at https://tv.example.org/?join#code=abc\n');
  const named = { host: '0.0.0.0', isSecure: true, tlsName: 'tv.example.org', invites };
  expect(said(named)).toContain('join at https://tv.example.org:4000/?join#code=abc\n');
  const isInNetwork = Object.values(networkInterfaces()).some((all) =>
    all?.some(({ internal, family }) => !internal && family === 'IPv4'),
  );
  if (isInNetwork) expect(said({ host: '0.0.0.0', invites })).not.toMatch(/join at http:\/\/(localhost|127)/);
});
