import type { Client, Position, StaffMember } from '#care';

/** The distinct positions of a problem and where everybody is among them. */
export interface Places {
  readonly positions: readonly Position[];
  readonly ofClient: ReadonlyMap<string, number>;
  readonly ofStaff: ReadonlyMap<string, number>;
}

/**
 * Numbers every distinct position once: clients first, then the places staff
 * start from. Two flats of one house share a place, so that the travel matrix
 * stays as small as the town.
 */
export function placesOf(clients: readonly Client[], staff: readonly StaffMember[]): Places {
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
  return { positions, ofClient, ofStaff };
}
