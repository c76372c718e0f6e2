import { ESTATES, type Neighbourhood, NEIGHBOURHOODS } from '../neighbourhoods.js';
import type { Random } from '../random.js';
import type { Names } from './names.js';

/** Where somebody lives; coordinates and address are invented and have nothing to do with each other. */
export interface Home {
  readonly neighbourhood: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly address: string;
  readonly floor: number;
  readonly lift: boolean;
  readonly doorCode: string | null;
}

/** Share of a neighbourhood's radius in which its people live: the rim is mostly park, rail and river. */
const SETTLED = 0.75;
const KM_OF_LATITUDE_DEGREE = 111.2;

/** Draws homes in the neighbourhoods served, by weight. */
export class Homes {
  private readonly served: readonly (readonly [Neighbourhood, number])[];

  constructor(
    private readonly random: Random,
    private readonly names: Names,
    area: readonly string[],
  ) {
    const served = NEIGHBOURHOODS.filter(({ name }) => area.length === 0 || area.includes(name));
    this.served = served.map((place) => [place, place.weight]);
  }

  home(): Home {
    return this.homeIn(this.random.weighted(this.served));
  }

  homeAt(neighbourhood: string): Home {
    const place = NEIGHBOURHOODS.find(({ name }) => name === neighbourhood);
    if (!place) throw new RangeError(`no neighbourhood ${neighbourhood}`);
    return this.homeIn(place);
  }

  private homeIn({ name, latitude, longitude, areaKm2 }: Neighbourhood): Home {
    const distance = Math.sqrt((areaKm2 / Math.PI) * this.random.next()) * SETTLED;
    const angle = 2 * Math.PI * this.random.next();
    const north = (distance * Math.sin(angle)) / KM_OF_LATITUDE_DEGREE;
    const east = (distance * Math.cos(angle)) / (KM_OF_LATITUDE_DEGREE * Math.cos((latitude * Math.PI) / 180));
    const isEstate = ESTATES.has(name);
    const house = `${this.names.street()} ${this.random.between(1, 120)}`;
    return {
      neighbourhood: name,
      latitude: degrees(latitude + north),
      longitude: degrees(longitude + east),
      address: `${house}${isEstate ? `-${this.random.between(1, 90)}` : ''}, Rīga`,
      floor: isEstate ? this.random.between(1, 9) : this.random.between(1, 3),
      lift: isEstate && this.random.chance(0.55),
      doorCode: this.random.chance(0.6) ? `${this.random.between(1000, 9999)}` : null,
    };
  }
}

/** To five decimals, about a metre. */
const degrees = (value: number): number => Math.round(value * 1e5) / 1e5;
