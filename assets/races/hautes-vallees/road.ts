import type { ClimbCategory } from '../../../src/race/course/course.ts';

/**
 * A place that the road passes: name, latitude, longitude, road-book kilometre, and how long a bend is on the way to the
 * next place, in metres (a short one on a face of hairpins, a long one along a valley). Negative kilometres are neutral.
 */
export type RoadNode = readonly [name: string, lat: number, lon: number, km: number, bendM: number];

/** Public coordinates of real places; the road between them is wound so that its length is the figure. */
export const NODES: readonly RoadNode[] = [
  ['Bourg-Saint-Maurice', 45.6186, 6.7694, -6.4, 1800],
  ['Landry', 45.5767, 6.7264, 0, 1700],
  ['Aime', 45.5556, 6.6508, 7.5, 900],
  ['Macot', 45.5478, 6.6406, 9.5, 1000],
  ['Longefoy', 45.531, 6.6219, 16.1, 1300],
  ['Centron', 45.5225, 6.579, 23, 1600],
  ['Moûtiers', 45.4856, 6.5281, 31, 1700],
  ['Aigueblanche', 45.503, 6.501, 34.2, 1700],
  ['Notre-Dame-de-Briançon', 45.5375, 6.4717, 39, 1300],
  ['Madeleine, km 2', 45.527, 6.452, 41.2, 1300],
  ['Bonneval', 45.494, 6.45, 49, 1400],
  ['Celliers', 45.4722, 6.4111, 56, 1300],
  ['Col de la Madeleine', 45.4347, 6.3758, 64.3, 1300],
  ['Saint-François-Longchamp', 45.4128, 6.3594, 69, 1300],
  ['Saint-Martin-sur-la-Chambre', 45.369, 6.31, 81.5, 1100],
  ['La Chambre', 45.3606, 6.2989, 83.4, 1500],
  ['Saint-Étienne-de-Cuines', 45.3481, 6.2844, 85.2, 1200],
  ['Saint-Alban-des-Villards', 45.3155, 6.239, 94, 1500],
  ['Saint-Colomban-des-Villards', 45.2939, 6.2247, 97.2, 1500],
  ['Col du Glandon', 45.2397, 6.1747, 106.5, 1500],
  ["Combe d'Olle", 45.2289, 6.1406, 110, 1600],
  ["Barrage de Grand'Maison", 45.2067, 6.1178, 113.5, 1200],
  ['Défilé de Maupas', 45.2, 6.085, 117.5, 1500],
  ["Le Rivier-d'Allemond", 45.1872, 6.0539, 121, 1400],
  ['Allemond', 45.1306, 6.0403, 131, 1500],
  ['Rochetaillée', 45.1081, 6.0081, 135.7, 1900],
  ["Le Bourg-d'Oisans", 45.0556, 6.03, 143, 1200],
  ["Pied de l'Alpe", 45.064, 6.039, 144.2, 1250],
  ['La Garde', 45.0717, 6.0489, 147.4, 1250],
  ['Huez', 45.0817, 6.0606, 153.1, 1250],
  ["Alpe d'Huez", 45.0955, 6.072, 158, 0],
];

export interface ClimbFigures {
  readonly name: string;
  readonly category: ClimbCategory;
  readonly footKm: number;
  readonly lengthKm: number;
  readonly gradientPct: number;
  readonly altitudeM: number;
  /** Kilometre by kilometre from the foot; the last one is the rest of the length. */
  readonly gradientsPct: readonly number[];
}

/** Length, mean gradient and summit are the public figures; the kilometres between are drawn to add up to them. */
export const CLIMBS: readonly ClimbFigures[] = [
  {
    name: 'Côte de Longefoy',
    category: '2',
    footKm: 9.5,
    lengthKm: 6.6,
    gradientPct: 6.5,
    altitudeM: 1190,
    gradientsPct: [6.2, 7.1, 6.8, 5.9, 6.9, 6.6, 5.7],
  },
  {
    name: 'Col de la Madeleine',
    category: 'HC',
    footKm: 39,
    lengthKm: 25.3,
    gradientPct: 6.2,
    altitudeM: 2000,
    gradientsPct: [
      7.2, 8.1, 7.6, 7.9, 6.3, 4.6, 5.8, 3.1, 0.8, 3.6, 6.4, 7.9, 6.8, 4.2, 4, 6.1, 7, 7.6, 7.3, 5.9, 6.6, 8, 7.7, 7.8,
      7.1, 5,
    ],
  },
  {
    name: 'Col du Glandon',
    category: 'HC',
    footKm: 85.2,
    lengthKm: 21.3,
    gradientPct: 6.9,
    altitudeM: 1924,
    gradientsPct: [
      5.2, 6.9, 7.4, 7.8, 7.8, 6.6, 7.1, 7.9, 7, 6, 3.1, 2.4, 5.2, 6.6, 7, 7.2, 7.9, 7.4, 6.5, 10.1, 11.1, 9.5,
    ],
  },
  {
    name: "Côte du Rivier-d'Allemond",
    category: '4',
    footKm: 119.2,
    lengthKm: 1.8,
    gradientPct: 5.2,
    altitudeM: 1262,
    gradientsPct: [5.4, 5],
  },
  {
    name: "Alpe d'Huez",
    category: 'HC',
    footKm: 144.2,
    lengthKm: 13.8,
    gradientPct: 8.1,
    altitudeM: 1850,
    gradientsPct: [10.4, 9.6, 8.6, 9.1, 7.4, 8.5, 7.8, 8.9, 6.8, 9.3, 10.3, 6.4, 4.9, 4.6],
  },
];

/** Kilometre and altitude in metres between the climbs. */
export const HEIGHTS: readonly (readonly [km: number, altitudeM: number])[] = [
  [-6.4, 815],
  [-3, 770],
  [0, 735],
  [3, 715],
  [7.5, 690],
  [8.4, 712],
  [17.2, 1172],
  [19, 1035],
  [21, 855],
  [23, 645],
  [26, 570],
  [28.5, 515],
  [31, 480],
  [34.2, 461],
  [36.5, 446],
  [65.5, 1918],
  [67, 1800],
  [69, 1655],
  [71.5, 1440],
  [74, 1235],
  [76.5, 1020],
  [79, 805],
  [81.5, 600],
  [83.4, 481],
  [84.3, 462],
  [107.5, 1868],
  [110, 1722],
  [111.5, 1706],
  [113.5, 1702],
  [115, 1540],
  [116.5, 1375],
  [117.5, 1272],
  [123.5, 1125],
  [127, 965],
  [129.5, 832],
  [131, 790],
  [133, 742],
  [135.7, 712],
  [139, 715],
  [143, 719],
];

/** The wind of the day, as a weather station gives it: where it comes from. */
export const WIND = { fromDeg: 225, kph: 13 };
