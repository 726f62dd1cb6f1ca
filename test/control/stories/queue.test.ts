import { describe, expect, it } from 'vitest';
import { onOffer, storyGraphic } from '../../../src/control/stories/queue.ts';
import type { Story } from '../../../src/insight/story.ts';
import type { Manifest } from '../../../src/show/manifest.ts';

const story = (id: string, atMs: number): Story => ({
  id,
  kind: 'attack',
  atMs,
  offeredMs: atMs,
  untilMs: atMs + 600_000,
  atM: 0,
  bibs: ['1'],
  groups: [],
  mark: null,
  jersey: null,
  team: null,
  expects: null,
  isEstimated: false,
  facts: {},
  score: 0.5,
});
const [old, middle, newest] = [story('old', 0), story('middle', 300_000), story('newest', 400_000)];
const ids = (given: Partial<Parameters<typeof onOffer>[1]>) =>
  onOffer([old, middle, newest], { raceMs: 450_000, refused: new Set(), onAir: '', ...given }).map(({ id }) => id);

describe('the queue of stories', () => {
  it('has the newest first, and none that is old', () => {
    expect(ids({})).toEqual(['newest', 'middle', 'old']);
    expect(ids({ raceMs: 599_999 })).toEqual(['newest', 'middle', 'old']);
    expect(ids({ raceMs: 600_000 })).toEqual(['newest', 'middle']);
  });

  it('has none that was said no to; what is on air stays', () => {
    const refused = new Set(['newest', 'middle']);
    expect(ids({ refused })).toEqual(['old']);
    expect(ids({ refused, onAir: 'middle' })).toEqual(['middle', 'old']);
    expect(ids({ raceMs: 2_000_000, onAir: 'old' })).toEqual(['old']);
  });

  it('is told by the graphic that takes stories, whatever it is called', () => {
    const plain: Manifest = { id: 'a', title: 'A', layer: 'card', params: {}, steps: 1, glideHz: 0, hold: null };
    const text = { type: 'text', label: 'Which', default: '', maxLength: 80 } as const;
    expect(storyGraphic([plain, { ...plain, id: 'b', params: { which: text } }])).toBeNull();
    expect(storyGraphic([plain, { ...plain, id: 'c', params: { which: { ...text, takes: 'story' } } }])).toEqual({
      overlay: 'c',
      param: 'which',
    });
  });
});
