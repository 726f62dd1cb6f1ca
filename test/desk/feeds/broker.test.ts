import { expect, it } from 'vitest';
import { brokerOf } from '../../../src/desk/feeds/broker.ts';

const of = (address: string) => {
  const broker = brokerOf(address, ['usual/#'], '/tapes');
  return broker && [broker.url, ...broker.filters];
};

it.each([
  ['mqtt://u:p@broker:1883/owntracks/#', ['mqtt://broker:1883', 'owntracks/#']],
  ['mqtts://broker', ['mqtts://broker', 'usual/#']],
  ['ws://broker:9001', ['ws://broker:9001/mqtt', 'usual/#']],
  ['wss://u:p@broker/', ['wss://broker/mqtt', 'usual/#']],
  ['mqtt+wss://broker/broker/mqtt', ['wss://broker/broker/mqtt', 'usual/#']],
  ['mqtt+ws://broker/?topic=owntracks/+/#', ['ws://broker/mqtt', 'owntracks/+/#']],
  ['wss://broker:443/ws?topic=owntracks/ana', ['wss://broker:443/ws', 'owntracks/ana']],
  ['http://broker', null],
  ['mqtts+wss://broker', null],
  ['mqtt+http://broker', null],
])('a broker at %s', (address, followed) => {
  expect(of(address)).toEqual(followed);
});

it('knows who comes by a WebSocket as well', () => {
  expect(brokerOf('wss://ana:s3cret@broker', [], '/tapes')?.server).toMatchObject({ user: 'ana', password: 's3cret' });
});
