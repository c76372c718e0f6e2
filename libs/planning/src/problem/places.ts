import type { Client, Position, StaffMember, Visit } from '#care';
import { known } from './lookup.js';

/** The distinct positions of a problem and where everybody is among them. */
export interface Places {
  readonly positions: readonly Position[];
  readonly ofClient: ReadonlyMap<string, number>;
  readonly ofStaff: ReadonlyMap<string, number>;
  /** The nearest laboratory of every client; empty where the provider has none. */
  readonly laboratory: ReadonlyMap<string, number>;
}

/** Bringing samples to the laboratory: the one task that is not done at the client's home (S026). */
const AT_LABORATORY = 'LABDEL';

/**
 * Numbers every distinct position once: clients first, then the places staff
 * start from. Two flats of one house share a place, so that the travel matrix
 * stays as small as the town. Laboratories count where somebody may be sent to them.
 */
export function placesOf(
  clients: readonly Client[],
  staff: readonly StaffMember[],
  laboratories: readonly Position[] = [],
): Places {
  const positions: Position[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ latitude, longitude }: Position): number => {
    const key = `${latitude},${longitude}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, positions.length);
    positions.push({ latitude, longitude });
    return positions.length - 1;
  };
  const ofClient = new Map(clients.map((client) => [client.id, numberOf(client.position)]));
  const ofStaff = new Map(staff.map((member) => [member.id, numberOf(member.start)]));
  const nearest = clients.flatMap(({ id, position }): [string, number][] =>
    laboratories.length === 0 ? [] : [[id, numberOf(nearestTo(position, laboratories))]],
  );
  return { positions, ofClient, ofStaff, laboratory: new Map(nearest) };
}

/** Where a visit takes place: at home, or at the laboratory where it only brings samples there. */
export function placeOf({ ofClient, laboratory }: Places, { clientId, tasks }: Pick<Visit, 'clientId' | 'tasks'>): number {
  const home = known(ofClient, clientId, 'place of client');
  return tasks.every((task) => task === AT_LABORATORY) ? (laboratory.get(clientId) ?? home) : home;
}

/** The nearest as the crow flies; of two as near the first. */
function nearestTo(from: Position, places: readonly Position[]): Position {
  const eastWest = Math.cos((from.latitude * Math.PI) / 180);
  const square = ({ latitude, longitude }: Position): number =>
    (latitude - from.latitude) ** 2 + ((longitude - from.longitude) * eastWest) ** 2;
  return places.reduce((best, next) => (square(next) < square(best) ? next : best));
}
