/** Two races as playout systems send them. */
const riders = [
  { bib: '12', name: 'Mathis Aubertin', team: 'Team Slate', nation: 'FRA' },
  { bib: '54', name: 'Łukasz Żółć' },
];
const at = (kmToGo: number, gapS: number) =>
  JSON.stringify({
    stage: 'Stage 9',
    lengthKm: 168,
    kmToGo,
    elapsedS: 7200,
    groups: [{ bibs: ['12', '54'] }, { kind: 'peloton', riders: 92, gapS }],
    riders,
  });

/** What is sent to every graphic: fields of others are none of its business. */
export const onTheRoad = { race: at(42.3, 83), bib: '12', epochID: 1764300000, comment: 'AT&amp;T' };
export const nearTheFinish = { ...onTheRoad, race: at(2.6, 41) };

/** A race on the road, one near its finish, and that of a desk. */
export const told = (desk: string): readonly object[] => [onTheRoad, nearTheFinish, { desk, bib: '1' }];
