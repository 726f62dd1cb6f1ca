import { beforeEach, describe, expect, it } from 'vitest';
import { type Caller, createRegister, type Register } from '../../../src/desk/register/register.ts';
import { report, saying } from '../../support/report.ts';

let nowMs = 0;
let register: Register;

beforeEach(() => {
  nowMs = 1_000_000;
  register = createRegister(() => nowMs);
});

const program = (page: string, over: Partial<Caller> = {}): Caller => ({
  page,
  role: 'program',
  monitor: false,
  output: null,
  address: '10.0.0.1',
  ...over,
});
const counts = () => register.pages().counts.map(({ role, count, lost }) => `${role} ${count} ${lost}`);
const listed = () => register.pages().list.map(({ page }) => page);

describe('the register of pages', () => {
  it('counts who is there by kind, monitors apart', () => {
    register.hello(program('a'));
    register.hello(program('b'));
    register.hello(program('c', { monitor: true }));
    register.hello({ page: 'd', role: 'control', monitor: false, output: null, address: '::1' });
    expect(register.pages().counts).toEqual([
      { role: 'control', monitor: false, count: 1, lost: 0 },
      { role: 'program', monitor: false, count: 2, lost: 0 },
      { role: 'program', monitor: true, count: 1, lost: 0 },
    ]);
  });

  it('forgets a page that says goodbye, and lists one that fell silent as lost since then', () => {
    const [closed, silent] = [register.hello(program('a')), register.hello(program('b'))];
    closed.end('closed');
    nowMs += 5000;
    silent.report(report({ droppedFrames: 3 }));
    silent.end('lost');
    expect(register.pages().list).toEqual([
      { ...program('b'), sinceMs: nowMs, lost: true, report: report({ droppedFrames: 3 }) },
    ]);
    expect(counts()).toEqual(['program 0 1']);
  });

  it('knows a lost page again, by its name or by its kind and its place', () => {
    const far = { address: '10.0.0.9' };
    const all = [program('a'), program('b'), program('c', far)].map((caller) => register.hello(caller));
    for (const one of all) one.end('lost');
    register.hello(program('b'));
    expect(counts()).toEqual(['program 1 2']);
    register.hello(program('after a restart'));
    expect(counts()).toEqual(['program 2 1']);
    register.hello(program('not the far one'));
    expect(counts()).toEqual(['program 3 1']);
    register.hello(program('the far one', far));
    expect(counts()).toEqual(['program 4 0']);
  });

  it('forgets a lost page after ten minutes', () => {
    register.hello(program('a')).end('lost');
    nowMs += 599_000;
    expect(counts()).toEqual(['program 0 1']);
    nowMs += 1000;
    expect(register.pages()).toEqual({ counts: [], list: [] });
  });

  it('is not filled by strangers who come and go', () => {
    for (let i = 0; i < 5000; i += 1)
      register.hello(program(`${i}`, { address: `10.0.${i >> 8}.${i & 255}` })).end('lost');
    expect(register.pages().list).toHaveLength(50);
    expect(register.pages().counts[0]!.lost).toBe(200);
  });

  it('hears nothing more of a page after its end', () => {
    const page = register.hello(program('a'));
    page.end('closed');
    page.report(report());
    page.end('lost');
    expect(listed()).toEqual([]);
  });

  it('lists first what is to be looked at', () => {
    register.hello(program('well')).report(report());
    const fault = { overlay: 'gap-ticker', message: 'x is undefined', remedy: 'Take it out.', count: 1 };
    register.hello(program('fault')).report(report({ faults: [fault] }));
    register.hello(program('font')).report(report({ missing: ['A font did not come.'] }));
    register.hello(program('gone', { address: '10.0.0.7' })).end('lost');
    expect(listed()).toEqual(['gone', 'fault', 'font', 'well']);
  });

  it('gives the same objects until something changes', () => {
    const wanted = { wished: {}, drawn: {} };
    const page = register.hello(program('a'));
    const [pages, shown] = [register.pages(), register.shown(wanted)];
    expect(register.pages()).toBe(pages);
    expect(register.shown(wanted)).toBe(shown);
    page.report(saying('gap-ticker', 'on'));
    expect(register.pages()).not.toBe(pages);
    expect(register.shown(wanted)).not.toBe(shown);
  });
});

describe('what is on air', () => {
  const items = { flash: { overlay: 'gap-ticker', params: {}, step: 0 } };
  const wanted = { wished: items, drawn: items };
  const air = () => register.shown(wanted).air;

  it('is what pages say they draw, not what is wished', () => {
    expect(air()).toEqual([
      { overlay: 'gap-ticker', wished: true, life: 'off', why: 'no program page is connected', on: 0, of: 0 },
    ]);
    const page = register.hello(program('a'));
    expect(air()).toMatchObject([{ wished: true, life: 'off', on: 0, of: 1 }]);
    page.report(saying('gap-ticker', 'waiting', 'no group on the road'));
    expect(air()).toMatchObject([{ wished: true, life: 'waiting', why: 'no group on the road', on: 0, of: 1 }]);
    page.report(saying('gap-ticker', 'on'));
    expect(air()).toMatchObject([{ wished: true, life: 'on', why: null, on: 1, of: 1 }]);
    expect(register.shown({ wished: {}, drawn: {} }).air).toMatchObject([{ wished: false, life: 'on', on: 1 }]);
  });

  it('says why what is wished is not drawn while a replay runs, and looks again when it ends', () => {
    register.hello(program('a')).report(saying('replay-tag', 'on'));
    const tag = { tag: { overlay: 'replay-tag', params: {}, step: 0 } };
    expect(air()).toMatchObject([
      { overlay: 'gap-ticker', life: 'off', why: null },
      { overlay: 'replay-tag', wished: false, on: 1 },
    ]);
    expect(register.shown({ wished: { ...items, ...tag }, drawn: tag }).air).toEqual([
      { overlay: 'gap-ticker', wished: true, life: 'off', why: 'hidden for the replay', on: 0, of: 1 },
      { overlay: 'replay-tag', wished: true, life: 'on', why: null, on: 1, of: 1 },
    ]);
    expect(air()).toMatchObject([{ why: null }, { wished: false }]);
  });

  it('is what any page shows: one that still draws it is not overlooked', () => {
    register.hello(program('a')).report(saying('gap-ticker', 'failed', 'it threw'));
    register.hello(program('b')).report(saying('gap-ticker', 'on'));
    register.hello(program('c'));
    expect(air()).toMatchObject([{ life: 'on', on: 1, of: 3 }]);
  });

  it('is counted once for a page that has a graphic in two layers', () => {
    const lives = [
      { overlay: 'gap-ticker', layer: 'flash', life: 'leaving', why: null },
      { overlay: 'gap-ticker', layer: 'card', life: 'entering', why: null },
    ] as const;
    register.hello(program('a')).report(report({ lives }));
    expect(air()).toMatchObject([{ life: 'entering', on: 1, of: 1 }]);
  });

  it('counts neither monitors nor previews nor pages that are lost', () => {
    register.hello(program('monitor', { monitor: true })).report(saying('gap-ticker', 'on'));
    register.hello(program('preview', { role: 'preview' })).report(saying('gap-ticker', 'on'));
    const page = register.hello(program('a'));
    page.report(saying('gap-ticker', 'on'));
    page.end('lost');
    expect(air()).toMatchObject([{ life: 'off', of: 0 }]);
    expect(register.shown(wanted).monitors).toMatchObject([{ life: 'on', on: 1, of: 1 }]);
  });
});
