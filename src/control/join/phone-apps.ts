import { GPS_LOGGER_QUERY, type JoinedPhone } from '../../wire/public/joining.ts';

/** Seconds between two fixes: often enough for gaps, and a battery lasts for the race. */
const EVERY_S = 5;

/** What a rider's phone is told, by each app in its own way. */
export interface PhoneLinks {
  /** Where it sends to. */
  readonly address: string;
  /** Opens the app, which asks whether it shall do so. */
  readonly ownTracks: string;
  readonly traccar: string;
  /** To be put into the app. */
  readonly gpsLogger: string;
}

/** `origin` is how this phone has reached the desk. */
export function phoneLinks(origin: string, { bib, key }: Pick<JoinedPhone, 'bib' | 'key'>): PhoneLinks {
  const address = `${origin}/api/feed/phones/${key}`;
  const traccar = new URLSearchParams({
    url: address,
    id: bib,
    accuracy: 'highest',
    distance: '0',
    interval: String(EVERY_S),
    fastest_interval: String(EVERY_S),
    stop_detection: 'false',
    buffer: 'true',
    service: 'true',
  });
  return {
    address,
    ownTracks: `owntracks:///config?inline=${encodeURIComponent(btoa(ownTracksConfig(address, bib)))}`,
    traccar: `org.traccar.client://config?${traccar}`,
    gpsLogger: `${address}?${GPS_LOGGER_QUERY}`,
  };
}

/** HTTP (3), and move mode (2): a place every few seconds, whether or not it has moved far. In ASCII, as base64 wants it. */
function ownTracksConfig(url: string, bib: string): string {
  const config = {
    _type: 'configuration',
    mode: 3,
    url,
    auth: false,
    monitoring: 2,
    locatorInterval: EVERY_S,
    locatorDisplacement: 5,
    moveModeLocatorInterval: EVERY_S,
    deviceId: bib,
    tid: bib.slice(-2),
    cmd: false,
    allowRemoteLocation: false,
  };
  return JSON.stringify(config).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
