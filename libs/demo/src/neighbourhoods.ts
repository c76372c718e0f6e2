/** A neighbourhood (apkaime) of Riga. */
export interface Neighbourhood {
  readonly name: string;
  /** Degrees WGS 84 of its label point. */
  readonly latitude: number;
  readonly longitude: number;
  readonly areaKm2: number;
  /** How many of the demo's people live there, relative to the others; not a statistic. */
  readonly weight: number;
}

/** Credit for the label points and areas: open data of the municipality. */
export const NEIGHBOURHOOD_CREDIT = 'Rīgas valstspilsētas pašvaldība';

/** Blocks of flats with lifts, apartment numbers and door codes; elsewhere houses are small. An assumption for demo addresses. */
export const ESTATES: ReadonlySet<string> = new Set([
  'Imanta',
  'Iļģuciems',
  'Jugla',
  'Mežciems',
  'Pļavnieki',
  'Purvciems',
  'Vecmīlgrāvis',
  'Ziepniekkalns',
  'Zolitūde',
  'Ķengarags',
]);

type Row = readonly [name: string, latitude: number, longitude: number, areaKm2: number, weight: number];

// prettier-ignore
const ROWS: readonly Row[] = [
  ['Atgāzene', 56.913, 24.082, 0.74, 2400],
  ['Avoti', 56.952, 24.142, 1.79, 16300],
  ['Beberbeķi', 56.946, 23.965, 1.2, 850],
  ['Berģi', 56.986, 24.285, 5.65, 2350],
  ['Bieriņi', 56.919, 24.062, 4.28, 4850],
  ['Bišumuiža', 56.906, 24.135, 2.23, 2700],
  ['Bolderāja', 57.022, 24.038, 7.93, 11650],
  ['Brasa', 56.972, 24.142, 1.72, 11650],
  ['Brekši', 56.964, 24.304, 2.03, 750],
  ['Bukulti', 57.003, 24.247, 5.14, 850],
  ['Buļļi', 57.013, 23.969, 7.31, 450],
  ['Centrs', 56.958, 24.117, 3.71, 24650],
  ['Daugavgrīva', 57.044, 24.025, 10.27, 7700],
  ['Dreiliņi', 56.951, 24.239, 4.07, 5100],
  ['Dzirciems', 56.957, 24.063, 2.43, 7650],
  ['Dārzciems', 56.94, 24.172, 4.55, 19550],
  ['Dārziņi', 56.869, 24.275, 4.32, 3000],
  ['Grīziņkalns', 56.961, 24.149, 1.52, 12100],
  ['Imanta', 56.962, 24.002, 8.94, 41850],
  ['Iļģuciems', 56.969, 24.062, 2.43, 21400],
  ['Jaunciems', 57.03, 24.17, 9.04, 2150],
  ['Jugla', 56.98, 24.247, 14.02, 23250],
  ['Katlakalns', 56.912, 24.154, 1.54, 1000],
  ['Kleisti', 56.993, 23.999, 18.64, 350],
  ['Kundziņsala', 57.01, 24.1, 5.51, 350],
  ['Latgale', 56.931, 24.14, 7.56, 26950],
  ['Mangaļsala', 57.063, 24.054, 8.23, 1100],
  ['Mežaparks', 57.004, 24.159, 11.67, 4650],
  ['Mežciems', 56.968, 24.227, 7.58, 12550],
  ['Mīlgrāvis', 57.026, 24.143, 3.31, 3050],
  ['Mūkupurvs', 56.939, 23.986, 4.51, 450],
  ['Pleskodāle', 56.935, 24.036, 3.46, 3900],
  ['Purvciems', 56.956, 24.183, 4.99, 53000],
  ['Pētersala-Andrejsala', 56.967, 24.101, 2.75, 8200],
  ['Pļavnieki', 56.94, 24.218, 2.96, 40450],
  ['Rumbula', 56.886, 24.219, 6.92, 850],
  ['Salas', 56.93, 24.124, 3.62, 350],
  ['Sarkandaugava', 57.001, 24.117, 7.47, 16750],
  ['Skanste', 56.971, 24.121, 2.14, 4200],
  ['Spilve', 56.994, 24.069, 9.65, 150],
  ['Suži', 57.015, 24.213, 3.98, 200],
  ['Teika', 56.976, 24.181, 4.77, 27450],
  ['Torņakalns', 56.932, 24.093, 3.19, 7450],
  ['Trīsciems', 57.056, 24.134, 11.22, 550],
  ['Vecdaugava', 57.054, 24.094, 3.05, 1400],
  ['Vecmīlgrāvis', 57.037, 24.095, 5.82, 20950],
  ['Vecpilsēta', 56.947, 24.105, 0.95, 2700],
  ['Vecāķi', 57.074, 24.107, 2.25, 1750],
  ['Voleri', 57.015, 24.076, 5.86, 450],
  ['Zasulauks', 56.946, 24.05, 1.18, 4950],
  ['Ziepniekkalns', 56.901, 24.102, 10.88, 30700],
  ['Zolitūde', 56.941, 24.005, 2.88, 16750],
  ['Āgenskalns', 56.939, 24.077, 4.59, 25100],
  ['Čiekurkalns', 56.988, 24.176, 5.61, 7450],
  ['Ķengarags', 56.912, 24.187, 5.17, 43700],
  ['Ķīpsala', 56.958, 24.086, 1.96, 750],
  ['Šampēteris', 56.942, 24.039, 1.35, 8850],
  ['Šķirotava', 56.919, 24.208, 9.97, 2800],
];

/** All 58 neighbourhoods, by name. */
export const NEIGHBOURHOODS: readonly Neighbourhood[] = ROWS.map(([name, latitude, longitude, areaKm2, weight]) => ({
  name,
  latitude,
  longitude,
  areaKm2,
  weight,
}));
