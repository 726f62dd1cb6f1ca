import { beforeAll, describe, expect, it } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { zoneOf } from '../../../src/edition/theme.ts';
import { shippedTheme } from '../../../src/host/themes.ts';
import { loadFonts } from '../../../src/stage/kit/fonts.ts';
import { createSupplies, type Supplies } from '../../../src/stage/kit/kit.ts';
import { columnsOf, roomOf } from '../../../src/stage/kit/stack/columns.ts';
import type { StackGroup, StackMore, StackRider, StackRow, Value } from '../../../src/stage/kit/stack/stack-view.ts';
import { figureWidth, typeOf, widthOf } from '../../../src/stage/kit/type.ts';

let supplies: Supplies;
let width = 0;

beforeAll(async () => {
  await loadFonts();
  supplies = createSupplies(defaultEdition, shippedTheme(null));
  ({ width } = zoneOf(supplies.theme, 'stack'));
});

const row = { key: 'a', block: '', pole: null, isLit: false } as const;
const time = (text: string): Value => ({ text, isWord: false });
const jersey = { look: 'yellow', letter: 'G' } as const;

const rider = (over: Partial<StackRider> = {}): StackRider => ({
  ...row,
  kind: 'rider',
  place: '1',
  colors: null,
  names: ['M. AUBERTIN', 'AUBERTIN'],
  jerseys: [],
  nation: 'FRA',
  value: time(''),
  ...over,
});

const group = (over: Partial<StackGroup> = {}): StackGroup => ({
  ...row,
  kind: 'group',
  pennon: { kind: 'peloton', size: '92', look: 'yellow' },
  names: ['Head of the race', 'Head'],
  kindName: 'Head',
  jerseys: [],
  trend: null,
  value: time(''),
  ...over,
});

const columns = (...rows: StackRow[]) => columnsOf(supplies, width, rows);
const nameWidth = (text: string) => widthOf(typeOf(supplies.theme, 'row', 'heavy'), text);
/** A name that needs so much room, and not a letter more. */
const nameOf = (room: number) => 'N'.repeat(Math.floor(room / nameWidth('N')));
/** What the name of a rider may take with a nation beside it, and without. */
const rooms = () => {
  const at = columns(rider());
  return { beside: roomOf(supplies, at, rider(), true), alone: roomOf(supplies, at, rider(), false) };
};

describe('the names of a stack', () => {
  it('are on the first rung, with their nations, where all have room', () => {
    const { beside } = rooms();
    const all = [rider(), rider({ names: [nameOf(beside), nameOf(beside / 2)] })];
    expect(columns(...all)).toMatchObject({ rung: 0, hasNations: true });
  });

  it('take the room of the nations before any is shortened', () => {
    const { alone } = rooms();
    const all = [rider(), rider({ names: [nameOf(alone), nameOf(alone / 2)] })];
    expect(columns(...all)).toMatchObject({ rung: 0, hasNations: false });
  });

  it('are shortened all together, and keep their nations where that is room enough', () => {
    const all = [rider(), rider({ names: [nameOf(2 * width), 'IJZERMAN'] }), rider()];
    expect(columns(...all)).toMatchObject({ rung: 1, hasNations: true });
  });

  it('lose their nations before the shortest of them is cut', () => {
    const { alone } = rooms();
    const all = [rider(), rider({ names: [nameOf(2 * width), nameOf(alone)] })];
    expect(columns(...all)).toMatchObject({ rung: 1, hasNations: false });
  });

  it('of groups leave the nations alone, however long they are', () => {
    const long = group({ names: [nameOf(2 * width)] });
    expect(columns(long, rider()).hasNations).toBe(true);
  });

  it('have less room beside jerseys and a trend', () => {
    const at = columns(group(), rider());
    const { size, space } = supplies.theme;
    const room = (one: StackGroup | StackRider) => roomOf(supplies, at, one, true);
    expect(room(group()) - room(group({ jerseys: [jersey] }))).toBe(size.jersey + space.gap);
    expect(room(group()) - room(group({ trend: { way: 'up', tone: 'loss' } }))).toBe(size.arrow + space.gap);
    expect(room(rider()) - room(rider({ jerseys: [jersey] }))).toBe(size.jersey + space.gap);
    expect(room(rider({ nation: '' }))).toBeGreaterThan(room(rider()));
  });

  it('are as long as they are whatever is counted below them', () => {
    const more: StackMore = { ...row, kind: 'more', names: [nameOf(2 * width), '+ 132'] };
    expect(columns(rider(), more)).toEqual(columns(rider()));
  });
});

describe('the places of a stack', () => {
  const left = (place: string) => {
    const type = typeOf(supplies.theme, 'row', 'heavy');
    return columns(rider(), rider({ place })).placeX - figureWidth(type, place);
  };

  it('stand clear of the pole and of his name, from the first to the last rider', () => {
    const { size, space } = supplies.theme;
    for (const place of ['1', '10', '99', '100', '200'])
      expect(left(place), place).toBeGreaterThanOrEqual(size.pole + space.tight);
    const { placeX, tabX, riderX } = columns(rider({ place: '200' }));
    const middle = tabX + size.tab.width / 2;
    expect(middle - size.arrow / 2).toBeGreaterThan(placeX);
    expect(middle + size.arrow / 2).toBeLessThan(riderX);
  });

  it('move the names once, from the hundredth on', () => {
    const at = (place: string) => columns(rider({ place }));
    for (const place of ['', '9', '10']) expect(at(place), place).toEqual(at('99'));
    expect(at('100').riderX).toBeGreaterThan(at('99').riderX);
    expect(at('100')).toEqual(at('200'));
  });
});

describe('the values of a stack', () => {
  it('move nothing while a time grows from seconds to minutes', () => {
    const before = columns(rider({ value: time('+9"') }));
    for (const text of ['+59"', `+1'00"`, `+9'59"`, `+59'59"`, `~59'59"`])
      expect(columns(rider({ value: time(text) })), text).toEqual(before);
    expect(columns(group({ value: time('+59"') })).besideX).toBe(columns(group({ value: time(`+1'00"`) })).besideX);
  });

  it('move the names once, from an hour on', () => {
    const [minutes, hour, more] = [`+59'59"`, `+1h00'00"`, `+1h59'59"`].map((text) =>
      columns(rider({ value: time(text) })),
    );
    expect(hour!.besideX).toBeLessThan(minutes!.besideX);
    expect(more).toEqual(hour);
    expect(hour!.riderX).toBe(minutes!.riderX);
  });

  it('all have room: a word, and the longest time', () => {
    const types = { word: typeOf(supplies.theme, 'label', 'regular'), time: typeOf(supplies.theme, 'value', 'heavy') };
    const word = 'Leading longer than any time is';
    const [withWord, withTime] = [
      columns(group({ value: { text: word, isWord: true } }), rider()),
      columns(rider(), rider({ value: time(`~10h59'59"`) })),
    ];
    expect(withWord.valueX - withWord.besideX).toBeGreaterThanOrEqual(widthOf(types.word, word));
    expect(withTime.valueX - withTime.besideX).toBeGreaterThanOrEqual(figureWidth(types.time, `~10h59'59"`));
  });

  it('have room for a time before anybody has one', () => {
    expect(columns(rider())).toEqual(columns(rider({ value: time('+9"') })));
  });
});
