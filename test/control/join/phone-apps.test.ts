import { describe, expect, it } from 'vitest';
import { phoneLinks } from '../../../src/control/join/phone-apps.ts';

const links = phoneLinks('https://tv.example.org:8443', { bib: 'É131', key: 'a_b-c' });
const ADDRESS = 'https://tv.example.org:8443/api/feed/phones/a_b-c';

describe('what the app of a phone is told', () => {
  it('is a whole configuration for OwnTracks, whose address survives any letter', () => {
    const [, inline = ''] = /^owntracks:\/\/\/config\?inline=([\w%]+)$/.exec(links.ownTracks) ?? [];
    expect(JSON.parse(atob(decodeURIComponent(inline)))).toMatchObject({
      _type: 'configuration',
      mode: 3,
      monitoring: 2,
      url: ADDRESS,
      deviceId: 'É131',
      tid: '31',
      moveModeLocatorInterval: 5,
    });
  });

  it('is an address with the settings for Traccar Client', () => {
    const url = new URL(links.traccar);
    expect([url.protocol, url.host]).toEqual(['org.traccar.client:', 'config']);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      url: ADDRESS,
      id: 'É131',
      interval: '5',
      service: 'true',
    });
  });

  it('is an address with words to be filled in for GPSLogger', () => {
    expect(links.gpsLogger).toBe(`${ADDRESS}?lat=%LAT&lon=%LON&time=%TIMESTAMP&mps=%SPD&acc=%ACC&alt=%ALT&bat=%BATT`);
  });
});
