import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeskAddress } from '../../../src/wire/foreign/desk-address.ts';

describe('the address of a desk, as a hand types it', () => {
  it.each([
    ['192.168.1.20:5300', 'http://192.168.1.20:5300', null],
    [' 192.168.1.20 ', 'http://192.168.1.20:4000', null],
    ['desk.local', 'http://desk.local:4000', null],
    ['http://desk.local', 'http://desk.local', null],
    ['localhost:4000', 'http://localhost:4000', null],
    ['[fe80::1]', 'http://[fe80::1]:4000', null],
    ['http://192.168.1.20:4000/?show=program', 'http://192.168.1.20:4000', null],
    ['https://tv.example/#token=ard_abc', 'https://tv.example', 'ard_abc'],
    ['192.168.1.20#token=ard_abc', 'http://192.168.1.20:4000', 'ard_abc'],
    ['HTTP://Desk.Local:5300/#token=', 'http://desk.local:5300', null],
  ])('%s', (typed, url, token) => {
    expect(readDeskAddress(typed)).toEqual({ ok: true, value: { url, token } });
  });

  it.each([
    ['http://', /The address of the desk is "http:\/\/": it is like/],
    ['the desk', /it is like 192\.168\.1\.20:4000/],
    ['192.168.1.20:99999', /it is like/],
    ['ws://192.168.1.20', /begins with http/],
    ['file:///index.html', /begins with http/],
    ['http://192.168.1.20:4000/control', /nothing behind its port/],
    ['http://me:secret@192.168.1.20', /a name or a password/],
  ])('%s is none, and says so in one sentence', (typed, why) => {
    const read = readDeskAddress(typed);
    expect(read.ok ? 'it was read' : read.error).toMatch(why);
  });

  it('never throws, and repeats no password', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (typed) => {
        const read = readDeskAddress(typed);
        return read.ok ? /^https?:\/\/[^/]+$/.test(read.value.url) : !read.error.includes('\n');
      }),
    );
    const read = readDeskAddress('http://me:secret@192.168.1.20');
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
