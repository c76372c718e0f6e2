import { collection, feature, type Features, type Position } from './shapes.js';

/** Name, longitude, latitude and rank of a label; the lower the rank, the sooner it shows. */
type Label = readonly [name: string, longitude: number, latitude: number, rank: number];

// Label points: open data of Rīgas valstspilsētas pašvaldība; the same as the demo provider's (test/web/map.spec.ts).
// prettier-ignore
const LABELS: readonly Label[] = [
  ['Atgāzene', 24.082, 56.913, 37],
  ['Avoti', 24.142, 56.952, 15],
  ['Beberbeķi', 23.965, 56.946, 44],
  ['Berģi', 24.285, 56.986, 38],
  ['Bieriņi', 24.062, 56.919, 28],
  ['Bišumuiža', 24.135, 56.906, 35],
  ['Bolderāja', 24.038, 57.022, 18],
  ['Brasa', 24.142, 56.972, 19],
  ['Brekši', 24.304, 56.964, 47],
  ['Bukulti', 24.247, 57.003, 45],
  ['Buļļi', 23.969, 57.013, 50],
  ['Centrs', 24.117, 56.958, 8],
  ['Daugavgrīva', 24.025, 57.044, 22],
  ['Dreiliņi', 24.239, 56.951, 26],
  ['Dzirciems', 24.063, 56.957, 23],
  ['Dārzciems', 24.172, 56.94, 12],
  ['Dārziņi', 24.275, 56.869, 33],
  ['Grīziņkalns', 24.149, 56.961, 17],
  ['Imanta', 24.002, 56.962, 2],
  ['Iļģuciems', 24.062, 56.969, 10],
  ['Jaunciems', 24.17, 57.03, 39],
  ['Jugla', 24.247, 56.98, 9],
  ['Katlakalns', 24.154, 56.912, 43],
  ['Kleisti', 23.999, 56.993, 53],
  ['Kundziņsala', 24.1, 57.01, 54],
  ['Latgale', 24.14, 56.931, 6],
  ['Mangaļsala', 24.054, 57.063, 42],
  ['Mežaparks', 24.159, 57.004, 29],
  ['Mežciems', 24.227, 56.968, 16],
  ['Mīlgrāvis', 24.143, 57.026, 32],
  ['Mūkupurvs', 23.986, 56.939, 51],
  ['Pleskodāle', 24.036, 56.935, 31],
  ['Purvciems', 24.183, 56.956, 0],
  ['Pētersala-Andrejsala', 24.101, 56.967, 21],
  ['Pļavnieki', 24.218, 56.94, 3],
  ['Rumbula', 24.219, 56.886, 46],
  ['Salas', 24.124, 56.93, 55],
  ['Sarkandaugava', 24.117, 57.001, 13],
  ['Skanste', 24.121, 56.971, 30],
  ['Spilve', 24.069, 56.994, 57],
  ['Suži', 24.213, 57.015, 56],
  ['Teika', 24.181, 56.976, 5],
  ['Torņakalns', 24.093, 56.932, 24],
  ['Trīsciems', 24.134, 57.056, 49],
  ['Vecdaugava', 24.094, 57.054, 41],
  ['Vecmīlgrāvis', 24.095, 57.037, 11],
  ['Vecpilsēta', 24.105, 56.947, 36],
  ['Vecāķi', 24.107, 57.074, 40],
  ['Voleri', 24.076, 57.015, 52],
  ['Zasulauks', 24.05, 56.946, 27],
  ['Ziepniekkalns', 24.102, 56.901, 4],
  ['Zolitūde', 24.005, 56.941, 14],
  ['Āgenskalns', 24.077, 56.939, 7],
  ['Čiekurkalns', 24.176, 56.988, 25],
  ['Ķengarags', 24.187, 56.912, 1],
  ['Ķīpsala', 24.086, 56.958, 48],
  ['Šampēteris', 24.039, 56.942, 20],
  ['Šķirotava', 24.208, 56.919, 34],
];

/** Waters as a hand would sketch them: enough to see which bank of the river a home is on. Degrees, longitude first. */
// prettier-ignore
const WATERS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  gulf: [
    [23.6, 57.25], [23.6, 56.975], [23.75, 56.988], [23.86, 56.996], [23.93, 57.008], [23.97, 57.028], [24.0, 57.058],
    [24.02, 57.062], [24.04, 57.066], [24.07, 57.078], [24.11, 57.09], [24.16, 57.108], [24.24, 57.135], [24.35, 57.17],
    [24.4, 57.25],
  ],
  daugava: [
    [24.012, 57.062], [24.024, 57.05], [24.05, 57.036], [24.075, 57.03], [24.083, 57.018], [24.08, 57.002],
    [24.078, 56.985], [24.082, 56.972], [24.088, 56.96], [24.094, 56.95], [24.104, 56.941], [24.118, 56.931],
    [24.135, 56.918], [24.152, 56.905], [24.17, 56.893], [24.2, 56.881], [24.235, 56.868], [24.27, 56.856], [24.31, 56.845],
    [24.36, 56.835], [24.365, 56.84], [24.315, 56.852], [24.28, 56.863], [24.245, 56.876], [24.21, 56.888],
    [24.182, 56.901], [24.163, 56.914], [24.147, 56.926], [24.13, 56.936], [24.114, 56.945], [24.104, 56.953],
    [24.098, 56.962], [24.094, 56.974], [24.092, 56.988], [24.098, 57.003], [24.102, 57.02], [24.096, 57.034],
    [24.068, 57.042], [24.045, 57.054], [24.034, 57.068],
  ],
  'ķīšezers': [
    [24.13, 57.02], [24.145, 57.035], [24.175, 57.035], [24.2, 57.024], [24.215, 57.005], [24.21, 56.994], [24.19, 56.992],
    [24.175, 57.004], [24.155, 57.012],
  ],
  juglas: [[24.26, 56.995], [24.275, 56.992], [24.285, 56.975], [24.277, 56.962], [24.262, 56.966], [24.257, 56.982]],
  lielupe: [
    [23.926, 57.008], [23.912, 56.996], [23.88, 56.988], [23.85, 56.975], [23.8, 56.962], [23.74, 56.958], [23.7, 56.945],
    [23.7, 56.951], [23.74, 56.964], [23.8, 56.968], [23.848, 56.982], [23.88, 56.995], [23.91, 57.003],
  ],
  'babītes': [[23.66, 56.918], [23.76, 56.925], [23.84, 56.93], [23.84, 56.914], [23.76, 56.904], [23.66, 56.902]],
};

/** Names of districts as points. */
export function groundLabels(): Features<'Point', { readonly name: string; readonly rank: number }> {
  return collection(LABELS.map(([name, longitude, latitude, rank]) => feature('Point', [longitude, latitude], { name, rank })));
}

/** River, lakes and sea as areas. */
export function groundWaters(): Features<'Polygon', Readonly<Record<string, never>>> {
  const rings = Object.values(WATERS).map((shore) => [...shore, shore[0]].map(([x, y]): Position => [x, y]));
  return collection(rings.map((ring) => feature('Polygon', [ring], {})));
}
