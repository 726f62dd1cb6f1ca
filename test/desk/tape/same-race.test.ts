import { mkdtempSync, readFileSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Playable } from '../../../src/desk/feeds/feed.ts';
import { openReplay } from '../../../src/desk/feeds/replay/index.ts';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { createIntake } from '../../../src/desk/intake.ts';
import { createNotices } from '../../../src/desk/notices.ts';
import { rawsOf, readTape } from '../../../src/desk/tape/read.ts';
import { foldTape } from '../../../src/desk/tape/resume.ts';
import { type Link, openLink } from '../../../src/host/link.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import type { Race } from '../../../src/race/race.ts';
import { parserOf } from '../../support/feeds.ts';
import { report, saying } from '../../support/report.ts';
import { manifest, type SmallDesk, smallDesk, until } from '../../support/small-desk.ts';
import { plainOf } from '../../support/tapes.ts';

let desk: SmallDesk | null = null;
let links: Link[] = [];
afterEach(async () => {
  for (const link of links) link.close();
  await desk?.stop();
  [desk, links] = [null, []];
});

/** Of the race that is built in, from its first minutes on. */
const FROM_S = 240;
const FOR_S = 120;

function entriesOf(file: string) {
  const tape = readTape(file, plainOf(file));
  if (!tape.ok) throw new Error(tape.error);
  return tape.value.entries;
}

function* dueBy(feed: Playable, atMs: number) {
  for (const input of feed.play(feed.startMs)) {
    if (input.atMs > atMs) return;
    yield input;
  }
}

/** Since when somebody leads is told from when the desk first looked, which no tape says. */
const sinceLooked = ({ standings, ...rest }: Race) => ({
  ...rest,
  standings: { ...standings, leader: standings.leader && { ...standings.leader, sinceMs: 0 } },
});

it('a tape of the built-in race whose desk was killed gives the same race, show and as-run log', async () => {
  const tape = join(mkdtempSync(join(tmpdir(), 'ardoise-same-')), 'tape.ndjson.gz');
  const built = simulation({ seed: 1 });
  const feed = { ...built, startMs: built.span.fromMs + FROM_S * 1000 };
  const other = { ...manifest, id: 'status-bar', title: 'Status', layer: 'strip' } as const;
  desk = await smallDesk({ feed, rate: 30, tape, manifests: [manifest, other] });
  const [program, control] = ['program', 'control'].map((role) => openLink(role, { url: desk!.url }));
  links = [program!, control!];
  await until('there is a race', () => control!.replica().race !== null && program!.replica().connection === 'live');
  const rows = () => desk!.desk.asRun.rows();
  await control!.tell(sayOf({ atMs: 0 }, 'rider/31/family', 'Šafránek'));
  await control!.command({ do: 'take-direct', overlay: 'gap-ticker', params: { groups: 3 } });
  program!.report(saying('gap-ticker', 'on'));
  await until('it was on air', () => rows().length === 1);
  await control!.command({ do: 'next', overlay: 'gap-ticker' });
  program!.report(report());
  await control!.command({ do: 'take-direct', overlay: 'status-bar' });
  program!.report(saying('status-bar', 'on'));
  await control!.command({ do: 'cue', overlay: 'gap-ticker' });
  await until('the other one was', () => rows().length === 2 && rows()[0]!.toAt !== null);
  await until('it has run', () => desk!.desk.picture().clock.atMs > feed.startMs + FOR_S * 1000);
  expect(await control!.transport({ do: 'pause' })).toEqual({ ok: true });
  await until('it stands', () => desk!.desk.picture().clock.rate === 0);
  const dueMs = desk.desk.picture().clock.atMs;
  const due = [...dueBy(feed, dueMs)].length;
  await until('a slow machine has taken all in', () => rawsOf(entriesOf(tape)).length > due);

  const { race, show, clock } = desk.desk.picture();
  const aired = rows();
  // The last piece was on its way to the disk.
  await control!.tell({ kind: 'camera', group: null });
  truncateSync(tape, readFileSync(tape).length - 12);

  const folded = foldTape(entriesOf(tape), new Map([manifest, other].map((one) => [one.id, one])));
  expect([folded.kept.show, folded.leftOut]).toEqual([show, []]);
  expect(folded.air.rows).toEqual(aired);
  expect(folded.clock.atMs).toBe(clock.atMs);

  const again = openReplay(tape, parserOf);
  if (!again.ok) throw new Error(again.error);
  const intake = createIntake({ source: again.value, notices: createNotices(() => {}), wallMs: null });
  const inputs = [...again.value.play(0)].filter(({ atMs }) => atMs <= clock.atMs);
  for (const input of inputs) {
    intake.take(input);
    intake.advance(input.atMs);
  }
  intake.advance(clock.atMs);
  const replayed = intake.race(clock.atMs)!;
  // And one word of a hand, and one on the camera that was cut off.
  expect(inputs.length).toBe(due + 1);
  expect(replayed.overrides.map(({ value }) => value)).toEqual(['Šafránek']);
  expect(sinceLooked(replayed)).toEqual(sinceLooked(race!));
});
