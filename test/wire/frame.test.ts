import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, openFrame } from '../../src/wire/frame.ts';

describe('a frame', () => {
  it('arrives as it was sent, its race as bytes', () => {
    fc.assert(
      fc.property(fc.json(), fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }), (json, race) => {
        const message = { seq: 4, part: JSON.parse(json) as unknown, ...(race && { race }) };
        const opened = openFrame(frameOf('delta', message).bytes);
        expect(opened.event).toBe('delta');
        expect(JSON.parse(JSON.stringify({ ...opened.message, race: null }))).toEqual(
          JSON.parse(JSON.stringify({ ...message, race: null })),
        );
        expect('race' in opened.message ? opened.message.race : undefined).toEqual(race);
      }),
    );
  });

  it('costs a few bytes around what it carries', () => {
    const race = new Uint8Array(1000);
    expect(frameOf('delta', { seq: 12_345, race }).bytes.length).toBeLessThan(1030);
  });

  it('that is none is found out', () => {
    const good = frameOf('clock', { atMs: 1, rate: 1 }).bytes;
    for (const bad of [new Uint8Array(), good.slice(0, 4), good.with(0, 99), new Uint8Array([0, 2, 0x31, 0x31])])
      expect(() => openFrame(bad)).toThrow();
  });
});
