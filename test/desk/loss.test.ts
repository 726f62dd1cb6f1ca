import { describe, expect, it } from 'vitest';
import { killableDesk } from '../support/killable.ts';
import { until } from '../support/small-desk.ts';

describe('when a graphic leaves for want of news', () => {
  const desk = killableDesk();

  it('is told to every page, stands in the log, and outlives a kill and an undo', async () => {
    await desk.begin();
    const [program, control] = [await desk.linked('program'), await desk.linked('control')];
    const ask = async (what: object) => expect(await control.command(what as never)).toMatchObject({ ok: true });
    await ask({ do: 'take-direct', overlay: 'gap-ticker' });
    await ask({ do: 'loss', overlay: 'gap-ticker', outS: 120 });
    await ask({ do: 'loss', overlay: 'rider-strap', outS: 90 });
    await ask({ do: 'loss', overlay: 'last-km', outS: null });
    await ask({ do: 'loss', overlay: 'rider-strap' });
    const said = { 'gap-ticker': 120, 'last-km': null };
    const knows = (page: typeof program) => JSON.stringify(page.replica().show.loss) === JSON.stringify(said);
    await until('the program knows', () => knows(program));
    const logged = () => control.replica().log.map(({ what }) => what);
    await until('the log says so', () => logged().some((what) => what.startsWith('lets Rider leave without news as')));
    expect(logged()).toEqual(
      expect.arrayContaining([
        'lets Gaps leave after 120 s without news',
        'keeps Last 3 km and last km without news',
        'lets Rider leave without news as it does by itself',
      ]),
    );
    expect(control.replica().changes.undo).toMatchObject({ do: 'take-direct' });
    await ask({ do: 'undo' });
    await until('the take is taken back', () => program.replica().show.program.stack === undefined);
    expect(program.replica().show.loss).toEqual(said);

    await desk.end('SIGKILL');
    await desk.begin();
    await until('it is back', () => control.replica().connection === 'live' && knows(control));
    expect(knows(await desk.linked('preview'))).toBe(true);
  });
});
