import { describe, expect, it } from 'vitest';
import { afterDesk, afterWord, keepsClean, noPanic, type Panic } from '../../src/host/panic.ts';
import { emptyShow, type Items, type Show } from '../../src/show/show.ts';
import { parsePanicWord } from '../../src/wire/panic-word.ts';
import { fakeLink } from '../control/fake-link.ts';

const onAir = (): Items => ({ flash: { overlay: 'position-tower', params: {}, step: 0 } });
const at = (connection: 'live' | 'lost', show: Partial<Show>) =>
  fakeLink({ connection, show: { ...emptyShow, program: onAir(), ...show } }).replica();
const panicked = (replica: ReturnType<typeof at>): Panic => afterWord(noPanic, { do: 'panic' }, replica);

describe('a page that hears a panic beside the desk', () => {
  it('is clean with the desk dead, and stays so when the desk is back and knows nothing of it', () => {
    const dead = at('lost', {});
    expect(keepsClean(noPanic, dead)).toBe(false);
    expect(keepsClean(panicked(dead), dead)).toBe(true);
    const back = at('live', {});
    expect(keepsClean(afterDesk(panicked(dead), back), back)).toBe(true);
  });

  it('follows the desk again once that says itself that the picture is latched', () => {
    const latched = at('live', { program: {}, latched: true });
    const ruled = afterDesk(panicked(at('lost', {})), latched);
    expect(ruled).toEqual(noPanic);
    const taken = at('live', {});
    expect(keepsClean(afterDesk(ruled, taken), taken)).toBe(false);
  });

  it('is not held by a word that comes after the desk has latched', () => {
    const latched = at('live', { program: {}, latched: true });
    expect(panicked(latched)).toEqual(noPanic);
    expect(panicked({ ...latched, connection: 'lost' })).not.toEqual(noPanic);
  });

  it('is free after the release, but brings nothing back that stood there before', () => {
    const dead = at('lost', {});
    const released = afterWord(panicked(dead), { do: 'release' }, dead);
    expect(keepsClean(released, dead)).toBe(true);
    const spoken = at('live', {});
    expect(keepsClean(afterDesk(released, spoken), spoken)).toBe(false);
  });
});

it('hears two words on the channel, and nothing else', () => {
  expect(parsePanicWord({ do: 'panic', more: 1 })).toEqual({ do: 'panic' });
  expect(parsePanicWord({ do: 'release' })).toEqual({ do: 'release' });
  for (const junk of [null, undefined, 'panic', 1, {}, { do: 'take' }, []]) expect(parsePanicWord(junk)).toBeNull();
});
