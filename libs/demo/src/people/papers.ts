import { addDays, DAYS_OF_WEEK } from '#time';
import { given } from '../book.js';
import type { Random } from '../random.js';
import { NEIGHBOUR_NAMES, NEIGHBOURS } from '../municipalities.js';
import type { Writing } from '../writing.js';
import type { ClientDraft } from './client-draft.js';

/** Greatest points of the ten items of the form of 0 to 20: eating, transfer, mobility, stairs, dressing, grooming, toilet, bathing, bladder, bowel. */
export const BARTHEL_ITEMS = [2, 3, 3, 2, 2, 1, 2, 1, 2, 2] as const;
const TRANSFER = 1;
const BATHING = 7;

/** Share of the clients with both services who let them exchange what they know. */
const CONSENTED = 0.92;
/** Share of the clients who do not live alone and have somebody helping. */
const HELPED = 0.6;

/** Writes a client with certificate, Barthel score, consents and the relatives who help. */
export function addClient(writing: Writing, client: ClientDraft): void {
  const { book, calendar, names, random } = writing;
  const { today } = calendar;
  const { home } = client;
  const elsewhere = NEIGHBOURS.find((id) => id === client.municipality);
  book.clients.push({
    id: client.id,
    ...client.name,
    birthDate: addDays(today, -Math.round(client.age * 365.25) - random.between(0, 364)),
    sex: client.sex,
    ...given('phone', client.phone ? `+371 2${random.between(1000000, 9999999)}` : null),
    languages: [...client.languages],
    municipality: client.municipality,
    declaredAddress: elsewhere ? `${names.street()} ${random.between(1, 60)}, ${NEIGHBOUR_NAMES[elsewhere].town}` : home.address,
    actualAddress: home.address,
    neighbourhood: home.neighbourhood,
    latitude: home.latitude,
    longitude: home.longitude,
    livesAlone: client.livesAlone,
    floor: home.floor,
    lift: home.lift,
    ...given('doorCode', home.doorCode),
    ...given('keyNote', client.keyNote),
    warmWater: !client.flags.has('stove_heating') || random.chance(0.4),
    bathOrShower: !client.bathVan && (!client.flags.has('stove_heating') || client.story !== null),
    stoveHeating: client.flags.has('stove_heating'),
    flags: [...client.flags].sort(),
  });
  if (client.social) addCertificate(writing, client);
  if (client.barthel !== null) addBarthel(writing, client, client.barthel);
  if (client.social && (client.nurse || client.rehab)) addConsents(writing, client);
  if (!client.livesAlone && (client.relativePaid || random.chance(HELPED))) addInformalCarer(writing, client);
}

function addCertificate({ book, calendar: { today }, names, random }: Writing, client: ClientDraft): void {
  const severities = ['mild', 'moderate', 'severe', 'very_severe'] as const;
  const issuedOn = addDays(today, -random.between(150, 330));
  book.certificates.push({
    id: book.id('certificates', 'C'),
    client: client.id,
    issuedOn,
    validTo: addDays(issuedOn, 365),
    issuedBy: `Ģimenes ārste ${names.signature('female')}`,
    severity: severities[(client.social?.level ?? 1) - 1],
    // Either would rule out home care; the infectious client carries germs that hygiene keeps back.
    tuberculosis: false,
    acuteInfection: false,
    sexuallyTransmitted: false,
  });
}

function addBarthel({ book, calendar: { today }, random }: Writing, client: ClientDraft, score: number): void {
  const items = barthelItems(client, score, random);
  const assessedOn = addDays(today, -random.between(20, 330));
  book.barthel.push({ id: book.id('barthel', 'I'), client: client.id, assessedOn, form: 'lv_0_20', score, items });
}

/** Items that add up to the score; who cannot be moved by one person has no point for the transfer. */
export function barthelItems(
  { flags, bathVan }: Pick<ClientDraft, 'flags' | 'bathVan'>,
  score: number,
  random: Random,
): number[] {
  const most = BARTHEL_ITEMS.map((points, i) =>
    (i === TRANSFER && flags.has('two_person')) || (i === BATHING && bathVan) ? 0 : points,
  );
  const items = most.map(() => 0);
  for (let left = score; left > 0; left--) {
    const open = items.flatMap((points, i) => (points < most[i] ? [i] : []));
    items[random.pick(open)]++;
  }
  return items;
}

function addConsents({ book, calendar: { today }, random }: Writing, client: ClientDraft): void {
  for (const direction of ['social_to_health', 'health_to_social'] as const) {
    if (client.story === null && !random.chance(CONSENTED)) continue;
    book.consents.push({
      id: book.id('consents', 'S'),
      client: client.id,
      direction,
      scope: 'Aprūpes plāns, veselības stāvokļa izmaiņas, apmeklējumu laiki',
      givenOn: addDays(today, -random.between(30, 300)),
    });
  }
}

function addInformalCarer({ book, names, random }: Writing, client: ClientDraft): void {
  const sex = random.chance(0.7) ? 'female' : 'male';
  const { givenName, familyName } = names.person(sex);
  const relation =
    sex === 'female'
      ? random.pick(['meita', 'sieva', 'vedekla', 'kaimiņiene'])
      : random.pick(['dēls', 'vīrs', 'znots', 'kaimiņš']);
  const isDaily = client.relativePaid || random.chance(0.4);
  const days = isDaily ? [...DAYS_OF_WEEK] : DAYS_OF_WEEK.slice(5);
  book.informalCarers.push({
    id: book.id('informalCarers', 'R'),
    client: client.id,
    name: `${givenName} ${familyName}`,
    relation,
    phone: `+371 2${random.between(1000000, 9999999)}`,
    tasks: isDaily ? ['COOK', 'MEDSUP', 'SHOP'] : ['SHOP', 'CLEAN'],
    weekdays: days,
    from: isDaily ? '17:00' : '10:00',
    to: isDaily ? '20:00' : '14:00',
    minutesPerWeek: days.length * (isDaily ? 60 : 120),
    paidByMunicipality: client.relativePaid,
  });
}
