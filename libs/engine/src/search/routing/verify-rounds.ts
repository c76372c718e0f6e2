import type { Rounds } from './rounds.js';

/** Everything kept of the rounds equals what their stops alone say; throws with both figures when it does not. */
export function verifyRounds(rounds: Rounds): void {
  const { data, length, stop, route, cell } = rounds;
  let cost = 0;
  for (let s = 1; s <= data.visits; s++) {
    if (route[s] < 0) cost += data.unserved[s];
    else if (stop[cell[s]] !== s || Math.floor(cell[s] / rounds.width) !== route[s])
      throw new Error(`stop ${s} is not where it is kept`);
  }
  for (let r = 0; r < data.routes; r++) cost += routeCost(rounds, r);
  const placed = length.reduce((sum, n) => sum + n, 0);
  const served = route.subarray(1, data.visits + 1).reduce((sum, r) => sum + (r < 0 ? 0 : 1), 0);
  if (placed !== served) throw new Error(`${placed} stops on routes, ${served} served`);
  if (Math.abs(cost - rounds.cost) > 1e-6) throw new Error(`cost ${rounds.cost}, recomputed ${cost}`);
}

function routeCost({ data, length, stop, leave, latest, leg, load, width }: Rounds, r: number): number {
  const first = r * width;
  const end = first + length[r] + 1;
  let time = data.ready[0] + data.service[0];
  let travel = 0;
  let carried = 0;
  for (let k = first; k <= end; k++) {
    const s = stop[k];
    if (k > first) {
      const way = data.travel[stop[k - 1] * data.stops + s];
      if (leg[k - 1] !== way) throw new Error(`travel ${leg[k - 1]} before stop ${s}, recomputed ${way}`);
      travel += way;
      const start = Math.max(time + way, data.ready[s]);
      if (start > latest[k]) throw new Error(`stop ${s} starts at ${start}, latest ${latest[k]}`);
      time = start + data.service[s];
    }
    if (leave[k] !== time) throw new Error(`stop ${s} is left at ${leave[k]}, recomputed ${time}`);
    const bound = k === end ? data.due[s] : Math.min(data.due[s], latest[k + 1] - leg[k] - data.service[s]);
    if (latest[k] !== bound) throw new Error(`stop ${s} may start until ${latest[k]}, recomputed ${bound}`);
    carried += data.demand[s];
  }
  if (carried !== load[r] || carried > data.capacity) throw new Error(`route ${r} carries ${load[r]}, recomputed ${carried}`);
  return length[r] === 0 ? 0 : travel;
}
