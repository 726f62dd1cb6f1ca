import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenesses } from '../../../src/control/line/match.ts';
import { lineCommands } from '../../../src/control/line/table.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { tower } from '../manifests.ts';
import { deedOf, onRoad, read } from './facts.ts';

const show = { ...emptyShow, program: { flash: { overlay: tower.id, params: {}, step: 0 } } };

/** What is typed in a hurry: beginnings of what there is, and anything. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('out ', 'g1 ', 'g2 "', 'take', '31', '1', 'van d', 'o', '?', ' ', 'g9', 'out tow', 'Ł', "o'"),
  fc.tuple(fc.constantFrom('g', 'out ', '', '2'), fc.string({ maxLength: 4 })).map((parts) => parts.join('')),
);

describe('what is typed', () => {
  it('has one sentence, few matches, best first, and means the first that is not only offered', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, hasRace) => {
        const { matches, meant, sentence } = read(text, { show, ...(hasRace ? {} : { race: null }) });
        expect(sentence).toMatch(/\S[.]$/);
        // But for the list of all commands.
        expect(matches.length).toBeLessThanOrEqual(text.trim() === '?' ? lineCommands.length : 8);
        expect(new Set(matches.map((match) => match.text)).size).toBe(matches.length);
        const worth = matches.map(({ like }) => likenesses.indexOf(like));
        expect(worth).toEqual([...worth].sort((a, b) => a - b));
        expect(meant).toBe(matches.find(({ like }) => like !== 'offer') ?? null);
      }),
      { numRuns: 500 },
    );
  });

  it('is made by Tab a text that means the same', () => {
    for (const text of ['1', '20', 'van', 'a', 'g', 'g2', 'pos', 'tow', 'out t', 'ta', 'o', 'r', 'g2 “Group']) {
      for (const match of read(text, { show }).matches.filter(({ deed }) => deed?.do !== 'write'))
        expect(read(match.text, { show }).meant, `${text}: ${match.text}`).toMatchObject({ deed: match.deed });
    }
  });

  it('that is nothing says so, and names it', () => {
    expect(read('qqq').sentence).toBe('Nothing here is called "qqq"; ? lists every command.');
    expect(read('').meant).toBeNull();
  });

  it('does nothing without the desk, shows nothing as if it were known, and says why', () => {
    for (const text of ['31', 'g2 c', 'tower', 'out']) {
      expect(deedOf(text), text).not.toBeNull();
      expect(read(text, { live: false }), text).toMatchObject({
        meant: null,
        matches: [],
        sentence: 'The desk is not connected: only the panic works.',
      });
    }
  });
});

describe('the list of commands', () => {
  it('has every command with an example that the line understands', () => {
    const { matches, meant } = read('?');
    expect(meant).toBeNull();
    expect(matches.map(({ text }) => text)).toEqual(lineCommands.map(({ example }) => example));
    for (const { example, what, read: reads } of lineCommands) {
      expect(what).not.toBe('');
      const field = new Map([...onRoad.sheet.riders, ['31', { ...onRoad.sheet.riders.get('31')!, family: 'Pogačar' }]]);
      const race = { ...onRoad, sheet: { ...onRoad.sheet, riders: field } };
      const counted = race.groups;
      const found = reads(example, { ...readable, race, counted });
      expect(found.matches[0]?.like, example).not.toBe('offer');
      expect(found.matches, example).not.toEqual([]);
    }
  });
});

const readable = { manifests: [tower], show, live: true, params: () => ({}), outS: () => null };
