import { expect, it } from 'vitest';
import { lookOf } from '../../src/race/jersey-look.ts';
import { PRESETS } from '../../src/race/rules/preset.ts';
import { jerseyKinds } from '../../src/race/sheet.ts';
import { sheet } from '../support/race.ts';

it('a jersey looks as the sheet says, else as the rules of the race say, else as is usual', () => {
  const looks = (over: Parameters<typeof sheet>[0]) => jerseyKinds.map((kind) => lookOf(sheet(over), kind)).join(' ');
  const rules = PRESETS.get('giro-2025')!;
  expect(looks({})).toBe('yellow green red-dots white');
  expect(looks({ rules })).toBe('pink cyclamen blue white');
  expect(looks({ rules, jerseyLooks: { points: 'red' } })).toBe('pink red blue white');
  expect(looks({ jerseyLooks: { general: 'red', mountain: 'blue-dots' } })).toBe('red green blue-dots white');
});
