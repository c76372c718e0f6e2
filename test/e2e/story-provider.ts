import { providerFile, type ProviderFile, type ProviderFileInput } from '#contracts';

type Row<K extends keyof ProviderFileInput> = NonNullable<ProviderFileInput[K]> extends readonly (infer R)[] ? R : never;

/** The lists of a story's provider; all else is filled in. */
type Lists = Partial<Omit<ProviderFileInput, 'format' | 'version' | 'provider'>>;

/** A provider in Riga with what a story needs and nothing more. */
export function storyProvider(code: string, lists: Lists): ProviderFile {
  return providerFile.parse({
    format: 'apgaita-provider',
    version: 1,
    provider: { code, name: `Provider ${code}` },
    municipalities: [{ id: 'RIGA', name: 'Riga' }],
    clients: [],
    staff: [],
    ...lists,
  });
}

/** A client about a kilometre from the next. */
export function client(n: number, rest: Partial<Row<'clients'>> = {}): Row<'clients'> {
  const address = `Street ${n}`;
  return {
    ...{ id: `C${n}`, givenName: `Given${n}`, familyName: `Client${n}`, municipality: 'RIGA' },
    ...{ declaredAddress: address, actualAddress: address, latitude: 56.94 + n / 200, longitude: 24.1 + n / 300 },
    ...rest,
  };
}

/** Somebody who starts from the middle of the town, by car. */
export function member(id: string, profession: Row<'staff'>['professions'][number] = 'carer'): Row<'staff'> {
  return {
    ...{ id, givenName: id, familyName: 'Staff', professions: [profession], travelMode: 'car' },
    ...{ startLatitude: 56.95, startLongitude: 24.11, contractMinutesPerWeek: 2400, employedFrom: '2020-01-01' },
  };
}

/** A shift of each of the people on each of the days. */
export function shifts(
  people: readonly string[],
  days: readonly string[],
  [start, end]: readonly [string, string] = ['08:00', '17:00'],
): Row<'shifts'>[] {
  return people.flatMap((staff) => days.map((date) => ({ id: `${staff}-${date}`, staff, date, start, end, breakMinutes: 30 })));
}

/** A pattern of working days; `from` and `to` bound the start. */
export function pattern(
  id: string,
  of: string,
  tasks: readonly string[],
  rest: Partial<Row<'patterns'>> & { readonly from?: string; readonly to?: string } = {},
): Row<'patterns'> {
  const { from = '08:00', to = '15:00', ...more } = rest;
  return {
    ...{ id, client: of, tasks: [...tasks], durationMinutes: 60, profession: 'carer' },
    ...{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], windows: [{ from, to }], validFrom: '2026-01-05' },
    ...more,
  };
}

/** A decision of Riga that grants twelve hours a week, paid in full. */
export function decision(
  id: string,
  of: string,
  tasks: readonly string[],
  rest: Partial<Row<'decisions'>> = {},
): Row<'decisions'> {
  return {
    ...{ id, number: `${id}/2026`, client: of, municipality: 'RIGA', decidedOn: '2026-01-02', validFrom: '2026-01-05' },
    ...{ grantedMinutes: 720, tasks: [...tasks], municipalityPercent: 100 },
    ...rest,
  };
}
