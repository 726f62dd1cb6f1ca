import { expect, it } from 'vitest';
import { iocCode } from '../../src/race/nations.ts';

it('writes nations as the UCI does', () => {
  expect(['usa', 'DEU', 'nld', 'ger', 'sui', 'CHE', 'dnk', 'svn'].map(iocCode)).toEqual([
    'USA',
    'GER',
    'NED',
    'GER',
    'SUI',
    'SUI',
    'DEN',
    'SLO',
  ]);
});

it('takes an IOC code that is another country in ISO for what cycling means by it', () => {
  expect(iocCode('brn')).toBe('BRN');
  expect(iocCode('bhr')).toBe('BRN');
});

it('gives no code for what is none', () => {
  expect(['', 'F', 'France', '12a'].map(iocCode)).toEqual(['', '', '', '']);
});
