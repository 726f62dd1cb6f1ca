/** Lowest bib, code, name, IOC nation, the two colours of the kit: the first is seen on a dark plate. No company stands behind these names. */
export type TeamEntry = readonly [number, string, string, string, string, string];

export const TEAMS: readonly TeamEntry[] = [
  [1, 'CIM', 'Cimarosa–Ferraglia', 'ITA', '#3fa7ff', '#f2f2f2'],
  [11, 'TER', 'Banco Terral', 'ESP', '#ff8c1a', '#5c2e91'],
  [21, 'STW', 'Steinadler Werke', 'GER', '#f2f2f2', '#1e9e8a'],
  [31, 'KEV', 'Kestrel & Vale', 'GBR', '#b8f02a', '#22313f'],
  [41, 'MOL', 'Molenwiek Pro Cycling', 'NED', '#ff6a4d', '#2b5fd9'],
  [51, 'ARC', 'Ardent–Chaumière', 'FRA', '#7d8cff', '#ff9f40'],
  [61, 'HER', 'Brasserie du Hérisson', 'BEL', '#c9a227', '#7a1f2b'],
  [71, 'NOK', 'Nordavind Kraft', 'NOR', '#ff4d79', '#1b2a6b'],
  [81, 'QUI', 'Café Quindiana', 'COL', '#ffe14d', '#8a4b1f'],
  [91, 'KLS', 'Klitmøller Sejl', 'DEN', '#ffb3d1', '#3d7ea6'],
  [101, 'RUP', 'Rütimatt Präzision', 'SUI', '#f23030', '#f2f2f2'],
  [111, 'SFL', 'Southern Fleece', 'AUS', '#2ee6a8', '#e0483e'],
  [121, 'RWT', 'Redwood Transit', 'USA', '#c77b4a', '#2f5d3a'],
  [131, 'JDM', 'Jadran Maritime', 'SLO', '#35d7f0', '#123c8c'],
  [141, 'LUM', 'Lumen Sud', 'FRA', '#d9b3ff', '#f5c518'],
  [151, 'VDM', 'Vinhas do Minho', 'POR', '#d0508a', '#1f7a4d'],
  [161, 'DIL', 'Dilmun Pro Team', 'BRN', '#cfc6a8', '#a01c3c'],
  [171, 'SKC', 'Sokolí Cyklo', 'CZE', '#a366ff', '#e8e337'],
  [181, 'KMD', 'Cidrerie Kermadour', 'FRA', '#7fcf4a', '#d93a2b'],
  [191, 'HYD', 'Hayate Denki', 'JPN', '#ff5fd2', '#232a34'],
  [201, 'ALC', 'Alcaudón–Sierra Alta', 'ESP', '#1fbf6b', '#f2e205'],
  [211, 'BBK', 'Bursztyn Bałtyk', 'POL', '#ffb37a', '#6b4423'],
];
