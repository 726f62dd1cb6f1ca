import { expect, it } from 'vitest';
import type { Link } from '../../src/host/link.ts';
import { LOG_KEPT } from '../../src/wire/crew/log.ts';
import { killableDesk } from '../support/killable.ts';
import { until } from '../support/small-desk.ts';

const { begin, end, linked, url } = killableDesk();

const said = (link: Link) =>
  link.replica().log.map(({ kind, author, what, why }) => [kind, author, what, ...(why === null ? [] : [why])]);

it('the log explains each change with its author, and survives a kill', async () => {
  await begin();
  const one = await linked('control');
  const two = await linked('control');
  const program = await linked('program');
  const preview = await linked('preview');
  await one.command({ do: 'cue', overlay: 'gap-ticker', params: { groups: 3 } });
  await one.command({ do: 'take' });
  await two.command({ do: 'take-direct', overlay: 'position-tower' });
  await two.command({ do: 'take-direct', overlay: 'position-tower' });
  await fetch(`${url()}/api/set?overlay=position-tower&mode=interval`);
  await one.tell({ kind: 'camera', group: null });
  await fetch(`${url()}/api/status?bib=3&is=abandoned`, { method: 'POST' });
  await fetch(`${url()}/api/kits`, { method: 'POST', body: '{"jerseys":{"points":"3"}}', headers: { origin: url() } });
  await one.transport({ do: 'speed', rate: 2 });
  for (const rough of [true, true, false])
    await one.transport({ do: 'seek', atMs: one.replica().desk.span!.fromMs + 60_000, ...(rough && { rough }) });
  await two.command({ do: 'panic' });
  await two.command({ do: 'release' });
  const done = [
    ['desk', 'desk', expect.stringMatching(/^the desk begins with replay of /)],
    ['cue', 'control 1', 'cues Gaps'],
    ['air', 'control 1', 'takes Gaps'],
    ['air', 'control 2', 'takes Positions', 'Gaps makes way for Positions'],
    ['air', 'http 127.0.0.1', expect.stringMatching(/^sets Positions: .+ interval$/i)],
    ['race', 'control 1', 'no group on camera'],
    ['race', 'http 127.0.0.1', expect.stringMatching(/^rider 3 .+ has abandoned$/)],
    ['race', 'page at 127.0.0.1', expect.stringMatching(/^points jersey: rider 3 ./)],
    ['transport', 'control 1', 'runs the race at 2×'],
    ['transport', 'control 1', expect.stringMatching(/^goes to \d\d:\d\d:\d\d$/)],
    ['air', 'control 2', 'panic: Positions cut, kept clean'],
    ['air', 'control 2', 'releases the panic'],
  ].reverse();
  await until('both know of all', () => [one, two].every((link) => link.replica().log.length >= done.length));
  expect(said(one)).toEqual(done);
  expect(two.replica().log).toEqual(one.replica().log);
  expect([program, preview].map((link) => link.replica().log)).toEqual([[], []]);
  const before = one.replica().log;
  for (const { raceMs, atMs } of before.slice(0, 11)) {
    expect(Math.abs(atMs - Date.now())).toBeLessThan(60_000);
    expect(raceMs).toBeGreaterThanOrEqual(one.replica().desk.span!.fromMs);
  }

  await end('SIGKILL');
  await begin();
  await until('control is back', () => one.replica().connection === 'live' && one.replica().log.length > done.length);
  expect(said(one)).toEqual([
    ['desk', 'desk', 'the desk is taken up again', 'it was killed, or stopped without an end'],
    ...done,
  ]);
  expect(
    one
      .replica()
      .log.slice(1)
      .map(({ raceMs, n }) => [raceMs, n]),
  ).toEqual(before.map(({ raceMs, n }) => [raceMs, n]));
});

it('a storm is a log of the newest lines, told in few messages', async () => {
  await begin();
  const control = await linked('control');
  let messages = 0;
  let held = control.replica().log;
  control.onChange(() => {
    if (control.replica().log !== held) messages += 1;
    held = control.replica().log;
  });
  for (let i = 0; i < 700; i += 1) {
    const asked = await control.command({ do: i % 2 === 0 ? 'cue' : 'uncue', overlay: 'gap-ticker' });
    if (!asked.ok) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await until('the last is told', () => control.replica().log[0]?.n === held[0]?.n && held.length === LOG_KEPT);
  expect(messages).toBeLessThan(60);
  const numbers = control.replica().log.map(({ n }) => n);
  expect(numbers).toEqual(numbers.map((_, i) => numbers[0]! - i));
});
