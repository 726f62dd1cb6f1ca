import { describe, expect, it } from 'vitest';
import {
  firstSight,
  REACTION_MS,
  type Sight,
  seenShow,
  withAnswer,
  withQuestion,
  withShow,
} from '../../../src/control/rundown/sight.ts';
import { apply } from '../../../src/show/apply.ts';
import type { Command } from '../../../src/show/command.ts';
import { emptyShow } from '../../../src/show/show.ts';
import { ticker, tower } from '../manifests.ts';

const take = ({ id, layer }: typeof tower): Command => ({ do: 'take-direct', overlay: id, layer, params: {} });
const onAir = (sight: Sight, atMs: number) =>
  Object.values(seenShow(sight, atMs).program)
    .map(({ overlay }) => overlay)
    .sort();
const others = apply(emptyShow, take(tower));

describe('what an operator has seen', () => {
  it('is what was there when the page came in', () => {
    expect(seenShow(firstSight(others), 0)).toBe(others);
  });

  it('is the change of somebody else once it has stood for a human reaction', () => {
    const sight = withShow(firstSight(emptyShow), others, 1000);
    expect(onAir(sight, 1000 + REACTION_MS - 1)).toEqual([]);
    expect(onAir(sight, 1000 + REACTION_MS)).toEqual(['position-tower']);
  });

  it('is the newest that stood long enough, however many came after it', () => {
    let sight = withShow(firstSight(emptyShow), others, 0);
    for (let atMs = 50; atMs <= 800; atMs += 50) sight = withShow(sight, atMs % 100 ? emptyShow : others, atMs);
    expect(onAir(sight, 800)).toEqual(['position-tower']);
    expect(onAir(sight, 850)).toEqual([]);
    expect(sight.shows.length).toBeLessThan(12);
  });

  it('has one’s own commands at once, and keeps them while the desk tells of others', () => {
    let sight = withQuestion(firstSight(emptyShow), take(ticker));
    expect(onAir(sight, 0)).toEqual(['gap-ticker']);
    sight = withShow(sight, others, 10);
    expect(onAir(sight, 20)).toEqual(['gap-ticker']);
    expect(onAir(sight, 10 + REACTION_MS)).toEqual(['gap-ticker', 'position-tower']);
  });

  it('is the desk’s own show again, at once, where the desk refused', () => {
    const command = take(ticker);
    const sight = withAnswer(withQuestion(firstSight(emptyShow), command), command, false, emptyShow);
    expect(onAir(sight, 0)).toEqual([]);
    const second = take(tower);
    const two = withQuestion(withQuestion(firstSight(emptyShow), command), second);
    expect(onAir(withAnswer(two, command, false, emptyShow), 0)).toEqual(['position-tower']);
  });

  it('forgets a command that was done: what somebody else then undoes is undone', () => {
    const command = take(tower);
    const done = withAnswer(withQuestion(firstSight(emptyShow), command), command, true, others);
    expect(onAir(withShow(done, emptyShow, 100), 100 + REACTION_MS)).toEqual([]);
  });
});
