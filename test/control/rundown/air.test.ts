import { describe, expect, it } from 'vitest';
import { airState } from '../../../src/control/rundown/air.ts';
import { previewTally, programTally } from '../../../src/control/rundown/tally.ts';
import type { Manifest } from '../../../src/show/manifest.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import type { PageState, Shown } from '../../../src/wire/crew/half.ts';
import { ticker, tower } from '../manifests.ts';
import { pageState, report } from '../pages.ts';

const row = (its: Partial<Shown>): Shown => ({
  overlay: 'gap-ticker',
  wished: true,
  life: 'on',
  why: null,
  on: 1,
  of: 1,
  ...its,
});
const heard = (air: readonly Shown[], list: readonly PageState[] = []) => ({
  shown: { air, monitors: [] },
  pages: { counts: [], list },
});
const said = (its: Partial<Shown>, taken = true, list: readonly PageState[] = []) => {
  const { mark, word, more } = airState(heard([row(its)], list), 'gap-ticker', taken);
  return [mark, word, more];
};

describe('a graphic on air', () => {
  it('is what pages say, never what was wished', () => {
    expect(said({})).toEqual(['seen', 'On air', null]);
    expect(said({ life: 'entering' })).toEqual(['seen', 'Entering', null]);
    expect(said({ life: 'leaving' }, false)).toEqual(['seen', 'Leaving', null]);
    expect(said({ life: 'off', of: 1 })).toEqual(['pending', 'Not yet', null]);
    expect(said({ life: 'off' }, false)).toEqual(['off', 'Off', null]);
    expect(airState(heard([]), 'gap-ticker', true).word).toBe('Not yet');
    expect(airState(heard([]), 'gap-ticker', false).word).toBe('Off');
  });

  it('says why nobody sees it', () => {
    expect(said({ life: 'waiting', why: 'no group on the road' })).toEqual([
      'amiss',
      'Waiting',
      'Taken, nothing to show: no group on the road.',
    ]);
    expect(said({ life: 'off', of: 0, why: 'no program page is connected' })).toEqual([
      'amiss',
      'No page',
      "Taken, but there is no page on air beside control's own monitors.",
    ]);
  });

  it('that a replay hides is not amiss, and says so', () => {
    const why = 'hidden for the replay';
    expect(said({ life: 'off', why })).toEqual(['pending', 'Hidden', 'Taken, not drawn: hidden for the replay.']);
    expect(said({ life: 'leaving', why })[2]).toBe('Leaves by itself: hidden for the replay.');
    expect(said({ life: 'off', of: 0, why })[1]).toBe('No page');
  });

  it('that failed says what happened and what to do, as the page on air put it', () => {
    const faults = [{ overlay: 'gap-ticker', message: 'no digits', remedy: 'take it again', count: 1 }];
    const lives = [{ overlay: 'gap-ticker', layer: 'flash', life: 'failed', why: 'no digits' }] as const;
    const failed = pageState({ report: report({ faults, lives }) });
    const more = 'Failed: no digits; take it again';
    expect(said({ life: 'failed' }, true, [failed])).toEqual(['amiss', 'Failed', more]);
    expect(said({ on: 1, of: 2 }, true, [failed])).toEqual(['seen', 'On air', `Only 1 of 2 pages draw it. ${more}`]);
    expect(said({ life: 'failed', why: 'no digits' }, true, [{ ...failed, monitor: true }])[2]).toBe(
      'Failed: no digits.',
    );
  });

  it('that was taken out and is still drawn stays red', () => {
    expect(said({ on: 1, of: 2 }, false)).toEqual(['seen', 'Still on', 'Taken out, but 1 of 2 pages draw it.']);
  });

  it('that is muted says why', () => {
    expect(said({ why: 'its data is 50 s old' })[2]).toBe('Muted: its data is 50 s old.');
  });
});

describe('the tally', () => {
  const show: Show = {
    ...emptyShow,
    program: {
      flash: { overlay: 'position-tower', params: {}, step: 0 },
      strip: { overlay: 'gap-ticker', params: {}, step: 0 },
    },
  };
  const tally = (...air: readonly Shown[]) => programTally({ show, ...heard(air) }, [tower, ticker]);

  it('names what is seen, and behind it what was taken and is not', () => {
    expect(tally(row({}), row({ overlay: 'position-tower' }))).toEqual({
      lit: 'on',
      words: 'On air: Position tower, Gap ticker',
    });
    expect(tally(row({ life: 'waiting' }), row({ overlay: 'position-tower' }))).toEqual({
      lit: 'on',
      words: 'On air: Position tower. Waiting: Gap ticker',
    });
    expect(tally(row({ life: 'off', of: 0 }), row({ life: 'off', of: 0, overlay: 'position-tower' }))).toEqual({
      lit: 'amiss',
      words: 'Nothing on air. No page: Position tower, Gap ticker',
    });
  });

  it('names the tag of a replay, and what it hides, on air and cued', () => {
    const tag: Manifest = { ...ticker, id: 'replay-tag', title: 'Replay', replay: 'tag' };
    const stays: Manifest = { ...tower, replay: 'stays' };
    const all = [stays, { ...ticker, layer: 'strip' } as const, tag];
    const hidden = row({ life: 'off', why: 'hidden for the replay' });
    const rows = [hidden, row({ overlay: 'position-tower' }), row({ overlay: 'replay-tag' })];
    expect(programTally({ show: { ...show, replay: true }, ...heard(rows) }, all)).toEqual({
      lit: 'on',
      words: 'On air: Position tower, Replay. Hidden: Gap ticker',
    });
    expect(programTally({ show: { ...emptyShow, replay: true }, ...heard([]) }, all).words).toBe(
      'Nothing on air. Not yet: Replay',
    );
    expect(previewTally({ preview: show.program, replay: false }, all).words).toBe('Cued: Position tower, Gap ticker');
    expect(previewTally({ preview: show.program, replay: true }, all).words).toBe(
      'Cued: Position tower. Cued, hidden: Gap ticker',
    );
  });

  it('names what nobody wished and a page still draws, also where this page does not know it', () => {
    const alone = programTally({ show: emptyShow, ...heard([row({ overlay: 'old-one', wished: false })]) }, [tower]);
    expect(alone).toEqual({ lit: 'on', words: 'On air: old-one' });
    expect(programTally({ show: emptyShow, ...heard([]) }, [tower])).toEqual({ lit: 'off', words: 'Nothing on air' });
  });
});
