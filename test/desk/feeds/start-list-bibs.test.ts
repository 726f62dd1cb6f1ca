import { describe, expect, it } from 'vitest';
import { startListBibs } from '../../../src/desk/feeds/start-list-bibs.ts';
import type { RaceEvent } from '../../../src/race/event.ts';
import type { Sheet } from '../../../src/race/sheet.ts';
import { rider, sheet } from '../../support/race.ts';
import { frame } from '../../support/ride.ts';

const listing = (...bibs: string[]): Sheet => sheet({ riders: new Map(bibs.map((bib) => [bib, rider(bib)])) });

function asListed(list: Sheet) {
  const read = startListBibs();
  read({ kind: 'sheet', sheet: list });
  return read;
}

/** The bibs of a frame of trackers, as they are read. */
function read(list: Sheet, ...bibs: string[]): string[] {
  const event = asListed(list)(
    frame(
      0,
      bibs.map((bib) => ({ bib, lat: 45, lon: 5, speedKph: null })),
    ),
  );
  return event.kind === 'positions' ? event.samples.map(({ bib }) => bib) : [];
}

describe('a bib written another way', () => {
  it('is the rider who is listed with as much as a number', () => {
    expect(read(listing('001', '12A', '20'), '1', '01', '020', '12A')).toEqual(['001', '001', '20', '12A']);
  });

  it('is who is listed exactly, where somebody is', () => {
    expect(read(listing('1', '001'), '1', '001')).toEqual(['1', '001']);
  });

  it('is left as it came where it could be two, or nobody', () => {
    expect(read(listing('1', '001'), '01')).toEqual(['01']);
    expect(read(listing('1', '12A'), '12', '2', 'A1')).toEqual(['12', '2', 'A1']);
  });

  it('is read by the newest start list', () => {
    const reader = asListed(listing('001'));
    reader({ kind: 'sheet', sheet: listing('1') });
    const status = { kind: 'rider-status', atMs: 0, bib: '001', status: 'abandoned' } as const;
    expect(reader(status)).toEqual({ ...status, bib: '1' });
  });

  it('is mended wherever an event names a rider, the papers too', () => {
    const list = listing('007');
    const seven = [{ bib: '7' }];
    const events: RaceEvent[] = [
      { kind: 'passings', origin: 'timed', passings: [{ bib: '7', mark: 'finish', atMs: 0 }] },
      { kind: 'official-groups', atMs: 0, freshS: 1, groups: [{ name: null, bibs: ['7'], gapS: null }] },
      { kind: 'rider-status', atMs: 0, bib: '7', status: 'racing' },
      { kind: 'line-result', atMs: 0, mark: 'finish', state: 'official', rows: [{ bib: '7', behindS: 0 }] },
      { kind: 'classification', atMs: 0, of: 'general', state: 'official', rows: [{ bib: '7', value: 0 }] },
      { kind: 'time-penalty', atMs: 0, bib: '7', seconds: 10 },
      { kind: 'incident', atMs: 0, bib: '7', cause: 'crash' },
      { kind: 'kits', jerseys: { general: '7', points: '', young: null } },
      { kind: 'override', atMs: 0, says: [{ path: 'jersey/points', value: '7' }], until: 'stage' },
      { kind: 'start-order', from: 'feed', starts: [{ bib: '7', startMs: 0 }] },
      {
        kind: 'sheet',
        sheet: {
          ...list,
          jerseys: [{ kind: 'general', bib: '7' }],
          general: [{ bib: '7', behindS: 0 }],
          totals: {
            points: seven.map((one) => ({ ...one, points: 1 })),
            mountain: seven.map((one) => ({ ...one, points: 1 })),
            teams: [],
          },
          starts: [{ bib: '7', startMs: 0 }],
        },
      },
    ];
    for (const event of events) {
      const text = JSON.stringify(asListed(list)(event));
      expect(text).toContain('"007"');
      expect(text).not.toContain('"7"');
    }
    const said = { kind: 'override', atMs: 0, says: [{ path: 'rider/7/family', value: '7' }], until: 'stage' } as const;
    expect(asListed(list)(said)).toEqual({ ...said, says: [{ path: 'rider/007/family', value: '7' }] });
  });
});
