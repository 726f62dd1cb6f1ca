/** Lowest bib, code, name, IOC nation, colour on a dark plate. No company stands behind these names. */
export type TeamEntry = readonly [number, string, string, string, string];

export const TEAMS: readonly TeamEntry[] = [
  [1, 'CIM', 'Cimarosa–Ferraglia', 'ITA', '#3fa7ff'],
  [11, 'TER', 'Banco Terral', 'ESP', '#ff8c1a'],
  [21, 'STW', 'Steinadler Werke', 'GER', '#f2f2f2'],
  [31, 'KEV', 'Kestrel & Vale', 'GBR', '#b8f02a'],
  [41, 'MOL', 'Molenwiek Pro Cycling', 'NED', '#ff6a4d'],
  [51, 'ARC', 'Ardent–Chaumière', 'FRA', '#7d8cff'],
  [61, 'HER', 'Brasserie du Hérisson', 'BEL', '#c9a227'],
  [71, 'NOK', 'Nordavind Kraft', 'NOR', '#ff4d79'],
  [81, 'QUI', 'Café Quindiana', 'COL', '#ffe14d'],
  [91, 'KLS', 'Klitmøller Sejl', 'DEN', '#ffb3d1'],
  [101, 'RUP', 'Rütimatt Präzision', 'SUI', '#f23030'],
  [111, 'SFL', 'Southern Fleece', 'AUS', '#2ee6a8'],
  [121, 'RWT', 'Redwood Transit', 'USA', '#c77b4a'],
  [131, 'JDM', 'Jadran Maritime', 'SLO', '#35d7f0'],
  [141, 'LUM', 'Lumen Sud', 'FRA', '#d9b3ff'],
  [151, 'VDM', 'Vinhas do Minho', 'POR', '#d0508a'],
  [161, 'DIL', 'Dilmun Pro Team', 'BRN', '#cfc6a8'],
  [171, 'SKC', 'Sokolí Cyklo', 'CZE', '#a366ff'],
  [181, 'KMD', 'Cidrerie Kermadour', 'FRA', '#7fcf4a'],
  [191, 'HYD', 'Hayate Denki', 'JPN', '#ff5fd2'],
  [201, 'ALC', 'Alcaudón–Sierra Alta', 'ESP', '#1fbf6b'],
  [211, 'BBK', 'Bursztyn Bałtyk', 'POL', '#ffb37a'],
];
