import { feedForm } from './feeds/asked-feeds.ts';
import type { FeedKinds } from './feeds/kinds.ts';

/** What `--help` says. */
export const usageOf = (kinds: FeedKinds): string => `Ardoise: television graphics for cycling.

  npm start -- [options]

  --feed <feed>              where the race comes from; several --feed meet in one race
${[...kinds.values()].map((kind) => `         ${feedForm(kind).padEnd(19)} ${kind.help}`).join('\n')}
  --from 42km                begin where the head of the race is at 42 km; also 42km-to-go
         14:30               or at this time of day where the race is; also 14:30:15
         1h02m03s            or so long after the start
  --speed 8                  race seconds a second, 0.1 to 60
  --seed 7                   another built-in race with the same riders
  --course stage.gpx         the road, where the feed gives none or a wrong one; or a JSON file of its figures
  --track 2                  which track of that file, where it has several
  --laps 12                  how many laps: the road of --course, or the one that riders draw, is one of them
  --riders riders.csv        who rides: columns bib and family, or name, and team, nation, device and more where known
  --rules tour-2025          what the race is decided by: a preset, or a file {"preset", "own"} of its own figures
  --classification gc.csv    how the race stood before the stage: columns bib and gap or time, or points
  --starts start-list.csv    when who starts a time trial: columns bib and time, on the clock of the place
  --kits kits.json           what is worn: {"teams", "jerseys", "looks"}, or a table of team, color 1, color 2
  --history <folder>         forecasts by earlier races: what npm run insight wrote there, and climbs.csv (records)
  --port 4000  --host 127.0.0.1
         0.0.0.0             other machines may come too: each needs a token, printed once (npm run tokens)
  --allow-host <name>        a name of this machine in the studio, such as desk.studio.lan; may be given several times
  --tls-cert cert.pem  --tls-key key.pem   https, with a certificate of your own
  --behind-proxy             a proxy on this machine answers for the desk: everybody needs a token
  --osc 8000                 hear commands by OSC at this UDP port, from this machine
  --osc-from 10.0.0.7        and from this one, with --host; OSC has no password; may be given several times
  --osc-to 10.0.0.5:9000     tell this address each change by OSC; may be given several times
  --tokens <file>            where tokens are kept (default tokens.json beside the tapes)
  --tape <folder>            where tapes are kept (default .tapes)
  --themes <folder>          your own looks beside the shipped ones, read again at each change
  --fresh                    begin anew, although the last desk was killed
  --pages <folder>           pages built before with "npx vite build"; without it they are built at each start
  --dev                      pages from their source, with hot reload
  --help`;
