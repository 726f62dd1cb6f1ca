import type { Team } from '../../race/sheet.ts';

/** Teams of which only names are known, each once; "" is no team. `codeOf` gives the code of a name. */
export function teamsNamed(names: readonly string[]): {
  readonly teams: readonly Team[];
  readonly codeOf: (name: string) => string;
} {
  const codes = new Map<string, string>();
  for (const name of names)
    if (name !== '' && !codes.has(name)) codes.set(name, newCode(name, new Set(codes.values())));
  const teams = [...codes].map(([name, code]) => ({ code, name, nation: '', colors: null }));
  return { teams, codeOf: (name) => codes.get(name) ?? '' };
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
