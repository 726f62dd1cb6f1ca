import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { mylaps } from '../../../../src/desk/feeds/mylaps/index.ts';
import { mylapsParse } from '../../../../src/desk/feeds/mylaps/parse.ts';
import { START_MS } from '../../../support/race.ts';
import { type Followed, follow, readBy } from '../../../support/timing-feed.ts';

const [day, time] = new Date(START_MS).toISOString().slice(2, 23).split('T') as [string, string];
const written = day.replaceAll('-', '');

describe('a frame of an exporter', () => {
  const read = (...frames: readonly string[]) =>
    readBy(
      mylapsParse(),
      frames.map((frame) => ({ topic: 'frames', text: `${START_MS + 900} 0 ${frame}` })),
    );
  const passings = (...frames: readonly string[]) => read(...frames).passings;

  it('is several crossings at a point: by number where there is one, else by chip', () => {
    const frame = `10KM@Passing@t=${time}|c=0000041|ct=UH|d=${written}|l=13|b=41|n=41@t=${time}|c=0000039|d=${written}@1016@`;
    expect(passings(frame)).toEqual([
      { bib: '41', mark: '10KM', atMs: START_MS },
      { bib: '0000039', mark: '10KM', atMs: START_MS },
    ]);
    expect(passings(frame, frame)).toHaveLength(2);
  });

  it('is all that it holds where no number of the message stands behind it', () => {
    expect(passings(`Fin@Passing@t=${time}|c=A1|d=${written}@t=${time}|c=A2|d=${written}`)).toHaveLength(2);
    expect(passings(`Fin@Passing@T=${time}|C=A1|D=20${written}|zz=9@`)).toEqual([
      { bib: 'A1', mark: 'Fin', atMs: START_MS },
    ]);
    expect(read('Fin@Passing@7@', 'Fin@AckMarker@3@').faults).toEqual([]);
    expect(read('Fin@Marker@3@').events).toMatchObject([{ kind: 'race-radio', text: 'Marker at Fin' }]);
  });

  it('is the same as older ones write it, and as ChronoTrack does', () => {
    expect(passings(`Finish@Store@KV86583${time} 3 0F  10000${written}70@1@`)).toEqual([
      { bib: 'KV86583', mark: 'Finish', atMs: START_MS },
    ]);
    const short = time.slice(0, 11);
    expect(
      passings(`CT01_13,24,START,50101,${short},1,117F37,8`, `CT01_33~25~START~50102~${short}~1~117F37~8`),
    ).toEqual([
      { bib: '50101', mark: 'START', atMs: START_MS },
      { bib: '50102', mark: 'START', atMs: START_MS },
    ]);
  });

  it('is no crossing of a gun, and says so to the crew where it has a name', () => {
    expect(passings('CT01_33~4~start~guntime~07:45:01.01~0~DF239A~0')).toEqual([]);
    expect(read('Start@Marker@t=11:03:40.347|mt=Gunshot|n=Gunshot 1@4@').events).toMatchObject([
      { kind: 'race-radio', text: 'Gunshot 1 at Start, 11:03:40.347' },
    ]);
  });

  it('of a kind that nobody knows is said once, each kind, and is a sign of life', () => {
    const { events, faults } = read('Fin@Gizmo@1@2@', 'Fin@Gizmo@7@3@', 'Start@Weather@t=9@4@', 'Fin@Gizmo@4@');
    expect(faults).toEqual([expect.stringContaining('"Gizmo"'), expect.stringContaining('"Weather"')]);
    expect(events).toHaveLength(4);
    expect(events[1]).toMatchObject({ passings: [], heardMs: START_MS + 900 });
  });

  it('has a chip of a longer code', () => {
    const code = '300833B2DDD9014000000000';
    expect(passings(`Fin@Passing@t=${time}|c=${code}|d=${written}@1@`)).toMatchObject([{ bib: code }]);
  });

  it('that is alive is heard, and one that is nothing is said', () => {
    expect(read('Toolkit@Pong@').events).toMatchObject([{ kind: 'passings', passings: [], heardMs: START_MS + 900 }]);
    expect(read('GET / HTTP/1.1', `Finish@Passing@c=1@7@`, 'Finish@Passing@@').faults).toHaveLength(2);
  });
});

/** A desk that listens, and what it has been told. */
function listening(argument = '0'): Promise<Followed & { readonly port: number }> {
  return new Promise((resolve) => {
    const followed = follow(mylaps(argument, (port) => resolve({ ...followed, port })));
  });
}

async function exporter(port: number): Promise<{ socket: Socket; acknowledged: Set<number> }> {
  const socket = connect(port, '127.0.0.1');
  const acknowledged = new Set<number>();
  let rest = '';
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    const frames = (rest + chunk).split('$');
    rest = frames.pop()!;
    for (const frame of frames) {
      const number = /@AckPassing@(\d+)@$/.exec(frame)?.[1];
      if (number !== undefined) acknowledged.add(Number(number));
    }
  });
  await once(socket, 'connect');
  return { socket, acknowledged };
}

it('loses nothing of what an exporter sends until it is acknowledged, and tells nothing twice, cut off ten times', async () => {
  const { port, told, troubles } = await listening();
  const open = new Map<number, string>();
  const frameOf = (number: number) => {
    const at = new Date(START_MS + number * 137).toISOString().slice(11, 23);
    return `Finish@Passing@t=${at}|c=${String(number % 60).padStart(7, '0')}|d=${written}|b=@${number}@$\r\n`;
  };
  let number = 0;
  for (let drop = 0; drop <= 10; drop += 1) {
    const { socket, acknowledged } = await exporter(port);
    socket.write('Toolkit@Pong@$\r\n');
    for (const [, frame] of open) socket.write(frame);
    for (let i = 0; i < 60; i += 1) {
      number += 1;
      open.set(number, frameOf(number));
      socket.write(open.get(number)!);
    }
    if (drop === 10) await expect.poll(() => [...open.keys()].every((one) => acknowledged.has(one))).toBe(true);
    else {
      // In the middle of a frame, with some of it acknowledged.
      socket.write(frameOf(99_999).slice(0, 30));
      await expect.poll(() => acknowledged.size).toBeGreaterThan(0);
    }
    for (const one of acknowledged) open.delete(one);
    socket.destroy();
    await once(socket, 'close');
  }
  expect(open.size).toBe(0);
  await expect.poll(() => told.length).toBe(660);
  expect(new Set(told.map(({ bib, atMs }) => `${bib} ${atMs}`)).size).toBe(660);
  expect(troubles.every((text) => /has left/.test(text))).toBe(true);
});

it('greets ChronoTrack and tells it to begin', async () => {
  const { port, told } = await listening();
  const { socket } = await exporter(port);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.write('SimpleClient~3.1~CTP01\r\n');
  await expect.poll(() => heard).toMatch(/^Ardoise~1~3\r\n.*time-format=normal\r\ngetlocations\r\nstart\r\n$/s);
  socket.write('CT01_33~1~Finish~50101~10:00:00.12~1~117F37~8\r\n');
  await expect.poll(() => told).toMatchObject([{ bib: '50101', mark: 'Finish' }]);
  socket.destroy();
});

it('says that its port is taken, and refuses what is no port', async () => {
  const { port } = await listening();
  const { troubles } = follow(mylaps(String(port)));
  await expect.poll(() => troubles).toEqual([expect.stringContaining('EADDRINUSE')]);
  for (const argument of ['here', '70000', 'a b:3097', '3097?from=here'])
    expect(mylaps(argument)).toMatchObject({ ok: false, error: expect.stringContaining('--feed mylaps:3097') });
});

it('says where it is heard, and hears one address of its own alone where that is named', async () => {
  const titleOf = (argument: string) => {
    const feed = mylaps(argument);
    return feed.ok ? feed.value.title : feed.error;
  };
  expect(titleOf('3097')).toBe('timing that comes to port 3097, from every network of this computer');
  expect(titleOf('[::1]:3097')).toBe('timing that comes to ::1:3097 of this computer alone');
  expect(titleOf('0.0.0.0:3097?from=10.0.0.7,10.0.0.8')).toMatch(/, from 10\.0\.0\.7 and 10\.0\.0\.8 only$/);
  const { port, told } = await listening('127.0.0.1:0');
  const { socket } = await exporter(port);
  socket.write(`Finish@Passing@t=${time}|c=0000041|d=${written}@1@$`);
  await expect.poll(() => told).toHaveLength(1);
  socket.destroy();
  const elsewhere = connect(port, '127.0.0.2');
  const [error] = await once(elsewhere, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
});

it('sends away who is not named where somebody is, and says it once', async () => {
  const { port, told, troubles } = await listening('0?from=10.0.0.7');
  for (let i = 0; i < 3; i += 1) {
    const { socket } = await exporter(port);
    socket.write(`Finish@Passing@t=${time}|c=0000041|d=${written}@1@$`);
    if (!socket.closed) await once(socket, 'close');
  }
  expect(told).toEqual([]);
  expect(troubles).toEqual(['Timing: 127.0.0.1 came to port 0 and was sent away; only 10.0.0.7 may.']);
  const open = await listening('0?from=10.0.0.7,127.0.0.1');
  const { socket } = await exporter(open.port);
  socket.write(`Finish@Passing@t=${time}|c=0000041|d=${written}@1@$`);
  await expect.poll(() => open.told).toHaveLength(1);
  socket.destroy();
});
