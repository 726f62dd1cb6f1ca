import { expect, it } from 'vitest';
import { createPanelOutlet } from '../../../../src/desk/doors/remote/panel-outlet.ts';

it('cuts off a panel that does not read, before its states fill the desk', () => {
  const did: string[] = [];
  const line = { bufferedAmount: 0, send: (text: string) => did.push(text), terminate: () => did.push('cut off') };
  const send = createPanelOutlet(line, () => did.push('said'));
  send('one');
  line.bufferedAmount = 1024 * 1024;
  send('two');
  line.bufferedAmount += 1;
  send('three');
  expect(did).toEqual(['one', 'two', 'cut off', 'said']);
});
