import type { Book, Row } from '../book.js';
import { type ClientDraft, isServedSocially } from '../people/client-draft.js';
import type { Random } from '../random.js';
import { ILL_CARER, TIRED_CARER } from './staff.js';

/** How many of the nearest may be chosen from. */
const NEAR = 4;
/** Share of the clients who refuse somebody. */
const EXCLUSIONS = 0.03;
/** Share of the nurses' clients who know one nurse. */
const KNOWN_NURSE = 0.6;
/** Clients of the carer who falls ill, the story's included. */
const ILL_CARERS_CLIENTS = 5;

const REASONS = ['Klienta lūgums', 'Iepriekšējs konflikts', 'Alerģija pret tabakas dūmiem'] as const;

/** Writes who is wished for, one to three carers near by who share a language, the least wished for first; and who must not come. */
export function addPreferences(book: Book, clients: readonly ClientDraft[], random: Random): void {
  const wishes = new Map<string, number>();
  const ill = illCarersClients(clients, book);
  for (const client of clients) {
    const own = random.fork(`preference ${client.id}`);
    const wanted = wantedCarers(book, client, { wishes, ill, random: own });
    for (const staff of wanted) {
      wishes.set(staff, (wishes.get(staff) ?? 0) + 1);
      add(book, client, { staff, kind: 'preferred' });
    }
    if (client.nurse && own.chance(KNOWN_NURSE)) {
      const { id } = own.pick(nearest(book, client, 'nurse').slice(0, NEAR));
      add(book, client, { staff: id, kind: 'preferred' });
    }
    if (client.story === null && own.chance(EXCLUSIONS)) {
      const others = nearest(book, client, 'carer').filter(({ id }) => !wanted.includes(id));
      const { id } = own.pick(others.slice(0, 2 * NEAR));
      add(book, client, { staff: id, kind: 'excluded', reason: own.pick(REASONS) });
    }
  }
}

/** The story's client and those nearest to the ill carer's home who can wait for nobody else's skills. */
function illCarersClients(clients: readonly ClientDraft[], book: Book): ReadonlySet<string> {
  const carer = book.staff.find(({ id }) => id === ILL_CARER);
  if (!carer) return new Set();
  const able = clients.filter((client) => isServedSocially(client) && client.social.level < 3 && client.story === null);
  const ordered = [...able].sort((a, b) => distance(a, carer) - distance(b, carer)).slice(0, ILL_CARERS_CLIENTS - 1);
  return new Set([...clients.filter(({ story }) => story === 8), ...ordered].map(({ id }) => id));
}

/** What the choice of carers looks at beside the client. */
interface Choosing {
  /** Wishes for each carer so far. */
  readonly wishes: ReadonlyMap<string, number>;
  /** Clients of the carer who falls ill. */
  readonly ill: ReadonlySet<string>;
  readonly random: Random;
}

function wantedCarers(book: Book, client: ClientDraft, { wishes, ill, random }: Choosing): string[] {
  if (!isServedSocially(client)) return [];
  if (client.story === 14) return [TIRED_CARER];
  if (ill.has(client.id)) return [ILL_CARER];
  const near = nearest(book, client, 'carer').filter(
    ({ languages = [] }) =>
      client.languages.includes('other') || client.languages.some((language) => languages.includes(language)),
  );
  const able = client.flags.has('two_person') ? near.filter(({ skills = [] }) => skills.includes('heavy_transfer')) : near;
  const choice = able.slice(0, NEAR).map(({ id }) => id);
  const count = random.weighted([
    [1, 0.3],
    [2, 0.4],
    [3, 0.3],
  ]);
  const wished = (id: string): number => wishes.get(id) ?? 0;
  return choice.sort((a, b) => wished(a) - wished(b)).slice(0, count);
}

function nearest(book: Book, client: ClientDraft, profession: 'carer' | 'nurse'): Row<'staff'>[] {
  return book.staff
    .filter(({ professions }) => professions.includes(profession))
    .sort((a, b) => distance(client, a) - distance(client, b));
}

/** Squared degrees, longitude shrunk to Riga's latitude: good for comparing. */
function distance({ home }: ClientDraft, { startLatitude, startLongitude }: Row<'staff'>): number {
  return (home.latitude - startLatitude) ** 2 + ((home.longitude - startLongitude) * 0.545) ** 2;
}

type Wish = Pick<Row<'preferences'>, 'staff' | 'kind' | 'reason'>;

function add(book: Book, client: ClientDraft, wish: Wish): void {
  book.preferences.push({ id: book.id('preferences', 'W'), client: client.id, ...wish });
}
