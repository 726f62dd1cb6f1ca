import { describe, expect, it } from 'vitest';
import { INFO, JERSEYS, TOTALS } from '../../../../assets/races/hautes-vallees/race.ts';
import { RIDERS } from '../../../../assets/races/hautes-vallees/riders.ts';
import { TEAMS } from '../../../../assets/races/hautes-vallees/teams.ts';
import { sheetText } from '../../../../src/desk/feeds/simulation/index.ts';
import { parse } from '../../../../src/desk/feeds/simulation/parse.ts';
import { lookOf } from '../../../../src/race/jersey-look.ts';
import { jerseyKinds } from '../../../../src/race/sheet.ts';

/** Codes of the International Olympic Committee that the start list may use. */
const IOC = new Set(
  (
    'ALG AUS AUT BEL BRA BRN BUR CAN CIV COL CRC CRO CZE DEN ECU ERI ESP EST ETH FIN FRA GBR GER HUN INA IRL ISL ITA ' +
    'JPN KAZ LAT LTU LUX MDA MEX MGL MNE NED NOR NZL POL POR RSA RWA SLO SRB SUI SVK SWE TPE TUR USA VEN'
  ).split(' '),
);

describe('the start list', () => {
  it('has 22 teams of seven or eight', () => {
    expect(TEAMS).toHaveLength(22);
    for (const [lowest] of TEAMS) {
      const size = RIDERS.filter(([bib]) => bib >= lowest && bib < lowest + 8).length;
      expect(size, `team ${lowest}`).toBeGreaterThanOrEqual(7);
    }
    expect(RIDERS).toHaveLength(170);
  });

  it('gives a bib, a name, a code and a colour once', () => {
    expect(new Set(RIDERS.map(([bib]) => bib)).size).toBe(RIDERS.length);
    expect(new Set(RIDERS.map(([, given, family]) => `${given} ${family}`)).size).toBe(RIDERS.length);
    expect(new Set(TEAMS.map(([, code]) => code)).size).toBe(TEAMS.length);
    expect(new Set(TEAMS.map((team) => team[4])).size).toBe(TEAMS.length);
    for (const [, code] of TEAMS) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  it('writes nations as the UCI does', () => {
    for (const [bib, , , nation] of RIDERS) expect(IOC.has(nation), `${bib}: ${nation}`).toBe(true);
    for (const [, code, , nation] of TEAMS) expect(IOC.has(nation), `${code}: ${nation}`).toBe(true);
  });

  it('has the names that break graphics', () => {
    const families = RIDERS.map(([, , family]) => family);
    const all = RIDERS.map(([, given, family]) => `${given} ${family}`).join();
    for (const letter of 'čžšøåłñöćığéāțþæœőľ') expect(all.toLowerCase(), letter).toContain(letter);
    expect(families.filter((family) => /^(van|de|von|ter)\b/.test(family)).length).toBeGreaterThan(3);
    expect(families.filter((family) => family.includes("'")).length).toBeGreaterThan(3);
    expect(families.filter((family) => family.includes('-')).length).toBeGreaterThan(8);
    expect(Math.max(...families.map((family) => family.length))).toBeGreaterThan(38);
  });

  it('uses only letters that the fonts carry', () => {
    for (const [, given, family] of RIDERS) {
      for (const letter of given + family) expect(letter.codePointAt(0)!, letter).toBeLessThan(0x250);
    }
  });

  it('has riders of an age to race', () => {
    for (const [bib, , , , born] of RIDERS) {
      const age = new Date(INFO.startMs).getUTCFullYear() - Number(born.slice(0, 4));
      expect(age, `${bib}`).toBeGreaterThanOrEqual(20);
      expect(age, `${bib}`).toBeLessThanOrEqual(36);
    }
  });
});

it('has two colours for each team, and a look of its own for the mountains', () => {
  const { sheet } = parse({ topic: 'sheet', text: sheetText() }).events.flatMap((event) =>
    event.kind === 'sheet' ? [event] : [],
  )[0]!;
  for (const { code, colors } of sheet.teams) {
    expect(colors?.join(' '), code).toMatch(/^#[0-9a-f]{6} #[0-9a-f]{6}$/);
    expect(colors![0], code).not.toBe(colors![1]);
  }
  expect(jerseyKinds.map((kind) => lookOf(sheet, kind))).toEqual(['yellow', 'green', 'blue-dots', 'white']);
});

describe('the classifications before the stage', () => {
  const behind = new Map(RIDERS.map((row) => [String(row[0]), row[6]]));
  const born = new Map(RIDERS.map((row) => [row[0], row[4]]));
  const wearer = (kind: string) => JERSEYS.find((jersey) => jersey.kind === kind)!.bib;

  it('puts the yellow jersey on the leader, and nobody level with another', () => {
    expect(behind.get(wearer('general'))).toBe(0);
    expect(new Set(behind.values()).size).toBe(RIDERS.length);
  });

  it('has a fight for the lead and a long tail', () => {
    const sorted = [...behind.values()].sort((a, b) => a - b);
    expect(sorted[4]!).toBeLessThan(90);
    expect(sorted[9]!).toBeLessThan(7 * 60);
    expect(sorted.at(-1)!).toBeGreaterThan(90 * 60);
    expect(sorted.at(-1)!).toBeLessThan(2 * 60 * 60);
  });

  it('puts white on the best of those born in 2001 or later', () => {
    const young = RIDERS.filter(([bib]) => born.get(bib)! >= '2001-01-01').sort((a, b) => a[6] - b[6]);
    expect(String(young[0]![0])).toBe(wearer('young'));
  });

  it('puts green and the dots on who leads on points', () => {
    expect(TOTALS.points[0]!.bib).toBe(wearer('points'));
    expect(TOTALS.mountain[0]!.bib).toBe(wearer('mountain'));
    expect(TOTALS.teams).toHaveLength(TEAMS.length);
  });
});
