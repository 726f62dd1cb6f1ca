import { buildCourse } from '../course/build.ts';
import type { CourseSource } from '../course/source.ts';
import { eastward } from './builders.ts';

/** A mountain stage of 168 km: four climbs, a sprint, a finish at altitude. */
export const mountainRoad: CourseSource = {
  lengthKm: 168,
  line: eastward(168),
  anchors: [],
  elevation: relief(),
  climbs: [
    { name: 'Col de Malaval', category: '2', summitKm: 38, lengthKm: 9.2, gradientPct: 6.1, altitudeM: 1184 },
    { name: 'Côte des Granges', category: '4', summitKm: 61, lengthKm: 2.8, gradientPct: 5.4, altitudeM: 766 },
    { name: 'Col du Grand Vallon', category: 'HC', summitKm: 112, lengthKm: 17.6, gradientPct: 7.4, altitudeM: 2142 },
    { name: 'Pas de la Bergère', category: '1', summitKm: 138, lengthKm: 8.8, gradientPct: 7.9, altitudeM: 1705 },
    { name: 'Les Aigles', category: '1', summitKm: 168, lengthKm: 11.4, gradientPct: 7.7, altitudeM: 1832 },
  ],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 76 }],
  sectors: [],
  laps: null,
  protectionKm: null,
};

export const mountains = buildCourse(mountainRoad);

function relief() {
  const figures: readonly (readonly [km: number, altitudeM: number])[] = [
    [0, 412],
    [12, 498],
    [28.8, 622],
    [32, 820],
    [35, 985],
    [38, 1184],
    [50, 560],
    [58.2, 614],
    [61, 766],
    [76, 540],
    [94.4, 838],
    [97, 985],
    [99, 1152],
    [101, 1305],
    [103, 1446],
    [105, 1631],
    [107, 1774],
    [109, 1906],
    [110.5, 2020],
    [112, 2142],
    [126, 980],
    [129.2, 1012],
    [131, 1133],
    [133, 1306],
    [135, 1470],
    [137, 1611],
    [138, 1705],
    [150, 890],
    [156.6, 954],
    [158, 1044],
    [160, 1180],
    [162, 1372],
    [164, 1556],
    [165, 1610],
    [167, 1790],
    [168, 1832],
  ];
  return figures.map(([km, altitudeM]) => ({ km, altitudeM }));
}
