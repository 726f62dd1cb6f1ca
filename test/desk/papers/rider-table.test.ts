import { describe, expect, it } from 'vitest';
import { riderTable } from '../../../src/desk/papers/rider-table.ts';

describe('a start list', () => {
  it('is riders and their teams', () => {
    const list = riderTable(
      'bib;family;given;team;nation;born\n1;Šafránek;Ana;Moravia Velo;CZE;2003-02-01\n2;Peña;Luis;Morava;ESP;\n3;Kowalski;;;;1999\n',
      'list.csv',
    );
    expect(list).toMatchObject({ ok: true, value: { doubts: [] } });
    if (!list.ok) return;
    expect([...list.value.riders.values()]).toEqual([
      { bib: '1', family: 'Šafránek', given: 'Ana', team: 'MOR', nation: 'CZE', born: '2003-02-01' },
      { bib: '2', family: 'Peña', given: 'Luis', team: 'MO2', nation: 'ESP', born: null },
      { bib: '3', family: 'Kowalski', given: '', team: '', nation: '', born: null },
    ]);
    expect(list.value.teams.map(({ code, name }) => `${code} ${name}`)).toEqual(['MOR Moravia Velo', 'MO2 Morava']);
  });

  it('is read in Portuguese, and with the dates of Spain', () => {
    for (const head of [
      'Dorsal;Apelido;Nome;Equipa;País;Data de nascimento',
      'Dorsal;Apellidos;Nombre;Equipo;País;Fecha nacimiento',
    ]) {
      const list = riderTable(`${head}\n1;Peña;Rui;Morava;Alemanha;28/02/2003\n`, 'list.csv');
      expect(list.ok && [...list.value.riders.values()]).toEqual([
        { bib: '1', family: 'Peña', given: 'Rui', team: 'MOR', nation: 'GER', born: '2003-02-28' },
      ]);
    }
  });

  it('leaves out what it cannot read, and says where', () => {
    const list = riderTable('bib,family\n1,A\n1,B\n,C\n2,"D"x"\n', 'list.csv');
    expect(list).toMatchObject({
      ok: true,
      value: {
        doubts: [
          'list.csv, line 5: a quote stands amid a cell in quotes, or is not closed; it was left out',
          'list.csv, line 3: number 1 is there twice; it was left out',
          'list.csv, line 4: "" is no number of a rider; it was left out',
        ],
      },
    });
  });

  it.each(['', 'bib,team\n1,A\n', 'bib,family\n'])('is none without its columns or riders: %j', (text) => {
    const list = riderTable(text, 'list.csv');
    expect(list).toMatchObject({ ok: false, error: expect.stringMatching(/^list\.csv.*bib.*family.*\.$/) });
  });
});
