import type { Client, Visit } from '#care';
import type { GrowthMix } from '#contracts';
import { grouped, known } from '../problem/lookup.js';

/** How many more, of which care, and what chooses among equals. */
export interface MoreClients {
  readonly clients: number;
  readonly mix: GrowthMix;
  readonly seed: number;
}

/** A week's clients and what is owed to them. */
export interface OwedWeek {
  readonly clients: readonly Client[];
  readonly visits: readonly Visit[];
}

/** Clients nobody has, and their visits; `likeness` says whose copy each is. */
export interface NewClients extends OwedWeek {
  readonly likeness: ReadonlyMap<string, string>;
}

/** A new client lives within so many metres of the one they are like. */
const NEARBY_METRES = 300;
const METRES_PER_DEGREE = 111_320;

/**
 * More clients like those of a week. Everybody with care of the mix is taken equally often, and by lot some once more, so
 * that what the many ask for is not left to chance. A new client asks for the same visits at the same times near the same
 * place, and has no wish for anybody in particular. The same week, number and seed give the same clients.
 */
export function moreClients({ clients, visits }: OwedWeek, { clients: wanted, mix, seed }: MoreClients): NewClients {
  const random = numbersOf(seed);
  const copied = visits.filter(({ funding }) => mix === 'all' || (funding.kind === 'episode') === (mix === 'health'));
  const cared = new Set(copied.map(({ clientId }) => clientId));
  const models = clients.filter(({ id }) => cared.has(id));
  if (models.length === 0) return { clients: [], visits: [], likeness: new Map() };
  const drawn = [...shuffled(models, random).slice(0, wanted % models.length)];
  const every = Array.from({ length: Math.floor(wanted / models.length) }, () => models).flat();
  const likeness = new Map<string, string>();
  const added = [...every, ...drawn].map((model, n): Client => {
    const id = `new-${n + 1}`;
    likeness.set(id, model.id);
    return { ...model, id, position: near(model.position, random) };
  });
  const visitsOf = grouped(copied, ({ clientId }) => clientId);
  return {
    clients: added,
    likeness,
    visits: added.flatMap(({ id }) =>
      (visitsOf.get(known(likeness, id, 'likeness')) ?? []).map((visit): Visit => ({
        ...{ ...visit, clientId: id },
        ...{ key: `${id}/${visit.key}`, patternId: `${id}/${visit.patternId}` },
      })),
    ),
  };
}

/** Evenly over a disc. */
function near({ latitude, longitude }: Client['position'], random: () => number): Client['position'] {
  const [away, towards] = [NEARBY_METRES * Math.sqrt(random()), 2 * Math.PI * random()];
  const east = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: latitude + (away * Math.sin(towards)) / METRES_PER_DEGREE,
    longitude: longitude + (away * Math.cos(towards)) / east,
  };
}

function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  const order = [...values];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Numbers in [0, 1), the same for the same seed (a linear congruential generator; Knuth, TAOCP 2, 3.3.4, line 26). */
function numbersOf(seed: number): () => number {
  let state = BigInt(seed) + 1n;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 11n) / 2 ** 53;
  };
}
