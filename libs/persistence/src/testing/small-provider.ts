import { providerFile, type ProviderFile, type ProviderFileInput } from '#contracts';

/** A week of a very small invented provider, for specs: every list has a row. Monday is 2026-11-23. */
const SMALL: ProviderFileInput = {
  format: 'apgaita-provider',
  version: 1,
  provider: { code: 'SMALL', name: 'Mazā aprūpe' },
  municipalities: [{ id: 'M1', name: 'Rīga' }],
  places: [{ id: 'P1', kind: 'office', name: 'Birojs', latitude: 56.95, longitude: 24.1 }],
  clients: [
    { ...client('C1', 'Alma', 'Ozola'), flags: ['bedbound'], neighbourhood: 'Imanta' },
    client('C2', 'Berta', 'Liepa'),
    client('C3', 'Cilda', 'Egle'),
  ],
  informalCarers: [{ id: 'I1', client: 'C1', name: 'Meita', relation: 'daughter', weekdays: ['SA'], from: '09:00', to: '24:00' }],
  consents: [{ id: 'K1', client: 'C1', direction: 'health_to_social', scope: 'care', givenOn: '2026-01-05' }],
  barthel: [{ id: 'B1', client: 'C1', assessedOn: '2026-01-05', score: 9, items: [1, 1, 1, 1, 1, 1, 1, 1, 1, 0] }],
  certificates: [
    {
      id: 'Z1',
      client: 'C1',
      issuedOn: '2026-01-05',
      issuedBy: 'Dr. Kalns',
      severity: 'severe',
      tuberculosis: false,
      acuteInfection: false,
      sexuallyTransmitted: false,
    },
  ],
  staff: [
    { ...member('S1', 'Dace', 'Bērza'), professions: ['carer'], travelMode: 'transit' },
    { ...member('S2', 'Elga', 'Kļava'), professions: ['nurse', 'carer'], travelMode: 'car' },
  ],
  qualifications: [{ id: 'Q1', staff: 'S2', kind: 'NURSE_CERT', validFrom: '2024-01-01', validTo: '2029-01-01' }],
  shifts: [
    { id: 'W1', staff: 'S1', date: '2026-11-23', start: '08:00', end: '16:00', breakMinutes: 30 },
    { id: 'W2', staff: 'S1', date: '2026-11-24', start: '08:00', end: '16:00', breakMinutes: 30 },
    { id: 'W3', staff: 'S2', date: '2026-11-23', start: '08:00', end: '14:00', vehicle: 'E1' },
    { id: 'W4', staff: 'S2', date: '2026-11-25', start: '22:00', end: '06:00' },
  ],
  absences: [{ id: 'A1', staff: 'S2', from: '2026-11-30', to: '2026-12-06', kind: 'holiday' }],
  equipment: [{ id: 'E1', kind: 'car', name: 'Auto' }],
  decisions: [
    { ...decision('D1', 'C1', '2026-01-05'), certificate: 'Z1', municipalityPercent: 100 },
    { ...decision('D2', 'C2', '2026-01-05'), municipalityPercent: 40 },
  ],
  prices: [{ id: 'R1', municipality: 'M1', payer: 'municipality', centsPerHour: 1250, validFrom: '2026-01-01' }],
  referrals: [
    {
      id: 'F1',
      client: 'C3',
      kind: 'chronic_mobility',
      issuedOn: '2026-11-02',
      issuerRole: 'gp',
      issuer: 'Dr. Kalns',
      careDiagnosis: 'L89',
    },
  ],
  episodes: [{ id: 'H1', referral: 'F1', startedOn: '2026-11-02', mainTasks: ['WOUND_CARE'] }],
  terms: [{ id: 'T1', episode: 'H1', startsOn: '2026-11-02', endsOn: '2026-12-01' }],
  opinions: [],
  patterns: [
    { ...pattern('V1', 'C1', 'carer'), decision: 'D1', tasks: ['BATH'], staffCount: 2 },
    { ...pattern('V2', 'C2', 'carer'), decision: 'D2', tasks: ['CLEANING'] },
    { ...pattern('V3', 'C3', 'nurse'), episode: 'H1', tasks: ['WOUND_CARE'], priority: 5 },
  ],
  preferences: [{ id: 'X1', client: 'C2', staff: 'S1', kind: 'preferred' }],
};

function client(id: string, givenName: string, familyName: string): ProviderFileInput['clients'][number] {
  const address = `Ozolu iela ${id.slice(1)}`;
  const position = { latitude: 56.9412345 + Number(id.slice(1)) / 100, longitude: 24.0587654 };
  return { id, givenName, familyName, municipality: 'M1', declaredAddress: address, actualAddress: address, ...position };
}

function member(
  id: string,
  givenName: string,
  familyName: string,
): Omit<ProviderFileInput['staff'][number], 'professions' | 'travelMode'> {
  const start = { startLatitude: 56.95, startLongitude: 24.1 };
  return { id, givenName, familyName, ...start, contractMinutesPerWeek: 2400, employedFrom: '2020-01-01' };
}

function decision(
  id: string,
  of: string,
  day: string,
): Omit<NonNullable<ProviderFileInput['decisions']>[number], 'municipalityPercent'> {
  return {
    id,
    number: `${id}/2026`,
    client: of,
    municipality: 'M1',
    decidedOn: day,
    validFrom: day,
    grantedMinutes: 600,
    tasks: ['BATH'],
  };
}

function pattern(
  id: string,
  of: string,
  profession: 'carer' | 'nurse',
): Omit<NonNullable<ProviderFileInput['patterns']>[number], 'tasks'> {
  const windows = [{ from: '08:00', to: '12:00' }];
  return { id, client: of, profession, durationMinutes: 60, weekdays: ['MO', 'WE'], windows, validFrom: '2026-01-05' };
}

/** The small provider, with lists replaced; checked like any file. */
export function smallProvider(lists: Partial<ProviderFileInput> = {}): ProviderFile {
  return providerFile.parse({ ...SMALL, ...lists });
}
