import { describe, expect, it } from 'vitest';
import ticker from '../../overlays/gap-ticker/manifest.ts';
import { scenes } from '../../overlays/gap-ticker/scenes.ts';
import { select as selectGaps } from '../../overlays/gap-ticker/select.ts';
import tower from '../../overlays/position-tower/manifest.ts';
import { select as selectPlaces } from '../../overlays/position-tower/select.ts';
import strap from '../../overlays/rider-strap/manifest.ts';
import { select as selectRider } from '../../overlays/rider-strap/select.ts';
import { valuesIn } from './rows.ts';
import { seeing } from './seen.ts';

const gaps = seeing(ticker, selectGaps);
const places = seeing(tower, selectPlaces);
const rider = seeing(strap, selectRider);
const { race } = scenes.full;

describe('a stack and a strap on air at once', () => {
  const said = [gaps.of(race, { beside: ['strap'] }), places.of(race, { beside: ['strap'] })].flatMap(valuesIn);
  const bibs = race.groups.flatMap((group) => group.bibs);

  it('never say the same gap', () => {
    expect(said.filter((value) => value.startsWith('+')).length).toBeGreaterThan(3);
    const facts = bibs.map((bib) => rider.of(race, { params: { bib }, beside: ['stack'] }).fact?.text ?? '');
    expect(facts.filter((text) => said.some((value) => value !== '' && text.includes(value)))).toEqual([]);
  });

  it('say it where the operator wants it, and where the strap is alone', () => {
    const [, chasers] = race.groups;
    const bib = chasers!.bibs[0]!;
    expect(said).toContain(rider.of(race, { params: { bib } }).fact?.text);
    const asked = { params: { bib, fact: 'group' }, beside: ['stack'] } as const;
    expect(said).toContain(rider.of(race, asked).fact?.text);
  });
});
