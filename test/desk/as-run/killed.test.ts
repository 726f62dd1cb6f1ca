import { expect, it } from 'vitest';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import { killableDesk } from '../../support/killable.ts';
import { report, saying } from '../../support/report.ts';
import { until } from '../../support/small-desk.ts';

const { begin, end, linked, url } = killableDesk();

interface Row {
  readonly overlay: string;
  readonly takenBy: string;
  readonly byHand: readonly string[];
  readonly fromAt: number;
  readonly toAt: number | null;
}
const rows = async () => ((await (await fetch(`${url()}/api/as-run`)).json()) as { rows: readonly Row[] }).rows;

it('what was on air is told with who took it and what hands said, also after a kill', async () => {
  await begin();
  const [program, control] = [await linked('program'), await linked('control')];
  await control.tell(sayOf({ atMs: 0 }, 'rider/1/family', 'Šafránek'));
  await control.command({ do: 'take-direct', overlay: 'gap-ticker' });
  program.report(saying('gap-ticker', 'on'));
  await expect.poll(rows).toMatchObject([{ overlay: 'gap-ticker', takenBy: 'control 1', toAt: null }]);
  await end('SIGKILL');
  await begin();
  for (const page of [program, control]) await until('the page is back', () => page.replica().connection === 'live');
  program.report(saying('gap-ticker', 'on'));
  await control.tell(sayOf({ atMs: 0 }, 'rider/2/family', 'Åström'));
  await expect
    .poll(async () => (await rows())[0]!.byHand)
    .toEqual(['1 family Šafránek (control 1)', '2 family Åström (control 1)']);
  expect(await rows()).toHaveLength(1);
  program.report(report());
  await expect.poll(async () => (await rows())[0]!.toAt).not.toBeNull();
  expect(await rows()).toHaveLength(1);
});
