import type { Team } from '../../race/sheet.ts';

/** Three letters of a team's name; with a number behind them where another team has them. */
export function teamCode(name: string, teams: ReadonlyMap<string, Team>): string {
  const letters =
    name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 3)
      .toUpperCase() || 'TEA';
  const taken = new Set([...teams.values()].map(({ code }) => code));
  let code = letters;
  for (let n = 2; taken.has(code); n += 1) code = `${letters.slice(0, 2)}${n}`;
  return code;
}
