import type { Team } from '../../race/sheet.ts';
import { folded } from '../tables/folded.ts';

interface NamedTeams {
  readonly teams: readonly Team[];
  /** The code of a team by its name, or by its code. */
  readonly codeOf: (name: string) => string;
}

/** Teams as the rows of a table name them, each once; "" is no name and no code. One without a code gets one. */
export function teamsNamed(named: readonly { readonly name: string; readonly code: string }[]): NamedTeams {
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  const add = (name: string, code: string): void => {
    codes.set(folded(name), code);
    names.set(code, name);
  };
  const isNew = (name: string): boolean => name !== '' && !codes.has(folded(name));
  for (const { name, code } of named) {
    const own = code.toUpperCase();
    if (own !== '' && !names.has(own) && (isNew(name) || name === '')) add(name || own, own);
  }
  for (const { name } of named) if (isNew(name)) add(name, newCode(name, new Set(names.keys())));
  const teams = [...names].map(([code, name]) => ({ code, name, nation: '', colors: null }));
  const codeOf = (name: string): string =>
    name === '' ? '' : (codes.get(folded(name)) ?? (names.has(name.toUpperCase()) ? name.toUpperCase() : ''));
  return { teams, codeOf };
}

/** Three letters of a team's name; with a number behind them where another team has them. */
function newCode(name: string, taken: ReadonlySet<string>): string {
  const letters =
    name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 3)
      .toUpperCase() || 'TEA';
  let code = letters;
  for (let n = 2; taken.has(code); n += 1) code = `${letters.slice(0, 2)}${n}`;
  return code;
}
