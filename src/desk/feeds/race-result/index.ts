import { fail, ok, type Result } from '../../../wire/result.ts';
import type { FeedKind, Live } from '../feed.ts';
import { addressOf, followLines, type LineClient } from '../line-client.ts';
import { stamped, timingLive } from '../timing.ts';
import { createMissing } from './missing.ts';
import { FROM_TOPIC, raceResultParse, TOPIC } from './parse.ts';

const FEED = 'race-result';
const USUAL_PORT = 3601;
/** It answers, so that it is known to live, and says what time it has. */
const PING_MS = 5000;

export default {
  name: FEED,
  takes: '<host[:3601]>',
  help: 'a RACE RESULT decoder in its network: who crossed which loop when; riders come with --riders or another feed, a road with --course',
  isLive: true,
  lacksRoad: true,
  parser: raceResultParse,
  open: ({ argument }) => raceResult(argument),
} satisfies FeedKind;

/** "192.168.1.90", "...:3601", and "?from=17" where the race begins with the 17th passing of the decoder's file. */
export function raceResult(address: string, waits?: LineClient['waits']): Result<Live> {
  const [place = '', from = null] = address.split('?from=');
  const to = addressOf(place, USUAL_PORT);
  if (!to || (from !== null && !/^\d{1,9}$/.test(from)))
    return fail(`"${address}" is no address of a decoder; write --feed race-result:192.168.1.90.`);
  const where = `${to.host}:${to.port}`;
  const live = timingLive(FEED, `the decoder at ${where}`, raceResultParse, (take, trouble) => {
    const missing = createMissing(() => performance.now());
    let say = (_line: string): void => {};
    if (from !== null) take(FROM_TOPIC, from);
    return followLines({
      ...to,
      ...(waits && { waits }),
      connected(speak) {
        say = speak;
        missing.again();
        for (const line of ['SETPROTOCOL;3.2', 'GETSTATUS', 'SETPUSHPREWARNS;0', 'SETPUSHPASSINGS;1;0', 'PASSINGS'])
          speak(line);
      },
      ping: { line: 'GETSTATUS', everyMs: PING_MS },
      lines(lines) {
        take(TOPIC, stamped(lines.join('\n')));
        for (const line of lines) {
          const asks = missing.heard(line);
          if (asks !== null) say(asks);
        }
      },
      lost: (why) =>
        trouble(
          `Timing: the decoder at ${where} is lost (${why}); check its network; trying again, and fetching what it records meanwhile.`,
        ),
    });
  });
  return ok(live);
}
