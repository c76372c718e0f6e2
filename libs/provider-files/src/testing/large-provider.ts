import type { ProviderFile } from '#contracts';
import { exampleProvider } from '../write/example.js';

const STAFF = 200;
const dayAfter = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

/** The example with 200 staff and so many shifts that do not overlap. */
export const largeProvider = (rows: number): ProviderFile => ({
  ...exampleProvider,
  staff: Array.from({ length: STAFF }, (_, at) => ({ ...exampleProvider.staff[0], id: `D-${String(at + 1).padStart(3, '0')}` })),
  shifts: Array.from({ length: rows }, (_, at) => ({
    ...exampleProvider.shifts[0],
    id: `M-${at}`,
    staff: `D-${String((at % STAFF) + 1).padStart(3, '0')}`,
    date: dayAfter(Math.floor(at / STAFF)),
  })),
});
