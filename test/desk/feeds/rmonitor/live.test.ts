import { expect, it, onTestFinished } from 'vitest';
import { rmonitor } from '../../../../src/desk/feeds/rmonitor/index.ts';
import { criterium, rmonitorLines } from '../../../support/criterium.ts';
import { type LineServer, lineServer } from '../../../support/line-server.ts';
import { follow } from '../../../support/timing-feed.ts';

const race = criterium();
const lines = rmonitorLines(race);

/** A timing computer that says to whoever comes what it has said so far: of each rider where he stands. */
async function timing(): Promise<LineServer & { say(line: string): Promise<void> }> {
  const standing = new Map<string, string>();
  const papers: string[] = [];
  const server = await lineServer((client) => client.write([...papers, ...standing.values(), ''].join('\r\n')));
  onTestFinished(server.close);
  return {
    ...server,
    async say(line) {
      const [command = '', , registration = ''] = line.split(',');
      if (command === '$G') standing.set(registration, line);
      else if (command === '$F') standing.set(command, line);
      else if (command !== '$J') papers.push(line);
      (await server.client()).write(`${line}\r\n`);
    },
  };
}

it('loses no crossing that was sent and tells none twice, cut off ten times in the middle of a line', async () => {
  const server = await timing();
  const { told, faults, troubles } = follow(rmonitor(`127.0.0.1:${server.port}`, { soonMs: 2, lateMs: 10 }));
  const every = Math.floor(lines.length / 11);
  for (const [i, { line }] of lines.entries()) {
    if (i > 0 && i % every === 0 && troubles.length < 10) {
      const client = await server.client();
      client.write(line.slice(0, 9));
      await new Promise((resolve) => setTimeout(resolve, 5));
      server.drop();
    }
    await server.say(line);
  }
  await expect.poll(() => told.length).toBeGreaterThanOrEqual(race.crossings.length + race.bibs.length);
  expect(troubles).toHaveLength(10);
  for (const text of troubles)
    expect(text).toMatch(/^Timing: 127\.0\.0\.1:\d+ is lost \(it hung up\);[^\n]*trying again\.$/);
  expect(faults).toEqual([]);
  const laps = told.filter(({ lap }) => lap !== 0);
  const keyOf = ({ bib, lap }: { bib: string; lap?: number }) => `${bib} ${lap}`;
  expect(laps.map(keyOf).toSorted()).toEqual(race.crossings.map(keyOf).toSorted());
  // All by one clock: to the thousandth.
  const startMs = laps[0]!.atMs! - race.at(laps[0]!.bib, laps[0]!.lap!)!;
  for (const { bib, lap, atMs } of laps) expect(atMs! - startMs).toBe(race.at(bib, lap!));
});

it('says once that nobody is there, and goes on when somebody is', async () => {
  const gone = await lineServer(() => {});
  await gone.close();
  const { troubles } = follow(rmonitor(`127.0.0.1:${gone.port}`, { soonMs: 2, lateMs: 5 }));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(troubles).toEqual([expect.stringContaining('ECONNREFUSED')]);
});

it.each(['', 'timing:0', 'timing:70000', 'a b:1'])('refuses "%s" as an address', (address) => {
  expect(rmonitor(address)).toMatchObject({ ok: false, error: expect.stringContaining('--feed rmonitor:') });
});
