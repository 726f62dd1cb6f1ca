import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { killableDesk } from '../support/killable.ts';
import { recording } from '../support/recording.ts';
import { until } from '../support/small-desk.ts';
import { plainTapes } from '../support/tapes.ts';

const { begin, end, folder, linked, links, port, running, tapes } = killableDesk();
const tapeFiles = () => readdirSync(tapes());

describe('a desk that is killed', () => {
  it('comes back with its race, its show and its speed; pages hold the picture and catch up', async () => {
    await begin('--speed', '8');
    const [program, control] = [await linked('program'), await linked('control')];
    await control.command({ do: 'take-direct', overlay: 'status-bar' });
    await control.command({ do: 'take-direct', overlay: 'gap-ticker', params: { groups: 3 } });
    await control.command({ do: 'cue', overlay: 'position-tower' });
    await control.tell(sayOf({ atMs: 0 }, 'rider/1/family', 'Šafránek'));
    await until(
      'it has run for a while',
      () => program.replica().race!.atMs > control.replica().desk.span!.fromMs + 20_000,
    );
    const { race, show } = program.replica();
    await end('SIGKILL');
    await until('the page sees it', () => program.replica().connection === 'lost');
    expect(program.replica().race!.atMs).toBeGreaterThanOrEqual(race!.atMs);
    expect(program.replica().show).toEqual(show);

    await begin('--speed', '8');
    expect(running().output()).toContain('taken up again');
    for (const page of [program, control]) await until('the page is back', () => page.replica().connection === 'live');
    // What is cued is for the crew alone.
    expect(program.replica().show).toEqual({ ...control.replica().show, preview: {} });
    expect(program.replica().show.program.stack).toEqual({
      overlay: 'gap-ticker',
      params: { groups: 3, trend: true },
      step: 0,
    });
    expect(Object.keys(control.replica().show.preview)).toEqual(['stack']);
    expect(program.replica().race!.sheet.riders.get('1')!.family).toBe('Šafránek');
    expect(control.replica().changes.undo).toEqual({ do: 'take-direct', overlay: 'gap-ticker' });
    await control.command({ do: 'undo' });
    await until('what was on air before is', () => program.replica().show.program.stack?.overlay === 'status-bar');
    await control.command({ do: 'redo' });
    await until('the race goes on', () => program.replica().race!.atMs > race!.atMs + 4000);
    // It went on from where it stood, not from the beginning, and not far ahead.
    expect(program.replica().race!.atMs).toBeLessThan(race!.atMs + 60_000);
    expect(program.replica().clock.rate).toBe(8);

    await end('SIGINT');
    expect(tapeFiles()).toHaveLength(1);
    const lines = plainTapes(tapes()).trim().split('\n');
    expect(lines.at(-1)).toMatch(/"end":true/);
    const frames = lines
      .map((line) => JSON.parse(line))
      .flatMap(({ raw }) => (raw?.topic === 'stream' ? [raw.atMs] : []));
    // Nothing twice, nothing left out.
    expect(frames).toEqual(Array.from(frames, (_, i) => frames[0] + i * 1000));
  });

  it('begins anew when it was ended, when another race is asked for, or with --fresh', async () => {
    await begin();
    await (await linked('control')).command({
      do: 'take-direct',
      overlay: 'gap-ticker',
      params: {},
    });
    await end('SIGKILL');
    await begin('--fresh');
    expect(running().output()).toContain('(new)');
    await until('the page is back', () => links[0]!.replica().connection === 'live');
    expect(links[0]!.replica().show.program).toEqual({});
    await end('SIGKILL');
    await begin('--speed', '2');
    expect(running().output()).toContain('(new)');
    await end('SIGINT');
    await begin('--speed', '2');
    expect(running().output()).toContain('(new)');
    expect(tapeFiles()).toHaveLength(4);
  });
});

describe('a desk that cannot begin', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/desk/main.ts', ...args], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    return { status, said: stdout + stderr };
  };

  it('says why in one sentence, without a stack', () => {
    writeFileSync(join(folder(), 'cut.json'), recording({ riders: 2, seconds: 60, every: 6 }).slice(0, 3000));
    const wrong: [string[], RegExp][] = [
      [['--sped', '8'], /^Unknown option '--sped'.*--help lists what there is\.\n$/],
      [['--feed', `replay:${join(folder(), 'none.json')}`], /there is no such file; check the path\.\n$/],
      [['--feed', `replay:${join(folder(), 'cut.json')}`], /is not complete JSON: .*copy it again\.\n$/],
      [
        ['--host', '203.0.113.7'],
        /^The desk cannot listen on 203\.0\.113\.7, port 4000 \(EADDRNOTAVAIL\): give an address/,
      ],
    ];
    for (const [args, sentence] of wrong) {
      const { status, said } = run(...args);
      expect(said, args.join(' ')).toMatch(sentence);
      expect(status, args.join(' ')).toBe(2);
    }
  });

  it('says who has its port', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(port(), '127.0.0.1', resolve));
    const { status, said } = run('--port', String(port()), '--feed', `replay:${join(folder(), 'stage.json')}`);
    holder.close();
    expect(said).toBe(
      `Port ${port()} is in use, perhaps by another desk: stop that one, or choose a port with --port ${port() + 1}.\n`,
    );
    expect(status).toBe(2);
  });

  it('tells how to ask', () => {
    const { status, said } = run('--help');
    expect(status).toBe(0);
    expect(said).toMatch(/--feed <feed>.*simulation +the built-in race/s);
  });
});
