import { describe, expect, it } from 'vitest';
import { afterWish, type Offered, type PreviewWish } from '../../../src/host/preview/hand.ts';
import { wishOf } from '../../../src/host/preview/keys-heard.ts';
import type { Manifest } from '../../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { nothingCounted } from '../../../src/show/steps.ts';
import { manifest as steps } from '../../support/small-desk.ts';

const stack: Manifest = { ...steps, id: 'a-list', title: 'List', steps: 1 };
const manifests = new Map([steps, stack].map((one) => [one.id, one]));
const offered: Offered[] = [...manifests.values()].map(({ id, title }, i) => ({
  overlay: id,
  title,
  params: { groups: 3, mode: 'gap', trend: true },
  key: i === 0 ? '1' : '2',
  outS: 8,
}));
const facts = { manifests, counts: nothingCounted };
const pressed = (show: Show, ...wishes: PreviewWish[]) =>
  wishes.reduce((now, wish) => afterWish(wish, now, facts), show);
const direct = (i: number): PreviewWish => ({ do: 'direct', item: offered[i]! });
const onAir = ({ program }: Show) => Object.values(program).map(({ overlay, step }) => `${overlay} ${step}`);

const key = (over: Partial<KeyboardEvent>) =>
  wishOf({ code: '', key: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...over }, offered);

describe('the hand of who looks at the preview', () => {
  it('takes a graphic, and takes it out when it is pressed again', () => {
    const taken = pressed(emptyShow, direct(0));
    expect(onAir(taken)).toEqual([`${steps.id} 0`]);
    expect(onAir(pressed(taken, direct(0)))).toEqual([]);
    expect(onAir(pressed(taken, direct(1)))).toEqual(['a-list 0']);
  });

  it('walks the steps of what has some, and stops at the ends', () => {
    const [next, previous]: PreviewWish[] = [{ do: 'next' }, { do: 'previous' }];
    expect(onAir(pressed(emptyShow, direct(0), next!, next!, next!))).toEqual([`${steps.id} 1`]);
    expect(onAir(pressed(emptyShow, direct(0), next!, previous!, previous!))).toEqual([`${steps.id} 0`]);
    expect(pressed(emptyShow, next!)).toBe(emptyShow);
  });

  it('clears, panics until it is released, and shows a replay', () => {
    expect(onAir(pressed(emptyShow, direct(0), { do: 'clear' }))).toEqual([]);
    const panic = pressed(emptyShow, direct(0), { do: 'panic' });
    expect([panic.latched, onAir(pressed(panic, direct(0)))]).toEqual([true, []]);
    expect(onAir(pressed(panic, { do: 'panic' }, direct(0)))).toEqual([`${steps.id} 0`]);
    const replay = pressed(emptyShow, { do: 'replay' });
    expect([replay.replay, pressed(replay, { do: 'replay' }).replay]).toEqual([true, false]);
  });

  it('hears the keys of control, by their place', () => {
    expect(key({ code: 'Digit2', key: 'é' })).toEqual(direct(1));
    expect(key({ code: 'Digit2', key: '"', shiftKey: true })).toEqual(direct(1));
    expect(key({ code: 'Numpad1', key: '1' })).toEqual(direct(0));
    expect(key({ key: '1' })).toEqual(direct(0));
    expect(key({ code: 'Digit9', key: '9' })).toBe(null);
    expect(key({ code: 'Escape', key: 'Escape' })).toEqual({ do: 'clear' });
    expect(key({ code: 'Escape', key: 'Escape', shiftKey: true })).toEqual({ do: 'panic' });
    expect(key({ code: 'ArrowRight', key: 'ArrowRight' })).toEqual({ do: 'next' });
    expect(key({ code: 'KeyR', key: 'r' })).toEqual({ do: 'replay' });
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      expect(key({ code: 'Digit1', key: '1', [held]: true })).toBe(null);
  });
});
