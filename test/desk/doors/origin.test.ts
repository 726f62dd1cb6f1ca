import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { judgeOf } from '../../../src/desk/doors/origin.ts';

const host = '192.168.1.20:4000';
const chrome = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/103.0 Safari/537.36';
const judge = judgeOf(['desk.studio.lan']);
const who = (headers: Record<string, string>) => judge({ host, ...headers }).who;

describe('who asks the desk', () => {
  it('is its own: its own pages, and programs that are no browser', () => {
    const own: Record<string, string>[] = [
      {},
      { 'user-agent': 'curl/8.5.0' },
      // A program made with Qt that does not name itself.
      { 'user-agent': 'Mozilla/5.0' },
      { origin: `http://${host}`, 'user-agent': chrome },
      { referer: `http://${host}/?show=program`, 'user-agent': chrome },
      { 'sec-fetch-site': 'same-origin', 'user-agent': chrome },
      // Typed into the address bar.
      { 'sec-fetch-site': 'none', 'user-agent': chrome },
      { host: 'LOCALHOST:4000', origin: 'http://localhost:4000' },
    ];
    for (const headers of own) expect(who(headers), JSON.stringify(headers)).toBe('own');
  });

  it('is foreign: pages of any other site, however they ask', () => {
    const others: Record<string, Record<string, string>> = {
      'a script': { origin: 'https://evil.example', 'user-agent': chrome },
      'a form': { origin: 'https://evil.example', referer: 'https://evil.example/', 'sec-fetch-site': 'cross-site' },
      'an image': { referer: 'https://evil.example/', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' },
      'a sandboxed frame or a file': { origin: 'null', 'user-agent': chrome },
      'another port of this machine': { origin: 'http://192.168.1.20:9999', 'sec-fetch-site': 'same-site' },
      'a liar about one of two': { origin: `http://${host}`, referer: 'https://evil.example/' },
      'no address at all': { origin: 'what?' },
    };
    for (const [name, headers] of Object.entries(others)) expect(who(headers), name).toBe('foreign');
    // An image that hides where it stands, to an address without a lock.
    expect(who({ 'user-agent': chrome })).toBe('unsaid');
  });

  it('is nobody: who was led here by a name that is not ours, even as its own site', () => {
    for (const odd of [
      'evil.example',
      'evil.example:4000',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      'a b',
      '',
      '[x',
    ])
      expect(who({ host: odd, origin: `http://${odd}`, 'sec-fetch-site': 'same-origin' }), odd).toBe('nobody');
    expect(judgeOf([])({}).who).toBe('nobody');
  });

  it('may come by address, by the names of this machine, and by those that the operator allows', () => {
    const names = [
      '127.0.0.1:4000',
      '[::1]:4000',
      '10.0.0.7',
      'localhost',
      'localhost.:4000',
      hostname(),
      `${hostname()}.local`,
    ];
    for (const name of [...names, 'desk.studio.lan', 'DESK.studio.lan:4000', 'desk.studio.lan.'])
      expect(who({ host: name }), name).toBe('own');
    const refused = judgeOf([])({ host: 'desk.studio.lan:4000' });
    expect(refused).toEqual({
      who: 'nobody',
      why: 'This desk does not answer to the name desk.studio.lan: use its IP address, or start it with --allow-host desk.studio.lan.',
    });
  });
});
