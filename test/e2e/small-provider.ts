import { providerFile, type ProviderFile } from '#contracts';

/** The day the small provider works on: a Tuesday in winter time. */
export const DAY = '2026-11-24';

const client = (id: string, latitude: number, longitude: number) => ({
  id,
  givenName: `Given${id}`,
  familyName: `Family${id}`,
  municipality: 'RIGA',
  declaredAddress: `Street ${id}`,
  actualAddress: `Street ${id}`,
  latitude,
  longitude,
});

const staff = (id: string, profession: string) => ({
  id,
  givenName: `Given${id}`,
  familyName: `Family${id}`,
  professions: [profession],
  travelMode: 'transit',
  startLatitude: 56.95,
  startLongitude: 24.11,
  contractMinutesPerWeek: 2400,
  employedFrom: '2020-01-01',
});

const pattern = (id: string, of: string, tasks: string[], more: object = {}) => ({
  id,
  client: of,
  tasks,
  durationMinutes: 45,
  profession: 'carer',
  weekdays: ['TU'],
  windows: [{ from: '08:00', to: '12:00' }],
  validFrom: '2026-01-01',
  ...more,
});

/**
 * Three clients, two carers and a nurse on one day: a bath and a dressing
 * change at one home, a visit of two carers, and one for a physiotherapist,
 * whom the provider does not have.
 */
export function smallProvider(code: string): ProviderFile {
  return providerFile.parse({
    format: 'apgaita-provider',
    version: 1,
    provider: { code, name: `Provider ${code}` },
    municipalities: [{ id: 'RIGA', name: 'Riga' }],
    clients: [client('C1', 56.951, 24.12), client('C2', 56.96, 24.15), client('C3', 56.94, 24.1)],
    staff: [staff('S1', 'carer'), staff('S2', 'carer'), staff('N1', 'nurse')],
    shifts: ['S1', 'S2', 'N1'].map((id) => ({
      id: `${id}-TU`,
      staff: id,
      date: DAY,
      start: '08:00',
      end: '16:30',
      breakMinutes: 30,
    })),
    decisions: [
      {
        id: 'D1',
        number: '17/2026',
        client: 'C1',
        municipality: 'RIGA',
        decidedOn: '2026-01-02',
        validFrom: '2026-01-05',
        grantedMinutes: 240,
        tasks: ['BATH', 'LINEN'],
        municipalityPercent: 75,
      },
    ],
    patterns: [
      pattern('BATH', 'C1', ['BATH'], { decision: 'D1', priority: 4 }),
      pattern('WOUND', 'C1', ['WOUND'], { profession: 'nurse', priority: 5 }),
      pattern('LIFT', 'C2', ['TRANSFER'], { staffCount: 2 }),
      pattern('EXERCISE', 'C3', ['PHYSIO'], { profession: 'physio' }),
    ],
  });
}
