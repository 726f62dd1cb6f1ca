import { fail, ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, Live } from '../feed.ts';
import { addressOf, followLines, type LineClient } from '../line-client.ts';
import { timingLive } from '../timing.ts';
import { rmonitorParse, TOPIC } from './parse.ts';

const FEED = 'rmonitor';
/** As Orbits has it where nobody has changed it. */
const USUAL_PORT = 50_000;

export default {
  name: FEED,
  takes: '<host:port>',
  help: 'timing of a criterium or a circuit race as MYLAPS Orbits and others send it (RMonitor); needs no trackers and no road',
  isLive: true,
  parser: rmonitorParse,
  open: ({ argument }) => rmonitor(argument),
} satisfies FeedKind;

/** `waits`: how soon it comes back to a server that hung up. */
export function rmonitor(address: string, waits?: LineClient['waits']): Result<Live> {
  const to = addressOf(address, USUAL_PORT);
  if (!to) return fail(`"${address}" is no address of a timing computer; write --feed rmonitor:192.168.1.20:50000.`);
  const where = `${to.host}:${to.port}`;
  const live = timingLive(FEED, `the timing at ${where}`, rmonitorParse, (take, trouble) =>
    followLines({
      ...to,
      ...(waits && { waits }),
      lines: (lines) => take(TOPIC, `${Date.now()} ${lines.join('\n')}`),
      lost: (why) =>
        trouble(`Timing: ${where} is lost (${why}); check the timing computer and the network; trying again.`),
    }),
  );
  return ok(live);
}
