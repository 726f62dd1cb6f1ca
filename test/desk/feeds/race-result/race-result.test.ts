import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { raceResult } from '../../../../src/desk/feeds/race-result/index.ts';
import { raceResultParse } from '../../../../src/desk/feeds/race-result/parse.ts';
import { lineServer } from '../../../support/line-server.ts';
import { START_MS } from '../../../support/race.ts';
import { follow, readBy } from '../../../support/timing-feed.ts';

const recordOf = (number: number, ms: number, who = String(1000 + (number % 40)), loop = '1'): string => {
  const [date, time] = new Date(ms).toISOString().slice(0, 23).split('T');
  return `${number};${who};${date};${time};0;12;88;1;1;A;${loop};0;77;2.9;26;0;D-5001;0;0;0`;
};

describe('a line of a decoder', () => {
  const read = (...lines: readonly (string | readonly [string, string])[]) =>
    readBy(
      raceResultParse(),
      lines.map((line) =>
        typeof line === 'string'
          ? { topic: 'lines', text: `${START_MS} 0 ${line}` }
          : { topic: line[0], text: line[1] },
      ),
    );
  /** As the desk hears it at a moment, by the zone of its own, in minutes. */
  const at = (iso: string, line: string, zoneMin = 0): [string, string] => [
    'lines',
    `${Date.parse(iso)} ${zoneMin} ${line}`,
  ];
  const times = (...lines: readonly (readonly [string, string])[]) =>
    read(...lines).passings.map(({ atMs }) => new Date(atMs!).toISOString());

  it('of a box of which nobody has set the date is of the day on which it came, up to midnight and over it', () => {
    expect(
      times(
        at('2026-07-04T14:03:08Z', '#P;1;7;0000-00-00;14:03:07.512;0'),
        at('2026-07-05T00:00:01Z', '#P;2;7;0000-00-00;23:59:59.900;0'),
        at('2026-07-04T23:59:59Z', '#P;3;7;;00:00:00.100;0'),
        at('2026-07-04T23:30:02Z', '#P;4;7;0000-00-00;01:30:01.000;0', 120),
      ),
    ).toEqual([
      '2026-07-04T14:03:07.512Z',
      '2026-07-04T23:59:59.900Z',
      '2026-07-05T00:00:00.100Z',
      '2026-07-04T23:30:01.000Z',
    ]);
    // By what the box says that it is: it counts from when it was switched on.
    expect(
      times(
        at('2026-07-04T14:00:00Z', 'GETSTATUS;0000-00-00;02:10:00;1;11111111;1;5;1'),
        at('2026-07-04T14:00:05Z', '#P;1;7;0000-00-00;02:10:04.000;0'),
      ),
    ).toEqual(['2026-07-04T14:00:04.000Z']);
  });

  it('may count the seconds of the day', () => {
    expect(
      times(
        at('2026-07-04T14:03:08Z', '#P;1;7;0000-00-00;50587.512;0'),
        at('2026-07-04T14:03:08Z', '#P;2;7;2026-07-04;50587,5;0'),
      ),
    ).toEqual(['2026-07-04T14:03:07.512Z', '2026-07-04T14:03:07.500Z']);
    expect(read('#P;1;7;0000-00-00;86400.0;0').faults).toHaveLength(1);
  });

  it('has a transponder of a longer code', () => {
    const { passings, faults } = read(`#P;${recordOf(1, START_MS, 'E2003412DC03011838')}`);
    expect([passings[0]?.bib, faults]).toEqual(['E2003412DC03011838', []]);
  });

  it('is read with the signs of other places, and with spaces about it', () => {
    const [date = '', time = ''] = new Date(START_MS).toISOString().slice(0, 23).split('T');
    const [year, month, day] = date.split('-');
    const { passings, faults } = read(
      `  #P;1;7;${day}.${month}.${year};${time.replace('.', ',')}\r`,
      `#P;2;8;${date};${time};0;1;2;1;1;A;3;0;77;2.9;26;0;D-5001;0;0;0;0`,
    );
    expect(faults).toEqual([]);
    expect(passings).toEqual([
      { bib: '7', mark: 'decoder', atMs: START_MS },
      { bib: '8', mark: '3', atMs: START_MS },
    ]);
  });

  it('is who crossed which loop when: pushed or asked for, once', () => {
    const { passings, faults } = read(
      `#P;${recordOf(1, START_MS + 512, '52474', '3')}`,
      recordOf(1, START_MS + 512, '52474', '3'),
      `#P;${recordOf(2, START_MS, '7', '')}`,
    );
    expect(faults).toEqual([]);
    expect(passings).toEqual([
      { bib: '52474', mark: '3', atMs: START_MS + 512 },
      { bib: '7', mark: 'D-5001', atMs: START_MS },
    ]);
  });

  it('that was recorded before anybody listened is of another race, unless somebody says with which it begins', () => {
    const old = [recordOf(1, START_MS - 9e6), recordOf(2, START_MS - 8e6)];
    expect(read('PASSINGS;2;5', ...old, `#P;${recordOf(3, START_MS)}`).passings).toHaveLength(1);
    expect(read(['first', '2'], 'PASSINGS;2;5', ...old, `#P;${recordOf(3, START_MS)}`).passings).toHaveLength(2);
    // Another file is another day's: it begins with 1.
    expect(read('PASSINGS;2;5', 'PASSINGS;1;6', recordOf(1, START_MS)).passings).toHaveLength(1);
  });

  it('is read by what time the decoder says that it is', () => {
    const [date, time] = new Date(START_MS - 600_000).toISOString().slice(0, 23).split('T');
    const { passings, faults } = read(
      `GETSTATUS;${date};${time};1;11111111;1;5;1`,
      `#P;${recordOf(1, START_MS - 600_000)}`,
    );
    expect(passings.map(({ atMs }) => atMs)).toEqual([START_MS]);
    expect(faults).toEqual([expect.stringContaining('10 min behind')]);
  });

  it('of its own trigger is nobody, and what is no line is said', () => {
    const { passings, faults } = read(
      `#P;${recordOf(1, START_MS, '99999')}`,
      '#P;x;1;2',
      'hello',
      'SETPUSHPASSINGS;1;0',
    );
    expect(passings).toEqual([]);
    expect(faults).toHaveLength(2);
  });
});

/** A decoder that records, pushes to who wants it, and gives what it is asked for. */
async function decoder(recordedBefore: number) {
  const records: string[] = Array.from({ length: recordedBefore }, (_, i) => recordOf(i + 1, Date.now() - 3_600_000));
  const pushed = new WeakSet<Socket>();
  const answer = (client: Socket, line: string): void => {
    const [from = '', count = ''] = line.split(':');
    const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 23).split('T');
    if (line === 'GETSTATUS') client.write(`GETSTATUS;${now[0]};${now[1]};1;11111111;1;4;1\r\n`);
    else if (line === 'PASSINGS') client.write(`PASSINGS;${records.length};4\r\n`);
    else if (line.startsWith('SETPUSHPASSINGS;1')) pushed.add(client);
    else if (/^\d+:\d+$/.test(line))
      client.write([...records.slice(Number(from) - 1, Number(from) - 1 + Number(count)), '', ''].join('\r\n'));
    else client.write(`${line}\r\n`);
  };
  const server = await lineServer((client) => {
    let rest = '';
    client.on('data', (chunk) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) answer(client, line);
    });
  });
  onTestFinished(server.close);
  let current: Socket | null = null;
  return {
    ...server,
    /** It records whether somebody listens or not. */
    record(isHeard: boolean, client: Socket) {
      current = client;
      const local = Date.now() - new Date().getTimezoneOffset() * 60_000;
      records.push(recordOf(records.length + 1, local));
      if (isHeard && pushed.has(current)) current.write(`#P;${records.at(-1)}\r\n`);
    },
  };
}

it('loses nothing that is recorded, and tells nothing twice, cut off ten times while it records on', async () => {
  const box = await decoder(40);
  const { told, faults, texts, troubles } = follow(raceResult(`127.0.0.1:${box.port}`, { soonMs: 2, lateMs: 10 }));
  let client = await box.client();
  await new Promise((resolve) => setTimeout(resolve, 30));
  for (let drop = 0; drop < 10; drop += 1) {
    for (let i = 0; i < 30; i += 1) box.record(true, client);
    await new Promise((resolve) => setTimeout(resolve, 4));
    box.drop();
    // While nobody listens, and more than it gives at a time.
    for (let i = 0; i < 45; i += 1) box.record(false, client);
    client = await box.client();
  }
  await expect.poll(() => told.length, { timeout: 5000 }).toBe(750);
  const numbers = texts.flatMap((text) => [...text.matchAll(/(?:^|\n|;| )(\d+);\d{4};/g)].map((found) => found[1]!));
  expect(new Set(numbers).size).toBe(790);
  expect(faults).toEqual([]);
  expect(troubles).toHaveLength(10);
});

it.each(['', 'decoder:99999', 'a?from=x'])('refuses "%s" as an address', (address) => {
  expect(raceResult(address)).toMatchObject({ ok: false, error: expect.stringContaining('--feed race-result:') });
});
