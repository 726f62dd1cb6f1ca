import { describe, expect, it } from 'vitest';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { killableDesk } from '../support/killable.ts';
import { until } from '../support/small-desk.ts';

describe('frozen data', () => {
  const desk = killableDesk();

  it('stand still on every page while graphics come and go, outlive a kill, and go on', async () => {
    await desk.begin();
    const [program, control] = [await desk.linked('program'), await desk.linked('control')];
    await until('the race moves', () => program.replica().race!.atMs > 0 && program.replica().clock.rate === 1);
    expect(await control.command({ do: 'freeze' })).toMatchObject({ ok: true });
    await until('the program knows', () => program.replica().show.frozen);
    const { race, clock } = program.replica();
    expect(clock.rate).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await control.command({ do: 'take-direct', overlay: 'gap-ticker' })).toMatchObject({ ok: true });
    await until('it is taken', () => program.replica().show.program.stack !== undefined);
    expect(program.replica().race).toBe(race);
    expect(program.replica().clock).toEqual(clock);
    const late = await desk.linked('preview');
    expect(late.replica().race!.atMs).toBe(race!.atMs);
    expect(late.replica().clock.rate).toBe(0);

    await desk.end('SIGKILL');
    await desk.begin();
    await until('it is back', () => control.replica().connection === 'live');
    await until('it is frozen still', () => control.replica().show.frozen && control.replica().clock.rate === 0);
    const later = await desk.linked('preview');
    expect(later.replica().race!.groups.length).toBeGreaterThan(0);
    expect(later.replica().clock.rate).toBe(0);
    expect(await control.command({ do: 'thaw' })).toMatchObject({ ok: true });
    await until('it goes on', () => program.replica().clock.rate === 1 && program.replica().race!.atMs > race!.atMs);
  });

  it('do not shorten what a hand says meanwhile: it holds from now on', async () => {
    await desk.begin();
    const control = await desk.linked('control');
    await until('there is a race', () => control.replica().race !== null);
    expect(await control.command({ do: 'freeze' })).toMatchObject({ ok: true });
    await until('it is frozen', () => control.replica().show.frozen);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const race = control.replica().race!;
    const [bib] = [...race.sheet.riders.keys()];
    const untilMs = race.atMs + 1000;
    expect(await control.tell(sayOf(race, `rider/${bib!}/family`, 'Now', untilMs))).toEqual({ ok: true });
    expect(await control.command({ do: 'thaw' })).toMatchObject({ ok: true });
    await until('it stands', () => control.replica().race!.overrides.length === 1);
    const [said] = control.replica().race!.overrides;
    expect(said!.atMs).toBeGreaterThan(race.atMs + 1000);
    expect(Number(said!.until) - said!.atMs).toBeCloseTo(1000, 1);
  });
});
