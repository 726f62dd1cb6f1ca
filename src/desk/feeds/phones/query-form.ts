import { type FixesTold, fixOf, nothingToFollow } from '../device-fix.ts';

const KNOTS_TO_KPH = 1.852;
const MPS_TO_KPH = 3.6;

/**
 * What stands in an address or a form: as OsmAnd and older Traccar Clients say it (`id timestamp lat lon speed altitude
 * accuracy batt`, in knots), or GPSLogger by `GPS_LOGGER_QUERY`. What names no place at all says nothing.
 */
export function queryForm(query: URLSearchParams): FixesTold {
  if (!['lat', 'lon', 'location'].some((name) => query.has(name))) return nothingToFollow;
  const [lat, lon] = query.get('location')?.split(',') ?? [query.get('lat'), query.get('lon')];
  const first = (...names: readonly string[]) => names.map((name) => query.get(name)).find((value) => value !== null);
  return fixOf({
    device: first('id', 'deviceid'),
    time: first('timestamp', 'time'),
    lat,
    lon,
    speed: query.has('mps') ? [query.get('mps'), MPS_TO_KPH] : [query.get('speed'), KNOTS_TO_KPH],
    altitude: first('altitude', 'alt'),
    accuracy: first('accuracy', 'acc'),
    battery: [first('batt', 'bat'), 1],
  });
}
