import { expect, it } from 'vitest';
import { legible } from '../../../../src/desk/feeds/race-center/encoding.ts';
import { localMoment, offsetOf, zoneOffsetMin } from '../../../../src/desk/feeds/race-center/local-time.ts';

it('knows the offset of a zone on a day, also in winter and where it is not a whole hour', () => {
  expect(zoneOffsetMin('Europe/Paris', Date.UTC(2026, 6, 8))).toBe(120);
  expect(zoneOffsetMin('Europe/Paris', Date.UTC(2026, 1, 8))).toBe(60);
  expect(zoneOffsetMin('Europe/London', Date.UTC(2026, 1, 8))).toBe(0);
  expect(zoneOffsetMin('Australia/Adelaide', Date.UTC(2026, 0, 20))).toBe(630);
  expect(zoneOffsetMin('Nowhere/Land', 0)).toBeNull();
});

it('reads the offset that a date carries', () => {
  expect(offsetOf('2026-07-08T00:00:00+02:00')).toBe(120);
  expect(offsetOf('GMT-03:30')).toBe(-210);
  expect(offsetOf('2026-07-08T00:00:00Z')).toBe(0);
  expect(offsetOf('tomorrow')).toBeNull();
});

it('keeps the calendar day that is written, whatever day it is in UTC', () => {
  expect(localMoment('2026-07-08T00:00:00+02:00', '14:15:00', 120)).toBe(Date.UTC(2026, 6, 8, 12, 15));
  expect(localMoment('2026-07-08', '0:30', 120)).toBe(Date.UTC(2026, 6, 7, 22, 30));
  const quarterPast = Date.UTC(2026, 6, 8, 12, 15);
  for (const written of ['14h15', '14 h 15', '14H15', '14.15', "14h15'00", '14h15m00'])
    expect(localMoment('2026-07-08', written, 120), written).toBe(quarterPast);
  expect(localMoment('2026-07-08', '14h', 120)).toBe(Date.UTC(2026, 6, 8, 12));
  for (const none of ['24:10', '14:75', '1415', '']) expect(localMoment('2026-07-08', none, 0), none).toBeNull();
  expect(localMoment('soon', '14:15', 0)).toBeNull();
  expect(localMoment('2026-07-08', 'noon', 0)).toBeNull();
});

it('mends letters that were read in the wrong alphabet, and gives no name rather than a broken one', () => {
  expect(legible('Côte de Baleix')).toBe('Côte de Baleix');
  expect(legible('CÃ´te de Baleix')).toBe('Côte de Baleix');
  expect(legible('C\uFFFDte de Baleix')).toBe('');
  expect(legible('Ångström')).toBe('Ångström');
});
