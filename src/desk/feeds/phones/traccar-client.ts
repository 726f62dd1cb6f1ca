import { allTold, type FixesTold, fixOf, nothingToFollow, unreadable } from '../device-fix.ts';
import { type Json, recordOf, recordsOf } from '../json.ts';

const MPS_TO_KPH = 3.6;

/**
 * What the app Traccar Client sends: `{"location":{"timestamp","coords":{"latitude","longitude","accuracy","speed",
 * "altitude"},"battery":{"level"}},"device_id"}`, in metres and metres a second, its battery from 0 to 1. Several are an
 * array of locations, or of such messages. What has no `coords`, as when its phone only says that it stands, says nothing.
 */
export const traccarClient = (message: unknown): FixesTold =>
  allTold(
    recordsOf(message).flatMap((told) =>
      recordsOf(told.location).map((location) => oneTold(location, told.device_id ?? location.device_id)),
    ),
  );

/** Whether a message is of this app at all. */
export const isTraccarClient = (message: unknown): boolean =>
  recordsOf(message).some(({ location }) => typeof location === 'object' && location !== null);

function oneTold(location: Json, device: unknown): FixesTold {
  if (location.coords === undefined) return nothingToFollow;
  const coords = recordOf(location.coords);
  if (!coords) return unreadable('it sends no place that is one on earth');
  return fixOf({
    device,
    time: location.timestamp,
    lat: coords.latitude,
    lon: coords.longitude,
    speed: [coords.speed, MPS_TO_KPH],
    altitude: coords.altitude,
    accuracy: coords.accuracy,
    battery: [recordOf(location.battery)?.level, 100],
  });
}
