import { describe, expect, it } from 'vitest';
import { manifest as tickerManifest } from '../../overlays/gap-ticker/manifest.ts';
import { select as tickerSelect } from '../../overlays/gap-ticker/select.ts';
import { manifest as strapManifest } from '../../overlays/rider-strap/manifest.ts';
import { select as strapSelect } from '../../overlays/rider-strap/select.ts';
import { listingOf } from '../../src/race/listing/listing.ts';
import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { groupsIn } from './rows.ts';
import { seeing } from './seen.ts';

const ticker = seeing(tickerManifest, tickerSelect);
const strap = seeing(strapManifest, strapSelect);
const race = situation({
  headKm: 100,
  groups: [
    { kind: 'head', bibs: ['33', '12'] },
    { kind: 'peloton', bibs: 92, gapS: 254 },
  ],
});
const family = (bib: string) => race.sheet.riders.get(bib)!.family.toUpperCase();
const hiding = (...bibs: string[]): Race => ({
  ...race,
  overrides: bibs.map((bib) => ({ path: `rider/${bib}/hidden`, value: 'yes', ...saidByHand })),
});
const saidByHand = { instead: null, author: '', atMs: 0, until: 'stage' } as const;
const head = (of: Race) => groupsIn(ticker.of(of))[0]!;

describe('a hidden rider', () => {
  it('counts in his group, which is called by the others, or by what it is', () => {
    expect(head(race).names[0]).toContain(family('33'));
    expect(head(hiding('33')).names[0]).not.toContain(family('33'));
    expect(head(hiding('33')).names[0]).toMatch(/ \+1$/);
    expect(head(hiding('33', '12')).names[0]).toBe('Head of the race');
    expect(head(hiding('33')).pennon.size).toBe('2');
  });

  it('is on no list and has no strap', () => {
    const bibsIn = (of: Race) => listingOf(of, false).spots.map(({ place }) => place.bib);
    expect(bibsIn(race)).toContain('33');
    expect(bibsIn(hiding('33'))).toEqual(bibsIn(race).filter((bib) => bib !== '33'));
    expect(strap.whyNot(hiding('33'), { params: { bib: '33' } })).toBe('rider 33 is hidden');
    expect(strap.of(hiding('33'), { params: { bib: '12' } }).bib).toBe('12');
  });
});
