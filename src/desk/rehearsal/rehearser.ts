import { type ChildProcess, fork } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Rehearsal } from '../../wire/crew/tapes.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import type { Arguments } from '../arguments.ts';
import type { Notices } from '../notices.ts';
import { RUNDOWNS_FILE } from '../rundown/kept-file.ts';
import { ASK_PAGES, HANDED } from '../site/handed.ts';
import type { PageFile } from '../site/page-file.ts';
import { tokenFileIn } from '../tokens/token-file.ts';
import { freePortFrom } from './free-port.ts';

/**
 * A tape is rehearsed by a second desk, in a process of its own that ends with this one however that ends: nothing of it
 * can touch what is on air. It has this desk's rundowns as they are now, its themes, its pages, and a folder of its own.
 */
export interface Rehearser {
  now(): Rehearsal | null;
  /** One at a time: the one before ends. */
  begin(file: string, path: string): Result<null>;
  end(): void;
}

interface RehearserOptions {
  readonly args: Pick<
    Arguments,
    'host' | 'tapes' | 'themes' | 'allowHost' | 'tokens' | 'behindProxy' | 'tlsCert' | 'tlsKey'
  >;
  /** Of this desk. */
  readonly port: number;
  /** Null while there are none: then it makes its own. */
  readonly pages: () => readonly PageFile[] | null;
  readonly notices: Notices;
}

interface Current {
  readonly file: string;
  port: number | null;
  child: ChildProcess | null;
}

/** Of the program that a desk is. */
const MAIN = join(import.meta.dirname, '../main.ts');
/** It gives way to the desk on air. */
const NICE = 10;

export function createRehearser({ args, port, pages, notices }: RehearserOptions): Rehearser {
  let current: Current | null = null;
  const folder = join(args.tapes, 'rehearsals');
  const end = () => {
    current?.child?.kill('SIGINT');
    current = null;
  };

  const begin = (one: Current, path: string, asked: number): void => {
    const site = pages();
    const named = args.allowHost.flatMap((name) => ['--allow-host', name]);
    const looks = args.themes === null ? [] : ['--themes', args.themes];
    const built = site === null ? [] : ['--pages', HANDED];
    const place = ['--host', args.host, '--port', String(asked), '--tape', folder, '--fresh'];
    const words = ['--feed', `replay:${path}`, ...place, ...named, ...doors(args), ...looks, ...built];
    const child = fork(MAIN, words, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    one.child = child;
    let said = '';
    child.stderr?.on('data', (data) => {
      said = `${said}${data}`.slice(-1000);
    });
    child.on('message', (told) => {
      if (told === ASK_PAGES) child.send([...(site ?? [])]);
      else if (typeof told === 'number') one.port = told;
    });
    child.once('error', (error) => {
      said = error.message;
    });
    child.once('close', (code) => {
      if (current !== one) return;
      current = null;
      const why = said.trim().split('\n').at(-1) || 'it did not say why';
      if (code !== 0) notices.add('warning', `The rehearsal of ${one.file} has ended: ${why}`);
    });
    try {
      if (child.pid !== undefined) setPriority(child.pid, NICE);
    } catch {
      // It is as important as we are, then.
    }
  };

  return {
    now: () => current && { file: current.file, port: current.port },
    begin(file, path) {
      end();
      try {
        mkdirSync(folder, { recursive: true });
        copyRundowns(args.tapes, folder);
      } catch (error) {
        return fail(`No rehearsal can begin (${error instanceof Error ? error.message : String(error)}).`);
      }
      const one: Current = { file, port: null, child: null };
      current = one;
      freePortFrom(args.host, port + 1).then((free) => current === one && begin(one, path, free));
      return ok(null);
    },
    end,
  };
}

/** Whoever may come to this desk may come to that one, and as safely. */
const doors = ({ tapes, tokens, behindProxy, tlsCert, tlsKey }: RehearserOptions['args']): readonly string[] => [
  ...['--tokens', tokens ?? tokenFileIn(tapes)],
  ...(behindProxy ? ['--behind-proxy'] : []),
  ...(tlsCert !== null && tlsKey !== null ? ['--tls-cert', tlsCert, '--tls-key', tlsKey] : []),
];

/** The same keys; where nobody has changed one, they are those of the house anyway. */
function copyRundowns(from: string, to: string): void {
  try {
    copyFileSync(join(from, RUNDOWNS_FILE), join(to, RUNDOWNS_FILE));
  } catch {
    // There are none yet.
  }
}
