import type { KitColors, Rider, Team } from '../sheet.ts';
import type { Bib } from '../units.ts';

/** A fictional field for pictures: names as the world has them, teams of every colour. */
const names: readonly (readonly [given: string, family: string, nation: string])[] = [
  ['Mathis', 'Aubertin', 'FRA'],
  ['Wout', 'van der Hoeven', 'NED'],
  ['Tomaž', 'Križnar', 'SLO'],
  ['Íñigo', 'Echeverría Landa', 'ESP'],
  ['Søren', 'Østergård', 'DEN'],
  ['Jonas', 'Weiß', 'GER'],
  ['Luca', 'Bellandi', 'ITA'],
  ['Ciarán', "O'Rourke", 'IRL'],
  ['Santiago', 'Quintero', 'COL'],
  ['Callum', 'McAllister', 'GBR'],
  ['Jean-Baptiste', 'de la Roche-Montfort', 'FRA'],
  ['Łukasz', 'Wiśniewski', 'POL'],
  ['IJsbrand', 'IJzerman', 'NED'],
  ['Matěj', 'Dvořáček', 'CZE'],
  ['Emre', 'Çelik', 'TUR'],
  ['João', 'Figueiredo', 'POR'],
  ['Anders', 'Bråten', 'NOR'],
  ['Biniam', 'Tesfay', 'ERI'],
  ['Lenny', 'Roy', 'FRA'],
  ['Remco', 'Claes', 'BEL'],
];

const teams: readonly (readonly [code: string, colors: KitColors | null])[] = [
  ['ARD', ['#e03a2f', '#f2f2f2']],
  ['BLN', ['#1b4fd6', '#f08a1d']],
  ['COR', ['#f08a1d', '#2b2b2b']],
  ['DLT', ['#0d0d0d', '#c9a227']],
  ['EVR', ['#13a38b', '#13a38b']],
  ['FLM', ['#f4d21f', '#1b1b1b']],
  ['GRN', ['#3fae49', '#1b4fd6']],
  ['HEL', null],
];

/** Eight riders a team: bibs 1 to 8, 11 to 18 and so on. */
export function field(count: number): { teams: Team[]; riders: Map<Bib, Rider> } {
  const riders = Array.from({ length: count }, (_, i): [Bib, Rider] => {
    const bib = String(Math.floor(i / 8) * 10 + (i % 8) + 1);
    const [given, family, nation] = names[(i * 7) % names.length]!;
    const team = teams[Math.floor(i / 8) % teams.length]![0];
    return [bib, { bib, given, family, nation, team, born: null }];
  });
  return {
    teams: teams.map(([code, colors]) => ({ code, name: `Team ${code}`, nation: 'FRA', colors })),
    riders: new Map(riders),
  };
}
