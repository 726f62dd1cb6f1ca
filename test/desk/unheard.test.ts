import { expect, it } from 'vitest';
import { readFeedKinds } from '../../src/desk/feeds/kinds.ts';
import { unheardOf } from '../../src/desk/unheard.ts';

it('a desk that only its own machine reaches says that phones do not', async () => {
  const kinds = await readFeedKinds();
  const said = (kind: string, host: string, behindProxy = false) =>
    unheardOf({ feeds: [{ kind, argument: '' }], host, behindProxy }, kinds);
  expect(said('phones', '127.0.0.1')).toMatch(
    /^--feed phones waits for other machines[^\n]+--host 0\.0\.0\.0[^\n]+\.$/,
  );
  expect(said('phones', '0.0.0.0')).toBeNull();
  expect(said('phones', '127.0.0.1', true)).toBeNull();
  expect(said('simulation', '127.0.0.1')).toBeNull();
});
