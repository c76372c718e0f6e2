import type { Book } from './book.js';
import { NEIGHBOUR_NAMES, NEIGHBOURS, RIGA } from './municipalities.js';
import { GARAGE } from './staff/staff.js';

/**
 * Writes municipalities, the house's places and prices. An hour cost 3.70 EUR
 * from 1.02.2015 (sus.lv) and 4.44 EUR in 2020 (LV portāls, 13.07.2020); no
 * later price is published, so that the last one stands until somebody enters
 * a newer one.
 */
export function addHouse(book: Book): void {
  book.municipalities.push({ id: RIGA, name: 'Rīgas valstspilsētas pašvaldība', rules: 'riga' });
  for (const id of NEIGHBOURS) book.municipalities.push({ id, name: NEIGHBOUR_NAMES[id].name });
  book.places.push(
    { id: 'OFFICE', kind: 'office', name: 'Birojs', latitude: 56.9527, longitude: 24.1241 },
    { id: 'LAB1', kind: 'laboratory', name: 'Laboratorija centrā', latitude: 56.9561, longitude: 24.1352 },
    { id: 'LAB2', kind: 'laboratory', name: 'Laboratorija Pārdaugavā', latitude: 56.9493, longitude: 24.0391 },
    { id: 'PHARM1', kind: 'pharmacy', name: 'Aptieka', latitude: 56.9563, longitude: 24.1848 },
    { id: 'GARAGE', kind: 'garage', name: 'Mobilās vannas garāža', ...GARAGE },
  );
  book.equipment.push(
    { id: 'HOIST1', kind: 'hoist', name: 'Pārvietojamais pacēlājs 1' },
    { id: 'HOIST2', kind: 'hoist', name: 'Pārvietojamais pacēlājs 2' },
  );
  for (const payer of ['municipality', 'client'] as const) {
    for (const price of PRICES) book.prices.push({ id: book.id('prices', 'Z'), municipality: RIGA, payer, ...price });
  }
  book.prices.push({ id: book.id('prices', 'Z'), payer: 'state', ...STATE });
}

const PRICES = [
  { centsPerHour: 370, validFrom: '2015-02-01', validTo: '2019-12-31' },
  { centsPerHour: 444, validFrom: '2020-01-01' },
] as const;

/** Invented, so that claims to the state can be looked at: no price of an hour of home health care is published. */
const STATE = { centsPerHour: 2200, validFrom: '2020-01-01' } as const;
