import { describe, expect, it } from 'vitest';
import type { CommandField, RemoteCommand } from '../../../src/desk/doors/remote/command-shape.ts';
import { otherWords, remoteCommands } from '../../../src/desk/doors/remote/commands.ts';
import { readAsk } from '../../../src/desk/doors/remote/read-ask.ts';
import { whyNotAsk } from '../../../src/desk/doors/why-not.ts';
import { type Command, cleans } from '../../../src/show/command.ts';
import { complete } from '../../../src/show/complete.ts';
import { trespass } from '../../../src/show/owners.ts';
import { emptyShow, type Show } from '../../../src/show/show.ts';
import { nothingCounted } from '../../../src/show/steps.ts';
import { foldUndoable, neverChanged, type Undoable } from '../../../src/show/undo.ts';
import { manifest as gaps } from '../../support/small-desk.ts';
import { strap as oneStep } from './remote/two-graphics.ts';

const strap = { ...oneStep, steps: 3 };
const all = [gaps, strap];
const manifests = new Map(all.map((one) => [one.id, one]));
const facts = { manifests, counts: nothingCounted };

function told(kept: Undoable, author: string, asks: readonly object[]): Undoable {
  return asks.reduce<Undoable>((held, ask) => {
    const completed = complete(ask, { ...facts, show: held.show, author });
    if (!completed.ok) throw new Error(completed.error);
    return foldUndoable(held, completed.value, facts);
  }, kept);
}

/** The strap is Ana's: on air in its second step, and cued with another rider. */
const anas = told(neverChanged(emptyShow), 'Ana', [
  { do: 'take-direct', overlay: gaps.id },
  { do: 'claim', layer: strap.layer },
  { do: 'take-direct', overlay: strap.id },
  { do: 'next', overlay: strap.id },
  { do: 'cue', overlay: strap.id, params: { bib: '7' } },
]);
const situations = { 'on air': anas, 'taken back by her': told(anas, 'Ana', [{ do: 'undo' }, { do: 'undo' }]) };

/** What the table says of the show; the rest is said of the race. */
const ofShow = remoteCommands.filter(({ name }) => !Object.hasOwn(otherWords, name));

/** Every call that its fields allow here. */
function callsOf({ fields, takesParams }: RemoteCommand): URLSearchParams[] {
  const wordsOf = ({ name, type, choices, min, required }: CommandField): readonly (string | null)[] => {
    if (type === 'overlay') return [...manifests.keys()];
    if (type === 'item' || name === 'bank') return [null];
    const said = choices ?? [type === 'number' ? String((min ?? 0) + 9) : '120'];
    return required ? said : [null, ...said];
  };
  let calls: Record<string, string>[] = [{}];
  for (const field of fields)
    calls = calls.flatMap((call) =>
      wordsOf(field).map((word) => (word === null ? call : { ...call, [field.name]: word })),
    );
  const valued = calls.map((call) => (call.overlay === strap.id ? { ...call, bib: '9' } : { ...call, groups: '3' }));
  return [...calls, ...(takesParams ? valued : [])].map((call) => new URLSearchParams(call));
}

/** A command of the show as Ben asks it; null where it is none, or is refused for another reason. */
function bens(command: RemoteCommand, said: URLSearchParams, { show }: Undoable): Command | null {
  const ask = readAsk(command, said, { manifests, rundown: { name: '', items: [] }, show: () => show });
  const completed = ask.ok ? complete(ask.value, { ...facts, show, author: 'Ben' }) : ask;
  return completed.ok ? completed.value : null;
}

const hers = ({ program, preview, owners }: Show) => [program.strap, preview.strap, owners.strap];

describe.each(Object.entries(situations))('a layer of Ana, %s', (_, kept) => {
  it.each(ofShow.map((command) => [command.name, command] as const))(
    'is changed by "%s" of Ben only where it cleans the picture, or is for engineers',
    (name, command) => {
      const mayTouch = whyNotAsk('operator', name) !== null;
      for (const call of callsOf(command)) {
        const told = bens(command, call, kept);
        if (!told) continue;
        const { show } = foldUndoable(kept, told, facts);
        const refused = trespass(kept.show, show, told, 'Ben');
        const isSame = JSON.stringify(hers(show)) === JSON.stringify(hers(kept.show));
        const what = `${name}?${call}`;
        const holdsHers = told.do === 'hold' && told.overlay === kept.show.program.strap?.overlay;
        if (holdsHers) expect(refused, `${what} would keep hers on air`).toBe(strap.layer);
        else if (isSame) expect(refused, `${what} leaves hers alone, and is done`).toBeNull();
        else if (told.do !== 'out' && cleans(told)) expect(refused, `${what} cleans`).toBeNull();
        else if (!mayTouch) expect(refused, `${what} would change hers`).toBe(strap.layer);
      }
    },
  );
});

it('each command of the table can be asked here, and those that would change what is hers are known', () => {
  const asked = new Set<string>();
  const refused = new Set<string>();
  for (const command of ofShow)
    for (const kept of Object.values(situations))
      for (const call of callsOf(command)) {
        const told = bens(command, call, kept);
        if (!told) continue;
        asked.add(command.name);
        const { show } = foldUndoable(kept, told, facts);
        if (trespass(kept.show, show, told, 'Ben') !== null) refused.add(command.name);
      }
  expect([...asked].sort()).toEqual(ofShow.map(({ name }) => name).sort());
  const onHers = ['cue', 'uncue', 'take-direct', 'toggle', 'out', 'hold', 'set', 'next', 'previous', 'undo', 'redo'];
  expect([...refused].sort()).toEqual(onHers.sort());
});
