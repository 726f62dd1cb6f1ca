import { beforeAll, expect, it } from 'vitest';
import { RIDERS } from '../../assets/races/hautes-vallees/riders.ts';
import { defaultEdition } from '../../src/edition/edition.ts';
import { columnNames } from '../../src/edition/names.ts';
import { zoneOf } from '../../src/edition/theme.ts';
import { shippedTheme, shippedThemes } from '../../src/host/themes.ts';
import { field } from '../../src/race/sample/field.ts';
import { fitText } from '../../src/stage/kit/fit.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import { createSupplies } from '../../src/stage/kit/kit.ts';
import { columnsOf, roomOf } from '../../src/stage/kit/stack/columns.ts';
import type { StackRider } from '../../src/stage/kit/stack/stack-view.ts';
import { typeOf, widthOf } from '../../src/stage/kit/type.ts';

beforeAll(() => loadFonts());

const row = (names: readonly string[]): StackRider => ({
  kind: 'rider',
  key: names.join(),
  block: '',
  pole: null,
  isLit: false,
  place: '100',
  colors: null,
  names,
  jerseys: [{ look: 'yellow', letter: 'G' }],
  nation: 'NED',
  value: { text: `+1h02'05"`, isWord: false },
});

it.each([...shippedThemes.keys()])(
  'no name that is shipped is cut, beside a jersey and the widest value: %s',
  (theme) => {
    const supplies = createSupplies(defaultEdition, shippedTheme(theme));
    const type = typeOf(supplies.theme, 'row', 'heavy');
    const { width } = zoneOf(supplies.theme, 'stack');
    const shipped = RIDERS.map(([, given, family, nation]) => ({ given, family, nation }));
    const rows = [...shipped, ...field(200).riders.values()].map((rider) => row(columnNames(rider)));
    expect(rows.length).toBeGreaterThan(300);
    for (const one of rows) {
      const columns = columnsOf(supplies, width, [one]);
      const room = roomOf(supplies, columns, one, columns.hasNations);
      const { text, squeeze } = fitText(one.names.slice(columns.rung), room, supplies.theme.font, (name) =>
        widthOf(type, name),
      );
      expect(text, one.names[0]).not.toContain('…');
      expect(squeeze, one.names[0]).toBeGreaterThanOrEqual(supplies.theme.font.condense);
    }
  },
);
