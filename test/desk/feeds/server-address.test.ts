import { describe, expect, it } from 'vitest';
import { feedsOf } from '../../../src/desk/feeds/asked-feeds.ts';
import { serverAddressOf, withoutCredentials } from '../../../src/desk/feeds/server-address.ts';
import { kinds } from '../../support/feeds.ts';

const nobody = { user: undefined, password: undefined };

describe('the address of a server', () => {
  it('is a host, who comes to it, and what stands behind, as it is written', () => {
    expect(serverAddressOf('mqtts://ana%40club:p%3A%2F@broker:8883/owntracks/+/#', nobody)).toEqual({
      protocol: 'mqtts:',
      host: 'broker:8883',
      path: 'owntracks/+/#',
      user: 'ana@club',
      password: 'p:/',
    });
    expect(serverAddressOf('https://[::1]:8082', nobody)).toMatchObject({ host: '[::1]:8082', path: '', user: null });
  });

  it('may leave out who comes, who is known otherwise', () => {
    const known = { user: 'ana', password: 'secret' };
    expect(serverAddressOf('https://host', known)).toMatchObject({ user: 'ana', password: 'secret' });
    expect(serverAddressOf('https://eva@host', known)).toMatchObject({ user: 'eva', password: 'secret' });
    expect(serverAddressOf('https://eva:own@host', known)).toMatchObject({ user: 'eva', password: 'own' });
  });

  it.each(['', 'host', 'https://', 'https:///path', 'https://ho st', 'https://host:port'])('is not "%s"', (text) => {
    expect(serverAddressOf(text, nobody)).toBeNull();
  });

  it('is said without who comes', () => {
    expect(withoutCredentials('mqtt:mqtt://u:p@ss@host:1/x')).toBe('mqtt:mqtt://…@host:1/x');
    const url = 'traccar:https://me%40club:secret@host';
    for (const asked of [[url, url], [`trakcar:${url}`]]) {
      const feeds = feedsOf(asked, kinds);
      expect(feeds).toMatchObject({ ok: false, error: expect.stringContaining('https://…@host') });
      expect(JSON.stringify(feeds)).not.toContain('secret');
    }
  });

  it('may be left out where the feed stands alone', () => {
    expect(feedsOf(['traccar'], kinds)).toMatchObject({ ok: true, value: [{ kind: 'traccar', argument: '' }] });
    expect(feedsOf(['traccar:'], kinds).ok).toBe(false);
    expect(feedsOf(['mqtt'], kinds)).toMatchObject({ error: expect.stringContaining('traccar[:<url>]') });
  });
});
