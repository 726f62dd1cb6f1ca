import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/host/link.ts';
import { killableDesk } from '../support/killable.ts';
import { evening, ranking, recording } from '../support/recording.ts';
import { until } from '../support/small-desk.ts';

const { begin, end, folder, linked, url } = killableDesk();

const state = async () => (await (await fetch(`${url()}/api/state`)).json()) as Record<string, unknown>;
const call = async (path: string) => (await (await fetch(`${url()}/api/${path}`)).json()) as Record<string, unknown>;
const waiting = (link: Link) => link.replica().waiting.map(({ id }) => id);
const shown = (link: Link) =>
  link
    .replica()
    .race!.standings.stage.filter((row) => row.state !== 'live')
    .map(({ bib, state }) => `${bib} ${state}`);
const results = ['classification points', 'classification general', 'result finish'];

/** A stage whose results are told in its first seconds, and an official one of the line at last. */
function play(): void {
  const news = [
    ...evening.map((text, i) => ({ afterS: i + 1, text })),
    { afterS: 600, text: ranking('ete', [[1, 3_600_000]], 'official') },
  ];
  writeFileSync(join(folder(), 'stage.json'), recording({ riders: 8, seconds: 3000, every: 1, news }));
}

describe('what a feed tells and is not official', () => {
  it('waits at the desk for the crew alone, is confirmed or not, and all of that outlives a kill', async () => {
    play();
    await begin('--speed', '4');
    const [control, program] = [await linked('control'), await linked('program')];
    await until('all wait', () => waiting(control).length === 3);
    expect(waiting(control)).toEqual(results);
    expect(program.replica().waiting).toEqual([]);
    expect(shown(program)).toEqual([]);
    expect(program.replica().race!.confirmed).toEqual([]);
    expect(await state()).toMatchObject({
      waiting: results.join(','),
      waitingText: 'Points classification: 1 FAMILY 2, 2 FAMILY 3 (provisional)',
      confirmed: '',
    });

    const finish = control.replica().waiting.at(-1)!;
    expect(await control.tell({ kind: 'confirm', id: finish.id, first: ['1', '3', '2'] })).toEqual({
      ok: false,
      error: 'What waits has become something else: look at it again.',
    });
    expect(await control.tell({ kind: 'confirm', id: finish.id, first: finish.first })).toEqual({ ok: true });
    await until('it is out', () => program.replica().race!.confirmed.includes('finish'));
    expect(shown(program)).toEqual(['3 provisional', '1 provisional', '2 provisional']);
    expect(await call('dismiss?id=classification+points')).toMatchObject({ ok: true });
    expect(await call('dismiss?id=classification+points')).toEqual({
      ok: false,
      error: 'Nothing waits under "classification points": there is "classification general".',
    });
    await until('one is left', () => waiting(control).join() === 'classification general');
    const said = () => control.replica().log.filter(({ kind }) => kind === 'race');
    await until('both are in the log', () => said().length === 2);
    expect(said().map(({ author, what }) => `${author} ${what}`)).toEqual([
      'http 127.0.0.1 says no to Points classification: 1 FAMILY 2, 2 FAMILY 3 (provisional)',
      'control 1 confirms Result of the stage: 1 FAMILY 3, 2 FAMILY 1, 3 FAMILY 2 (provisional)',
    ]);

    await end('SIGKILL');
    await begin('--speed', '4');
    await until('it is back', () => control.replica().connection === 'live');
    const late = await linked('program');
    await until('the past is folded', () => late.replica().race!.confirmed.includes('finish'));
    expect(shown(late)).toEqual(['3 provisional', '1 provisional', '2 provisional']);
    expect(await state()).toMatchObject({ confirmed: 'finish', waiting: 'classification general' });
    expect(late.replica().race!.standings.states.general).toBe('live');
    expect(await call('confirm')).toMatchObject({ ok: true });
    await until('it is out', () => late.replica().race!.standings.states.general === 'provisional');
    expect(await call('confirm')).toEqual({ ok: false, error: 'Nothing waits.' });
  });

  it('is over when an official word comes, which asks nobody; a seek back has it wait again', async () => {
    play();
    await begin('--speed', '1');
    const control = await linked('control');
    const { fromMs } = control.replica().desk.span!;
    await control.transport({ do: 'seek', atMs: fromMs + 599_000 });
    await until('it waits', () => waiting(control).includes('result finish'));
    await until('the official one is there', () => shown(control).join() === '1 official');
    await until('and waits no more', () => !waiting(control).includes('result finish'));
    expect(control.replica().race!.confirmed).toEqual([]);
    await control.transport({ do: 'seek', atMs: fromMs + 10_000 });
    await until('it waits again', () => waiting(control).includes('result finish'));
    expect(shown(control)).toEqual([]);
  });
});
