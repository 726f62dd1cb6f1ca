import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classificationIn } from '../../../src/desk/classification.ts';
import { fileText } from '../../../src/desk/file-text.ts';
import { kitsByCode, kitsIn } from '../../../src/desk/kits.ts';
import { riderTable } from '../../../src/desk/papers/rider-table.ts';
import { readRiders } from '../../../src/desk/papers/riders-file.ts';
import { startListIn } from '../../../src/desk/start-list.ts';
import type { Rider } from '../../../src/race/sheet.ts';
import { sheet } from '../../support/race.ts';

/** Bib, family, given, team, nation, born, transponder. */
const heads = {
  en: ['Bib', 'Last name', 'First name', 'Team', 'Nation', 'Date of birth', 'Transponder'],
  fr: ['Dossard', 'Nom', 'Prénom', 'Équipe', 'Nationalité', 'Date de naissance', 'Puce'],
  it: ['Dorsale', 'Cognome', 'Nome', 'Squadra', 'Nazione', 'Data di nascita', 'Chip'],
  es: ['Dorsal', 'Apellidos', 'Nombre', 'Equipo', 'País', 'Fecha de nacimiento', 'Transponder'],
  nl: ['Rugnummer', 'Achternaam', 'Voornaam', 'Ploeg', 'Land', 'Geboortedatum', 'Transponder'],
} as const;
type Language = keyof typeof heads;

/** Letters of all five languages that Latin-1 has as well. */
const word = fc.stringMatching(/^[A-Za-zéèêëñáüöçàìòÉÑÇ]{2,9}$/);
const nations = ['FRA', 'ITA', 'ESP', 'NED', 'CZE', 'GER'];
const nationWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['France', 'Italy', 'Spain', 'Netherlands', 'Czechia', 'Germany'],
  fr: ['France', 'Italie', 'Espagne', 'Pays-Bas', 'Tchéquie', 'Allemagne'],
  it: ['Francia', 'Italia', 'Spagna', 'Paesi Bassi', 'Cechia', 'Germania'],
  es: ['Francia', 'Italia', 'España', 'Países Bajos', 'Chequia', 'Alemania'],
  nl: ['Frankrijk', 'Italië', 'Spanje', 'Nederland', 'Tsjechië', 'Duitsland'],
};
const person = fc.record({
  family: word.map((name) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()),
  given: word,
  team: fc.constantFrom('Équipe Ñandú', 'Morava', 'Pédale; Club, SC'),
  nation: fc.nat(nations.length - 1),
  born: fc.date({ min: new Date('1970-01-01'), max: new Date('2009-01-01'), noInvalidDate: true }),
});
const how = fc.record({
  language: fc.constantFrom<Language[]>('en', 'fr', 'it', 'es', 'nl'),
  separator: fc.constantFrom(';', ',', '\t'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with its mark', 'latin-1', 'utf-16'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  isShouted: fc.boolean(),
  nation: fc.constantFrom('letters', 'name'),
  born: fc.constantFrom('iso', 'day first'),
  number: fc.constantFrom('', '.0'),
  title: fc.constantFrom('', 'Tour 2026, stage 4; list of starters, revised', 'Élite'),
  hasTotal: fc.boolean(),
});
type How = typeof how extends fc.Arbitrary<infer T> ? T : never;
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

const quotedCell = (cell: string): string => (/[;,\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

function written(people: readonly Person[], as: How): Uint8Array {
  const head = heads[as.language].map((name) => (as.isShouted ? name.toUpperCase() : name));
  const rows = people.map(({ family, given, team, nation, born }, i) => [
    ...[`${i + 1}${as.number}`, family, given, team],
    as.nation === 'letters' ? nations[nation]! : nationWords[as.language][nation]!,
    as.born === 'iso' ? isoDay(born) : isoDay(born).split('-').reverse().join('/'),
    `GX-${i + 1}`,
  ]);
  const table = [
    head,
    ['', '', '', '', '', '', ''],
    ...rows,
    ...(as.hasTotal ? [['', 'Total', `${rows.length}`]] : []),
  ];
  const lines = table.map((row) => row.map(quotedCell).join(as.separator));
  const text = [...(as.title ? [as.title] : []), ...lines, ''].join(as.lineEnd);
  if (as.encoding === 'latin-1') return Buffer.from(text, 'latin1');
  if (as.encoding === 'utf-16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(as.encoding === 'utf-8' ? text : `\uFEFF${text}`);
}

describe('a start list of anybody', () => {
  it('gives the same riders in five languages, three separators and four encodings', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), how, (people, as) => {
        const list = riderTable(fileText(written(people, as)), 'list.csv');
        if (!list.ok) throw new Error(list.error);
        const { riders, teams, devices, doubts } = list.value;
        const nameOf = (code: string) => teams.find((team) => team.code === code)?.name;
        expect(doubts).toEqual([]);
        expect([...riders.values()].map((rider) => ({ ...rider, team: nameOf(rider.team) }))).toEqual(
          people.map(({ family, given, team, nation, born }, i) => ({
            ...{ bib: `${i + 1}`, family, given, team, nation: nations[nation], born: isoDay(born) },
          })),
        );
        expect([...devices]).toEqual(people.map((_, i) => [`gx-${i + 1}`, `${i + 1}`]));
      }),
      { numRuns: 150 },
    );
  });

  const names = (text: string) => {
    const list = riderTable(text, 'list.csv');
    return list.ok ? [...list.value.riders.values()].map(({ family, given }: Rider) => [family, given]) : list.error;
  };

  it('has both names in one column, whatever that is called, and parts them only where they say how', () => {
    const apart = [
      ['NOVAK', 'Ana'],
      ['Luis Peña', ''],
    ];
    for (const head of ['Name', 'Nom', 'Nome', 'Nombre', 'Naam', 'Nom et prénom', 'Coureur', 'Cognome e Nome'])
      expect([head, names(`No;${head}\n1;NOVAK Ana\n2;Luis Peña`)]).toEqual([head, apart]);
    expect(names('Nr;Name;Vorname\n1;Müller;Jan')).toEqual([['Müller', 'Jan']]);
  });

  it('says in a sentence what of it was left out, by its line', () => {
    const list = riderTable(
      'Riders\nbib,name,nation,born,chip\n1,A,XX,soon,7.0\n1.0,B,,,\n?,C,,,\n3,D,,,7\n',
      'list.csv',
    );
    expect(list.ok && list.value.doubts).toEqual([
      'list.csv, line 3: "XX" is no nation; that is left out',
      'list.csv, line 3: "soon" is no date of birth, such as 2003-02-28 or 28/02/2003; that is left out',
      'list.csv, line 4: number 1 is there twice; it was left out',
      'list.csv, line 5: "?" is no number of a rider; it was left out',
      'list.csv, line 6: "7" is of number 1 already; that is left out',
    ]);
  });

  it('has the codes of teams where it says them, and no code of another sort', () => {
    const list = riderTable('bib,name,team,code\n1,A,Morava,MRV\n2,B,morava,\n3,C,,MRV\n4,D,Luz,10076572487\n', 'l');
    if (!list.ok) throw new Error(list.error);
    expect(list.value.teams.map(({ code, name }) => [code, name])).toEqual([
      ['MRV', 'Morava'],
      ['LUZ', 'Luz'],
    ]);
    expect([...list.value.riders.values()].map(({ team }) => team)).toEqual(['MRV', 'MRV', 'MRV', 'LUZ']);
  });

  it('has the names of teams alone above their riders, where no column has them', () => {
    const list = riderTable('No;Name\nTEAM MORAVA;\n1;A\n;Nobody\n2;B\nLuz - 7 Eleven;\n11;C\nPage;\n', 'l');
    if (!list.ok) throw new Error(list.error);
    const nameOf = (code: string) => list.value.teams.find((team) => team.code === code)?.name;
    expect([...list.value.riders.values()].map(({ bib, team }) => [bib, nameOf(team)])).toEqual([
      ['1', 'TEAM MORAVA'],
      ['2', 'TEAM MORAVA'],
      ['11', 'Luz - 7 Eleven'],
    ]);
    expect(list.value.doubts).toEqual(['l, line 4: "" is no number of a rider; it was left out']);
  });

  it('is a file of Windows as well', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ardoise-riders-')), 'riders.csv');
    writeFileSync(file, Buffer.from('Dorsal;Apellidos;Nombre\r\n1;Peña;Íñigo\r\n', 'latin1'));
    const list = readRiders(file);
    expect(list.ok && [...list.value.riders.values()]).toMatchObject([{ family: 'Peña', given: 'Íñigo' }]);
    expect(readRiders(`${file}x`)).toMatchObject({ ok: false, error: expect.stringMatching(/cannot be read; give/) });
  });
});

describe('the other tables of anybody', () => {
  it('are classifications in five languages, of which a rank is none', () => {
    const general = [
      { bib: '7', behindS: 0 },
      { bib: '12', behindS: 83 },
    ];
    for (const head of [
      'Rank;Bib;Rider;Gap',
      'Classement;Dossard;Coureur;Écart',
      'Posizione;Dorsale;Corridore;Distacco',
      'Puesto;Dorsal;Corredor;Diferencia',
      'Plaats;Rugnummer;Renner;Achterstand',
    ])
      expect(classificationIn(`GC\n${head}\n1;7.0;A;\n2;12;B;+1'23"\n;;Total;\n`, 'gc.csv')).toEqual({
        ok: true,
        value: { general },
      });
    expect(classificationIn('Maillot,Dossard,Points\nMontagne,7,"12,0"\nGPM,8,3.0', 'a')).toEqual({
      ok: true,
      value: {
        mountain: [
          { bib: '7', points: 12 },
          { bib: '8', points: 3 },
        ],
      },
    });
  });

  it('are start times in five languages', () => {
    for (const head of ['Bib,Start time', 'N° de dossard,Heure de départ', 'Dorsale,Partenza', 'Dorsal,Hora de salida'])
      expect(startListIn(`${head}\n1,14:03:30`, 's')).toMatchObject({
        ok: true,
        value: { rows: [{ clockS: 50_610 }] },
      });
    expect(startListIn('Rugnummer\tVertrektijd\n1\t14:03:30', 's')).toMatchObject({ ok: true });
  });

  it('are kits, by the code of a team or its name', () => {
    const kits = kitsIn('Équipe;Couleur 1;Couleur 2\nT01;#112233;445566\nTeam 2;#ABC;\n', 'kits.csv');
    expect(kits).toEqual({
      ok: true,
      value: { teams: { T01: ['#112233', '#445566'], 'Team 2': ['#aabbcc', '#aabbcc'] } },
    });
    const papers = sheet();
    const { code, name } = papers.teams[1]!;
    expect(kitsByCode(papers, { teams: { [name.toUpperCase()]: null, X: null } })).toEqual({
      teams: { [code]: null, X: null },
    });
  });

  it.each([
    ['team,color 1\nABC,red\n', 'kits.csv, line 2: "red" is no colour; write one as "#1a2b3c".'],
    ['team,color 1\nABC,#123\nABC,#123\n', 'kits.csv, line 3: the team ABC is there twice; leave one out.'],
    ['team,color 1\n,#123\n', 'kits.csv, line 2: it names no team.'],
    [
      'team,jersey\nABC,#123\n',
      'kits.csv has no columns team or code, color 1 and color 2: name them in a line above its rows.',
    ],
  ])('are no kits, in a sentence: %j', (text, error) => {
    expect(kitsIn(text, 'kits.csv')).toEqual({ ok: false, error });
  });
});
