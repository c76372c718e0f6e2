import { addDays } from '#time';
import type { Writing } from '../writing.js';

/** Common medicines of old people, dose and directions. */
const MEDICINES = [
  ['Metoprolols', '50 mg', 'no rīta un vakarā, ēdot'],
  ['Amlodipīns', '5 mg', 'no rīta'],
  ['Atorvastatīns', '20 mg', 'vakarā'],
  ['Metformīns', '500 mg', 'no rīta un vakarā, ēdot'],
  ['Furosemīds', '40 mg', 'no rīta'],
] as const;
/** Every so many-th client has no list: somebody must bring it. */
const WITHOUT_LIST = 12;

/** Lists of medicines of the clients whose medicines are supervised; the same without any draw. */
export function addMedicines({ book, calendar: { today } }: Writing): void {
  const supervised = new Set(book.patterns.filter(({ tasks }) => tasks.includes('MEDSUP')).map(({ client }) => client));
  [...supervised].forEach((client, n) => {
    if (n % WITHOUT_LIST === WITHOUT_LIST - 1) return;
    for (let k = 0; k <= n % 3; k++) {
      const [name, dose, directions] = MEDICINES[(n + k) % MEDICINES.length];
      const id = book.id('medicines', 'Z');
      book.medicines.push({ id, client, name, dose, directions, validFrom: addDays(today, -120) });
    }
  });
}
