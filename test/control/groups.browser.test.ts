import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { group, race } from '../support/race.ts';
import { link, openInEach, press } from './on-screen.ts';

openInEach();

describe('the race', () => {
  const chasers = group({
    id: 'c',
    kind: 'chasers',
    ordinal: 1,
    bibs: ['1', '2', '3'],
    gap: { value: 65, atMs: 0, origin: 'estimated' },
    trendSPerMin: -3.4,
  });

  it('shows the groups as the air writes them', async () => {
    link.change({ race: race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'], frontM: 67_700 }), chasers] }) });
    const row = page.getByRole('row', { name: /Chasers 1/ });
    await expect.element(row).toHaveTextContent(/3~1'05"−3 s/);
    await expect.element(page.getByText('42.3 km to go')).toBeVisible();
  });

  it('says of the rest how many groups it is, and offers neither a name nor the camera for it', async () => {
    const gap = { value: 65, atMs: 0, origin: 'timed' } as const;
    const rest = group({ id: 'r', kind: 'rest', pieces: 3, bibs: ['1', '2', '3', '4'], gap, trendSPerMin: null });
    link.change({ race: race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'] }), rest] }) });
    const row = page.getByRole('row', { name: /\+3 groups/ });
    await expect.element(row).toHaveTextContent(/^\+3 groups4\+1'05"$/);
    expect(row.getByRole('button').query()).toBeNull();
  });

  it('takes a name for a group and the group on camera', async () => {
    link.change({ race: race({ groups: [chasers] }) });
    await page.getByRole('button', { name: 'Chasers 1', exact: true }).click();
    await press('Groupe 1{Enter}');
    await expect.element(page.getByText('Keys on')).toBeVisible();
    await page.getByRole('button', { name: 'Chasers 1 is on camera' }).click();
    expect(link.told).toEqual([sayOf(race(), 'group/c/name', 'Groupe 1'), { kind: 'camera', group: 'c' }]);
    expect(link.commands).toEqual([]);
  });
});
