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
const SETTLED = 0.65;
/** Homes of one block, and how far from its middle they are, km: those who need care live in the same old houses. */
const BLOCK_HOMES = 5;
const BLOCK_KM = 0.25;
const KM_OF_DEGREE = 111.2;

/** Names of `count` neighbourhoods of those served, as exactly by weight as whole people allow, in random order. */
export function dealNeighbourhoods(random: Random, count: number, area: readonly string[]): string[] {
  const served = NEIGHBOURHOODS.filter(({ name }) => area.length === 0 || area.includes(name));
  return random.dealt(
    count,
    served.map((place) => [place.name, place.weight]),
  );
}

/**
 * Names of `count` neighbourhoods spread evenly over where the clients live, in
 * random order: providers take on staff near their clients.
 */
export function neighbourhoodsNear(random: Random, count: number, clients: readonly { readonly home: Home }[]): string[] {
  const rank = new Map(alongTheCity().map((name, i) => [name, i]));
  const lived = clients.map(({ home }) => home.neighbourhood).sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return random.shuffled(Array.from({ length: count }, (_, i) => lived[Math.floor(((i + 0.5) / count) * lived.length)]));
}

/** Degrees of longitude of one strip of the city, about three kilometres. */
const STRIP = 0.05;

/** All neighbourhoods from west to east in strips, each strip in the direction opposite to the one before, so that neighbours in the list are neighbours. */
function alongTheCity(): string[] {
  const strip = ({ longitude }: Neighbourhood): number => Math.floor(longitude / STRIP);
  const northwards = (place: Neighbourhood): number => (strip(place) % 2 === 0 ? place.latitude : -place.latitude);
  return [...NEIGHBOURHOODS].sort((a, b) => strip(a) - strip(b) || northwards(a) - northwards(b)).map(({ name }) => name);
}

/** Draws homes inside neighbourhoods, a few in each block. */
export class Homes {
  private readonly blocks = new Map<string, { middle: Point; homes: number }>();

  constructor(
    private readonly random: Random,
    private readonly names: Names,
  ) {}

  homeAt(neighbourhood: string): Home {
    const place = NEIGHBOURHOODS.find(({ name }) => name === neighbourhood);
    if (!place) throw new RangeError(`no neighbourhood ${neighbourhood}`);
    return this.homeIn(place);
  }

  private homeIn({ name, latitude, longitude, areaKm2 }: Neighbourhood): Home {
    const { north, east } = this.inBlock(name, Math.sqrt(areaKm2 / Math.PI) * SETTLED);
    const isEstate = ESTATES.has(name);
    const house = `${this.names.street()} ${this.random.between(1, 120)}`;
    return {
      neighbourhood: name,
      latitude: degrees(latitude + north / KM_OF_DEGREE),
      longitude: degrees(longitude + east / (KM_OF_DEGREE * Math.cos((latitude * Math.PI) / 180))),
      address: `${house}${isEstate ? `-${this.random.between(1, 90)}` : ''}, Rīga`,
      floor: isEstate ? this.random.between(1, 9) : this.random.between(1, 3),
      lift: isEstate && this.random.chance(0.55),
      doorCode: this.random.chance(0.6) ? `${this.random.between(1000, 9999)}` : null,
    };
  }

  /** A point of the neighbourhood's block that still has homes to give. */
  private inBlock(neighbourhood: string, radius: number): Point {
    let block = this.blocks.get(neighbourhood);
    if (!block || block.homes === BLOCK_HOMES) {
      block = { middle: this.inDisc({ north: 0, east: 0 }, radius), homes: 0 };
      this.blocks.set(neighbourhood, block);
    }
    block.homes++;
    return this.inDisc(block.middle, BLOCK_KM);
  }

  /** Evenly over a disc. */
  private inDisc({ north, east }: Point, radius: number): Point {
    const distance = radius * Math.sqrt(this.random.next());
    const angle = 2 * Math.PI * this.random.next();
    return { north: north + distance * Math.sin(angle), east: east + distance * Math.cos(angle) };
  }
}

/** Kilometres from a neighbourhood's label point. */
interface Point {
  readonly north: number;
  readonly east: number;
}

/** To five decimals, about a metre. */
const degrees = (value: number): number => Math.round(value * 1e5) / 1e5;
