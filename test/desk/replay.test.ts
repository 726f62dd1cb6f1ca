import { describe, expect, it } from 'vitest';
import { killableDesk } from '../support/killable.ts';
import { report } from '../support/report.ts';
import { until } from '../support/small-desk.ts';

describe('a replay', () => {
  const desk = killableDesk();

  it('is told to every page, hides nothing of the wish, and outlives a kill', async () => {
    await desk.begin();
    const [program, control] = [await desk.linked('program'), await desk.linked('control')];
    const ask = async (what: object) => expect(await control.command(what as never)).toMatchObject({ ok: true });
    await ask({ do: 'take-direct', overlay: 'gap-ticker' });
    await ask({ do: 'replay' });
    await until('the program knows', () => program.replica().show.replay);
    expect(program.replica().show.program.stack?.overlay).toBe('gap-ticker');
    program.report(report({ lives: [{ overlay: 'replay-tag', layer: 'tag', life: 'on', why: null }] }));
    const rows = () => control.replica().shown.air.map(({ overlay, life, why }) => [overlay, life, why].join(' '));
    await until(
      'what is on air is the tag',
      () => rows().includes('gap-ticker off hidden for the replay') && rows().includes('replay-tag on '),
    );
    const logged = () => control.replica().log.map(({ what }) => what);
    await until('the log says so', () => logged().some((what) => what.startsWith('begins a replay, and hides ')));

    await desk.end('SIGKILL');
    await desk.begin();
    await until('it is back', () => control.replica().connection === 'live' && control.replica().show.replay);
    await ask({ do: 'live' });
    await until('it is over', () => !program.replica().show.replay);
    expect(program.replica().show.program.stack?.overlay).toBe('gap-ticker');
  });
});
