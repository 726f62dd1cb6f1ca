import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../src/desk/manifests.ts';
import { type Link, openLink } from '../../src/host/link.ts';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import type { Manifest } from '../../src/show/manifest.ts';
import { itemOf } from '../../src/show/show.ts';
import type { Answer } from '../../src/wire/protocol.ts';
import { emptyFolder, freePort, startDesk } from '../support/desk.ts';
import { recording } from '../support/recording.ts';
import { plainTapes } from '../support/tapes.ts';
import { wait } from './browser.ts';

const KILLS = 100;
/** It is killed so long after two hands have begun, or up to so much longer. */
const AFTER_MS = 150;
const SPREAD_MS = 500;
/** A desk that is taken up again is itself within this. */
const BACK_MS = 20_000;

/** What a hand asks, and how it is found again: on the tape, and in what the desk says after the kill. */
interface Asked {
  readonly ask: (link: Link, mark: number) => Promise<Answer>;
  readonly onTape: (mark: number) => string;
  /** The newest mark that a desk knows; where it keeps all of them there is none to compare. */
  readonly newest?: (link: Link) => number;
}

const linesOf = ({ params }: Manifest) => Object.keys(params).filter((name) => params[name]!.type === 'text');
/** A graphic on which a hand may write, and where. */
const written = [...(await readManifests('overlays')).values()].find((one) => linesOf(one).length > 0)!;
const line = linesOf(written).at(-1)!;

const markIn = (text: unknown): number => Number(/Q(\d+)Q/.exec(String(text))?.[1] ?? -1);
const sign = (mark: number): string => `Q${mark}Q`;

const asked: readonly Asked[] = [
  {
    ask: (link, mark) => link.tell(sayOf(link.replica().race!, 'rider/1/family', sign(mark))),
    onTape: sign,
    newest: (link) => markIn(link.replica().race!.overrides[0]?.value),
  },
  {
    ask: (link, s) => {
      const told = { bibs: ['3', '4'], gap: { s, to: 'peloton' }, km: null } as const;
      return link.tell({ kind: 'slate-line', atMs: link.replica().race!.atMs, id: null, told });
    },
    onTape: (s) => `\\"gap\\":{\\"s\\":${s},`,
    newest: (link) => link.replica().race!.slate[0]?.gap?.s ?? -1,
  },
  {
    ask: (link, mark) => link.command({ do: 'take-direct', overlay: written.id, params: { [line]: sign(mark) } }),
    onTape: sign,
    newest: (link) => markIn(itemOf(link.replica().show.program, written.id)?.params[line]),
  },
  {
    ask: (link, mark) => {
      const { name, items } = link.replica().rundowns.chosen;
      const item = { overlay: written.id, title: sign(mark) };
      return items.length < 20
        ? link.edit({ do: 'add', to: name, item })
        : link.edit({ do: 'edit', id: items.at(-1)!.id, item: { title: sign(mark) } });
    },
    onTape: sign,
    newest: (link) => Math.max(...link.replica().rundowns.chosen.items.map(({ title }) => markIn(title))),
  },
];

/**
 * A real desk, killed again and again while two controls ask as fast as it answers. What it has acknowledged and is not on
 * the tape is `lost`; a desk that comes back with an older word than the newest acknowledged, without what undo would take
 * back, or without who said what stands, is `wrong`.
 */
export async function killsBench() {
  const folder = await emptyFolder();
  const [tapes, port] = [join(folder, 'tapes'), await freePort()];
  const file = join(folder, 'stage.json');
  writeFileSync(file, recording({ riders: 12, seconds: 20_000, every: 1 }));
  const begin = () => startDesk({ port, tapes, args: ['--feed', `replay:${file}`, '--speed', '4'] });
  const counted = { kills: 0, asked: 0, acknowledged: 0, lost: 0, wrong: 0 };
  const newest: number[] = asked.map(() => -1);
  let mark = 0;
  let desk = await begin();
  const links = ['program', 'control', 'control'].map((role) => openLink(role, { url: `http://127.0.0.1:${port}` }));
  const [, ...controls] = links;
  const isBack = () =>
    links.every((link) => link.replica().connection === 'live') && controls.every((link) => link.replica().race);
  await soon(isBack);

  for (; counted.kills < KILLS; counted.kills += 1) {
    let stop = false;
    const acknowledged: string[] = [];
    const hand = async (link: Link) => {
      while (!stop) {
        mark += 1;
        const [its, kind] = [mark, mark % asked.length];
        counted.asked += 1;
        if (!(await asked[kind]!.ask(link, its)).ok) continue;
        counted.acknowledged += 1;
        acknowledged.push(asked[kind]!.onTape(its));
        newest[kind] = Math.max(newest[kind]!, its);
      }
    };
    const hands = controls.map(hand);
    await wait(AFTER_MS + Math.random() * SPREAD_MS);
    const killed = desk.kill('SIGKILL');
    stop = true;
    await killed;
    const told = [...acknowledged];
    const tape = plainTapes(tapes);
    counted.lost += told.filter((its) => !tape.includes(its)).length;
    desk = await begin();
    await Promise.all(hands);
    const isRight = () =>
      isBack() &&
      controls.every((link) => asked.every(({ newest: of }, kind) => (of?.(link) ?? 0) >= newest[kind]!)) &&
      controls.every((link) => link.replica().changes.undo !== null && isSigned(link));
    if (!(await soon(isRight))) counted.wrong += 1;
  }
  for (const link of links) link.close();
  await desk.kill('SIGINT');
  return counted;
}

const isSigned = (link: Link): boolean => {
  const { race, authors } = link.replica();
  return race!.overrides.every(({ path }) => authors[path]) && race!.slate.every(({ id }) => authors[id]);
};

/** Whether it is so within the time. */
async function soon(isSo: () => unknown): Promise<boolean> {
  const untilMs = performance.now() + BACK_MS;
  while (!isSo()) {
    if (performance.now() > untilMs) return false;
    await wait(20);
  }
  return true;
}
