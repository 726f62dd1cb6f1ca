import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignDoor, fromForeign, unescaped } from '../../src/show/foreign.ts';
import { fits, type Manifest } from '../../src/show/manifest.ts';

const manifest: Manifest = {
  id: 'a-graphic',
  title: 'A graphic',
  layer: 'stack',
  params: {
    rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 },
    offset: { type: 'number', label: 'Offset', default: 2, min: -2, max: 2, step: 0.5 },
    mode: { type: 'choice', label: 'Times', default: 'gap', choices: { gap: 'Gap', interval: 'To the next' } },
    trend: { type: 'flag', label: 'Trend', default: true },
    line: { type: 'text', label: 'Line', default: '', maxLength: 20 },
  },
  steps: 1,
  glideHz: 0,
  hold: null,
};

const meant = (name: string, value: unknown) => fromForeign(manifest, { [name]: value }).params[name];

describe('values from a host that is not ours', () => {
  it.each([
    ['rows', '7', 7],
    ['rows', 7, 7],
    ['rows', ' 7 ', 7],
    ['rows', '+7', 7],
    ['rows', '', 10],
    ['offset', '1,5', 1.5],
    ['offset', '-0.5', -0.5],
    ['offset', '', 0],
    ['mode', 'interval', 'interval'],
    ['mode', 'INTERVAL', 'interval'],
    ['mode', 'to the next', 'interval'],
    ['mode', '', 'gap'],
    ['trend', '1', true],
    ['trend', 1, true],
    ['trend', 'true', true],
    ['trend', 'TRUE', true],
    ['trend', '0', false],
    ['trend', 0, false],
    ['trend', 'false', false],
    ['trend', '', false],
    ['line', 'AT&amp;T &lt;3', 'AT&T <3'],
    ['line', 'd&#39;Oms &#x2F; &quot;x&quot;', 'd\'Oms / "x"'],
    ['line', 12, '12'],
    ['line', '', ''],
  ])('%s of %j is %j', (name, given, value) => expect(meant(name, given)).toBe(value));

  it.each([
    ['rows', 'seven'],
    ['rows', '4'],
    ['rows', '7.5'],
    ['rows', '0x10'],
    ['rows', '1e1'],
    ['rows', true],
    ['rows', Number.NaN],
    ['rows', [7]],
    ['mode', 'none'],
    ['trend', 'maybe'],
    ['trend', 2],
    ['line', 'a line that is longer than it may be'],
    ['line', { text: 'x' }],
  ])('%s of %j means nothing, and says what is wanted', (name, given) => {
    const { params, faults } = fromForeign(manifest, { [name]: given });
    expect(params).toEqual({});
    expect(faults.map((fault) => fault.name)).toEqual([name]);
    expect(faults[0]!.sentence).toMatch(new RegExp(`does not fit ${name} of a-graphic: it wants .+\\.$`));
  });

  it('hears nothing of fields that are others, and of what is not said', () => {
    const given = {
      epochID: 3,
      comment: 'x',
      rows: null,
      mode: undefined,
      constructor: 'x',
      __proto__: { trend: false },
    };
    expect(fromForeign(manifest, given)).toEqual({ params: {}, faults: [] });
  });

  it('never gives out a value that does not fit, and keeps each that does', () => {
    const names = fc.constantFrom(...Object.keys(manifest.params));
    const value = fc.oneof(fc.anything(), fc.string(), fc.integer({ min: -3, max: 20 }), fc.boolean());
    fc.assert(
      fc.property(names, value, (name, given) => {
        const param = manifest.params[name]!;
        const { params, faults } = fromForeign(manifest, { [name]: given });
        if (name in params) expect(fits(param, params[name])).toBe(true);
        else expect(faults.length).toBe(given === undefined || given === null ? 0 : 1);
        if (typeof given !== 'string' && fits(param, given)) expect(params[name]).toBe(given);
      }),
    );
  });
});

describe('the door of a host that is not ours', () => {
  it('keeps the last good value, and reports a bad one once', () => {
    const said: string[] = [];
    const door = foreignDoor(manifest, (sentence) => said.push(sentence));
    expect(door.read({ rows: '12', trend: '0' })).toEqual({ rows: 12, trend: false });
    expect(door.read({ rows: '99' })).toEqual({ rows: 12, trend: false });
    expect(door.read({ rows: '98' })).toEqual({ rows: 12, trend: false });
    expect(said).toEqual([
      '"99" does not fit rows of a-graphic: it wants a whole number from 5 to 18. The value before it stays.',
    ]);
    door.read({ rows: '13' });
    expect(door.read({ rows: 'x', mode: 'x' })).toEqual({ rows: 13, trend: false });
    expect(said.slice(1)).toEqual([
      expect.stringMatching(/^"x" does not fit rows .* The value before it stays\.$/),
      expect.stringMatching(/^"x" does not fit mode .* The default stays\.$/),
    ]);
  });
});

it('unescapes once, and leaves alone what is no escape', () => {
  expect(unescaped('&amp;lt; &unknown; &#0; &#x110000; a & b;')).toBe('&lt; &unknown; &#0; &#x110000; a & b;');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;');
      expect(unescaped(escaped)).toBe(text);
    }),
  );
});
