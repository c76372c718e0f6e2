import type { Rows } from './rows.js';

/** Builds a row's figures anew from its stops and adds its travel to the cost. */
export function measureRow(rows: Rows, r: number): void {
  const { stop, leg, data, cell, width, length } = rows;
  const first = r * width;
  const end = first + length[r] + 1;
  for (let k = first; k < end; k++) {
    leg[k] = data.travel[stop[k] * data.stops + stop[k + 1]]!;
    cell[stop[k]] = k;
    if (end > first + 1) rows.cost += leg[k];
  }
  timeFrom(rows, first, first);
  timeUpTo(rows, end, first);
}

/** Whether every stop of a row starts in time. */
export function rowHolds({ data, stop, leave, latest, width, length }: Rows, r: number): boolean {
  const first = r * width;
  for (let k = first; k <= first + length[r] + 1; k++) if (leave[k] - data.service[stop[k]] > latest[k]) return false;
  return true;
}

/** When each stop from a cell on is left. */
export function timeFrom({ data, stop, leave, leg, width, length }: Rows, from: number, first: number): void {
  const { ready, service } = data;
  const end = first + length[(first / width) | 0] + 1;
  let k = from;
  if (k === first) {
    leave[k] = ready[0] + service[0];
    k++;
  }
  for (let t = leave[k - 1]; k <= end; k++) {
    const s = stop[k];
    t += leg[k - 1];
    if (t < ready[s]) t = ready[s]!;
    t += service[s];
    leave[k] = t;
  }
}

/** Latest starts from a cell back to the row's first. */
export function timeUpTo({ data, stop, latest, leg, width, length }: Rows, from: number, first: number): void {
  const { due, service } = data;
  let k = from;
  const end = first + length[(first / width) | 0] + 1;
  if (k === end) {
    latest[k] = due[stop[k]]!;
    k--;
  }
  for (let t = latest[k + 1]; k >= first; k--) {
    const s = stop[k];
    t -= leg[k] + service[s];
    if (t > due[s]) t = due[s]!;
    latest[k] = t;
  }
}
