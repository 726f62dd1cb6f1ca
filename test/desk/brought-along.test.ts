import { expect, it } from 'vitest';
import { withBroughtAlong } from '../../src/desk/brought-along.ts';
import { madeCircuit } from '../../src/desk/course/made-circuit.ts';
import { course, sheet } from '../support/race.ts';

it('says the road that the desk goes by, and each other one', () => {
  const roads = [
    course(),
    course(),
    course({
      lengthKm: 90,
      line: course()
        .line.slice(0, 91)
        .map((p) => ({ ...p, altitudeM: null })),
    }),
  ];
  const parse = () => ({ events: [{ kind: 'sheet' as const, sheet: sheet({ course: roads.shift()! }) }], faults: [] });
  const said: string[] = [];
  const reader = withBroughtAlong(
    () => parse,
    {},
    (road) => said.push(road),
  );
  const input = { feed: 'f', topic: 't', text: '' };
  reader()(input);
  reader()(input);
  reader()(input);
  expect(said).toEqual([
    'Road: 110.00 km, 600 m of climbing, 1 climb: km 110.0 (99.8-110.0 km, 5.9 %).',
    expect.stringMatching(/^Road: 90\.00 km/),
  ]);
});

it('says once that the road was made of the length of a lap, unless one is brought along', () => {
  const event = { kind: 'sheet', sheet: sheet({ course: madeCircuit(900, 40) }), isRoadMade: true } as const;
  const said = (own: Parameters<typeof withBroughtAlong>[1]) => {
    const read = withBroughtAlong(
      () => () => ({ events: [event], faults: [] }),
      own,
      () => {},
    )();
    const input = { feed: 'f', topic: 't', text: '' };
    return [read(input), read(input)].flatMap(({ faults }) => faults);
  };
  expect(said({})).toEqual([expect.stringMatching(/^nobody gives the road[^\n]*--course/)]);
  expect(said({ course: course() })).toEqual([]);
});
