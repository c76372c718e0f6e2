/** GeoJSON as far as the map uses it; positions are longitude, latitude. */
export type Position = [number, number];

interface Geometries {
  readonly Point: Position;
  readonly LineString: Position[];
  readonly Polygon: Position[][];
}

export interface Feature<G extends keyof Geometries, P> {
  readonly type: 'Feature';
  readonly properties: P;
  readonly geometry: { type: G; coordinates: Geometries[G] };
}

export interface Features<G extends keyof Geometries, P = Readonly<Record<string, string | number>>> {
  readonly type: 'FeatureCollection';
  readonly features: Feature<G, P>[];
}

/** One feature of a kind. */
export function feature<G extends keyof Geometries, P>(type: G, coordinates: Geometries[G], properties: P): Feature<G, P> {
  return { type: 'Feature', properties, geometry: { type, coordinates } };
}

/** Features as a map source takes them. */
export function collection<G extends keyof Geometries, P>(features: Feature<G, P>[]): Features<G, P> {
  return { type: 'FeatureCollection', features };
}
