import { describe, expect, it } from 'vitest';
import { createLogHalf } from '../../src/desk/halves/log-half.ts';
import { createFeedDeeds } from '../../src/desk/log/feed-deeds.ts';
import { createDeskLog } from '../../src/desk/log/log.ts';
import { raceDeed } from '../../src/desk/log/race-deed.ts';
import { ruleDeed, showDeed } from '../../src/desk/log/show-deed.ts';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import type { Command } from '../../src/show/command.ts';
import { emptyShow } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import { foldUndoable, neverChanged, type Undoable } from '../../src/show/undo.ts';
import { foldLog, LOG_KEPT, type LogLine, type LogNews } from '../../src/wire/crew/log.ts';
import { parseLog } from '../../src/wire/parse.ts';
import { group, race } from '../support/race.ts';
import { manifest } from '../support/small-desk.ts';

const card = { ...manifest, id: 'climb', title: 'Climb', layer: 'card' } as const;
const strip = { ...manifest, id: 'profile', title: 'Profile', layer: 'strip' } as const;
const manifests = new Map([manifest, card, strip].map((one) => [one.id, one]));
const fold = (kept: Undoable, command: Command) => foldUndoable(kept, command, { manifests, counts: nothingCounted });
const nothingDone = neverChanged(emptyShow);
const after = (...commands: readonly Command[]): Undoable => commands.reduce(fold, nothingDone);
const direct = ({ id, layer }: typeof card | typeof strip | typeof manifest): Command => ({
  do: 'take-direct',
  overlay: id,
  layer,
  params: {},
});
const deed = (before: Undoable, command: Command) => {
  const { what, why } = showDeed(command, before, fold(before, command), manifests);
  return why === null ? what : `${what} · ${why}`;
};

describe('what a command did', () => {
  it('is told in titles, with who makes way for whom', () => {
    const both = after(direct(card), direct(manifest));
    expect(deed(both, direct(strip))).toBe('takes Profile · Climb makes way for Profile');
    expect(deed(nothingDone, direct(strip))).toBe('takes Profile');
    expect(deed(both, { do: 'clear' })).toBe('all out: Climb, Gaps');
    expect(deed(both, { do: 'out', overlay: 'climb' })).toBe('takes out Climb');
    expect(deed(both, { do: 'next', overlay: 'gap-ticker', steps: 2 })).toBe('Gaps: step 2 of 2');
  });

  it('of undo and redo is what is on air then, and which change they are about', () => {
    const cleared = after(direct(card), direct(manifest), { do: 'clear' });
    expect(deed(cleared, { do: 'undo' })).toBe('undo: Climb, Gaps on air · of all out');
    expect(deed(fold(fold(cleared, { do: 'undo' }), { do: 'undo' }), { do: 'redo' })).toBe(
      'redo: Climb, Gaps on air · of take, Gaps',
    );
  });

  it('of an update names what was on air and cued', () => {
    const cue: Command = { do: 'cue', overlay: 'climb', layer: 'card', params: { groups: 2 } };
    expect(deed(after(direct(card), cue), { do: 'update' })).toBe('updates Climb');
  });

  it('of a replay names what it hides, and shows again', () => {
    const replayed = after(direct(card), direct(manifest), { do: 'replay' });
    expect(deed(after(direct(card), direct(manifest)), { do: 'replay' })).toBe(
      'begins a replay, and hides Climb, Gaps',
    );
    expect(deed(replayed, { do: 'live' })).toBe('ends the replay, and shows Climb, Gaps again');
    expect(deed(nothingDone, { do: 'replay' })).toBe('begins a replay, and hides nothing');
  });

  it('names what was set by its label', () => {
    const params = { groups: 3, mode: 'interval', trend: false };
    expect(deed(after(direct(manifest)), { do: 'set', overlay: 'gap-ticker', params })).toBe(
      'sets Gaps: groups 3, mode Interval, trend off',
    );
  });

  it('is by a rule where the race has fewer steps than a graphic stood on', () => {
    const on = after(direct(manifest), { do: 'next', overlay: 'gap-ticker', steps: 2 }).show;
    expect(ruleDeed(on, after(direct(manifest)).show, manifests)?.what).toBe('Gaps goes back to step 1');
    expect(ruleDeed(on, on, manifests)).toBeNull();
  });
});

describe('what is said of the race', () => {
  it('is told with the names of the moment', () => {
    const now = race({ groups: [group({ id: 'c', kind: 'chasers', ordinal: 1, bibs: ['1', '2'] })] });
    const what = (event: Parameters<typeof raceDeed>[0]) => raceDeed(event, now).what;
    expect(what(sayOf(now, 'group/c/name', 'Groupe 1'))).toBe('names Chasers 1 "Groupe 1"');
    expect(what({ kind: 'camera', group: 'c' })).toBe('Chasers 1 on camera');
    expect(what({ kind: 'camera', group: 'gone' })).toBe('group gone on camera');
    expect(what(sayOf(now, 'rider/1/family', 'Šafránek'))).toMatch(/^family of rider 1 .+ is "Šafránek"$/);
    expect(what(sayOf(now, 'rider/1/family', null))).toMatch(/^gives the feed its family of rider 1 .+ back$/);
    expect(what(sayOf(now, 'rider/1/place', '3'))).toMatch(/^place of rider 1 .+ is "3"$/);
    expect(what(sayOf(now, 'race/to-go', '42.3'))).toBe('42.3 km to go');
    expect(what(sayOf(now, 'jersey/points', ''))).toBe('points jersey: nobody');
    expect(what(sayOf(now, 'jersey/points', '1'))).toMatch(/^points jersey: rider 1 ./);
    expect(what(sayOf(now, 'look/general', null))).toBe('gives the feed its look of the general jersey back');
    const five = ['1', '2', '3', '4', '5'].map((bib) => ({ path: `rider/${bib}/hidden` as const, value: null }));
    expect(what({ kind: 'override', atMs: 0, says: five, until: 'stage' })).toBe('takes back 5 things by hand');
    expect(what({ kind: 'lap-known', bib: null, lap: 3 })).toBe('the bunch rides lap 3');
    expect(what({ kind: 'start-order', from: 'hand', starts: [{ bib: '1', startMs: 0 }] })).toBe(
      'posts start times of 1 rider',
    );
    expect(what({ kind: 'before-stage', from: 'hand', parts: { general: [], points: null } })).toBe(
      'posts how the race stood before the stage: general',
    );
  });

  it('by a feed is one line, however often it is said, and after a restart too', () => {
    const event = { kind: 'rider-status', atMs: 0, bib: '7', status: 'abandoned' } as const;
    const deeds = createFeedDeeds([]);
    const told = deeds.hear(event, 'simulation')!;
    expect(told.what).toBe('rider 7 has abandoned');
    expect(deeds.hear(event, 'simulation')).toBeNull();
    expect(deeds.hear({ ...event, status: 'racing' }, 'simulation')?.what).toBe('rider 7 is racing');
    const entry = { ...told, author: 'simulation', raceMs: 0, atMs: 0 };
    expect(createFeedDeeds([entry]).hear(event, 'simulation')).toBeNull();
    expect(createFeedDeeds([]).hear({ ...event, status: 'racing' }, 'simulation')).toBeNull();
  });
});

describe('the log on its way', () => {
  const nowMs = { value: 0 };
  const options = { past: [], raceMs: () => 0, now: () => nowMs.value, recorder: { note: () => {} } };
  const log = createDeskLog(options);
  const half = createLogHalf(log, () => nowMs.value);
  const act = (count: number) => {
    for (let i = 0; i < count; i += 1) log.add(log.entry({ kind: 'air', what: `${log.newest() + 1}`, why: null }, 'x'));
  };
  const news = () => (half.delta()?.message ?? null) as LogNews | null;

  it('tells only what is new, together, and no more than a page keeps', () => {
    act(3);
    expect(news()?.lines.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(news()).toBeNull();
    act(2);
    expect(news()).toBeNull();
    nowMs.value += 190;
    expect(news()?.lines.map(({ n, what }) => [n, what])).toEqual([
      [4, '4'],
      [5, '5'],
    ]);
    act(10_000);
    nowMs.value += 190;
    const { lines, isAll } = news()!;
    expect([lines.length, lines.at(-1)?.n, lines[0]?.n, isAll]).toEqual([LOG_KEPT, 10_005, 9506, false]);
    const [greeting] = half.greeting();
    expect(half.greeting()[0]).toBe(greeting);
    expect((greeting!.message as LogNews).lines).toEqual(lines);
  });

  it('can be read by a page whatever was said', () => {
    const long = createDeskLog(options);
    long.note({ kind: 'race', what: 'x'.repeat(20_000), why: 'y'.repeat(20_000) }, 'control 1');
    expect(parseLog({ isAll: true, lines: long.since(0) }).ok).toBe(true);
  });

  it('is folded newest first, each line once; all of another desk takes the place of what was held', () => {
    const line = (n: number): LogLine => ({ ...log.since(0)[0]!, n });
    const held = foldLog([], { isAll: true, lines: [line(1), line(2)] });
    const more = foldLog(held, { isAll: false, lines: [line(2), line(3)] });
    expect(more.map(({ n }) => n)).toEqual([3, 2, 1]);
    expect(foldLog(more, { isAll: true, lines: [line(1)] }).map(({ n }) => n)).toEqual([1]);
  });
});
