import { expect, it } from 'vitest';
import { forecastNotes } from '../../src/desk/forecast-notes.ts';
import { readTape } from '../../src/desk/tape/read.ts';
import type { Forecast } from '../../src/insight/forecast.ts';
import type { Outcome } from '../../src/insight/outcome.ts';

function noting() {
  const [made, matured]: [number[], number[]] = [[], []];
  const desk = { isFolding: false };
  const recorder = {
    forecast: ({ madeMs }: Forecast) => void made.push(madeMs),
    outcome: ({ madeMs }: Outcome) => void matured.push(madeMs),
  };
  const notes = forecastNotes(recorder, () => desk.isFolding);
  return {
    made,
    matured,
    desk,
    makes(...ms: number[]) {
      for (const madeMs of ms) notes.made({ madeMs } as Forecast);
    },
    comes(...ms: number[]) {
      for (const madeMs of ms) notes.matured({ madeMs } as Outcome);
    },
  };
}

it('each forecast goes on the tape when it is made, and what became of it when that is known', () => {
  const its = noting();
  its.makes(1, 1, 2);
  its.comes(1, 2);
  expect(its.made).toEqual([1, 1, 2]);
  expect(its.matured).toEqual([1, 2]);
});

it('what is folded or played once more is there already', () => {
  const its = noting();
  its.desk.isFolding = true;
  its.makes(1, 2);
  its.comes(1);
  its.desk.isFolding = false;
  its.makes(1, 3);
  its.comes(0, 2);
  its.makes(2, 4);
  expect(its.made).toEqual([3, 4]);
  expect(its.matured).toEqual([2]);
});

it('a tape with them is whole', () => {
  const lines = [
    '{"tape":2,"feed":"simulation","title":"A race","source":"simulation","startedAt":1}',
    '{"at":2,"forecast":{"id":"eta head finish"}}',
    '{"at":3,"outcome":{"kind":"gap"}}',
  ];
  const tape = readTape('race.tape', `${lines.join('\n')}\n`);
  expect(tape.ok && tape.value.broken).toBe(0);
  expect(tape.ok && tape.value.entries).toEqual([
    { at: 2, forecast: { id: 'eta head finish' } },
    { at: 3, outcome: { kind: 'gap' } },
  ]);
});
