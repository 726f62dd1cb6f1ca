import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type More, pagesOf } from '../../../src/race/listing/pages.ts';
import { ROWS_ALWAYS, rowsWithin, TALLEST } from '../../../src/race/listing/room.ts';

interface Letter {
  readonly rank: number;
  readonly block: string;
  readonly isAlone: boolean;
}

/** Riders in order; a capital stands for himself. */
const spots = (blocks: string): Letter[] =>
  [...blocks].map((block, i) => ({ rank: i + 1, block, isAlone: block !== block.toLowerCase() }));
/** Each rider as the letter of his block, `+7` for seven more. */
const said = (page: readonly (Letter | More<Letter>)[]) =>
  page.map((line) => ('left' in line ? `+${line.left}` : line.block)).join(' ');
const folded = (blocks: string) => pagesOf(spots(blocks), { groups: 'fold', rows: ROWS_ALWAYS }).map(said);

describe('a page of groups', () => {
  it('has of each its first four names, and how many more ride in it', () => {
    expect(folded('aaaaaaabbbbbbbbb')).toEqual(['a a a a +3 b b b b +5']);
  });

  it('names the fifth: a row that counts one says less than his name', () => {
    expect(folded('aaaab')).toEqual(['a a a a b']);
    expect(folded('aaaaa')).toEqual(['a a a a a']);
    expect(folded('aaaaaa')).toEqual(['a a a a +2']);
  });

  it('names all who stand for themselves', () => {
    expect(folded('RRRRRRaaaaaa')).toEqual(['R R R R R R a a a +3']);
    expect(folded('RRRRRRRRRRRR')).toEqual(['R R R R R R R R R R', 'R R']);
    expect(folded('')).toEqual([]);
  });

  it('counts a block where it is, not where it is again', () => {
    expect(folded('aaaaaabaaaaaa')).toEqual(['a a a a +2 b a a a +3']);
  });

  it('that ends inside a group names fewer of it, one at least, and counts the rest', () => {
    expect(folded('aaaaabbbcccccccccccc')).toEqual(['a a a a a b b b c +11']);
    expect(folded('aaaaabbbccd')).toEqual(['a a a a a b b b c c', 'd']);
    expect(folded('aaaaabbbccccc')).toEqual(['a a a a a b b b c +4']);
  });

  it('has no room for a group of several in one row: it begins the next page, with its gap', () => {
    expect(folded('aaaaabbbbccccccc')).toEqual(['a a a a a b b b b', 'c c c c +3']);
    expect(folded('aaaaabbbbc')).toEqual(['a a a a a b b b b c']);
  });
});

describe('a page of all', () => {
  it('is so many riders, whatever groups they are in', () => {
    expect(pagesOf(spots('aaaaaaabbbbbbbbb'), { groups: 'all', rows: ROWS_ALWAYS }).map(said)).toEqual([
      'a a a a a a a b b b',
      'b b b b b b',
    ]);
  });
});

describe('a tall page', () => {
  it('has as many as are asked for, or as there is room for with what the picture shows between groups', () => {
    const lengths = (blocks: string, rows: number) =>
      pagesOf(spots(blocks), { groups: 'all', rows }).map(({ length }) => length);
    expect(lengths('a'.repeat(40), 16)).toEqual([16, 16, 8]);
    expect(lengths('a'.repeat(40), 18)).toEqual([16, 16, 8]);
    expect(lengths('a'.repeat(40), 12)).toEqual([12, 12, 12, 4]);
    expect(lengths('abcdefghijklmnopqrstuvwxyz', 16)).toEqual([15, 11]);
  });
});

describe('the laws of pages', () => {
  const run = fc.record({ size: fc.integer({ min: 1, max: 120 }), isAlone: fc.boolean() });
  const field = fc.array(run, { minLength: 1, maxLength: 60 }).map((runs) =>
    runs
      .flatMap(({ size, isAlone }, i) => Array.from({ length: size }, () => ({ block: `${i % 7}`, isAlone })))
      .slice(0, 200)
      .map((one, i): Letter => ({ ...one, rank: i + 1 })),
  );

  const params = fc.record({ groups: fc.constantFrom('fold', 'all'), rows: fc.integer({ min: 5, max: 18 }) });

  it('each rider is on exactly one page, by his name or among those counted below his group', () => {
    fc.assert(
      fc.property(field, params, (all, asked) => {
        let next = 1;
        for (const line of pagesOf(all, asked).flat())
          if ('left' in line) {
            expect(
              all.slice(line.of.rank - 1, next + line.left - 1).every(({ block }) => block === line.of.block),
            ).toBe(true);
            next += line.left;
          } else expect(line.rank).toBe(next++);
        expect(next).toBe(all.length + 1);
      }),
    );
  });

  it('none is empty or longer than its rows, and each begins with a name', () => {
    fc.assert(
      fc.property(field, params, (all, asked) => {
        for (const page of pagesOf(all, asked)) {
          const blocks = page.map((line) => ('left' in line ? line.of : line));
          expect(page.length).toBeLessThanOrEqual(asked.rows);
          expect(rowsWithin(blocks, TALLEST)).toBe(page.length);
          expect(page[0]).toHaveProperty('rank');
        }
      }),
    );
  });

  it('none ends before it must: what begins the next one has no room on it', () => {
    fc.assert(
      fc.property(field, params, (all, asked) => {
        const pages = pagesOf(all, asked);
        const least = Math.min(asked.rows, 15) - (asked.groups === 'fold' ? 1 : 0);
        for (const page of pages.slice(0, -1)) expect(page.length).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('nobody who stands for himself is counted only', () => {
    fc.assert(
      fc.property(field, params, (all, asked) => {
        const named = pagesOf(all, asked)
          .flat()
          .filter((line) => 'rank' in line && line.isAlone);
        expect(named).toHaveLength(all.filter(({ isAlone }) => isAlone).length);
      }),
    );
  });
});
