import { type ProviderFile, providerFile } from '#contracts';
import { isIsoDay } from '#time';
import { Book } from './book.js';
import { demoCalendar } from './calendar.js';
import { addNurseCare, nurseLoad } from './health/health-care.js';
import { addRehabilitation } from './health/rehabilitation.js';
import type { ClientDraft } from './people/client-draft.js';
import { draftClients } from './people/clients.js';
import { Names } from './people/names.js';
import { addClient } from './people/papers.js';
import { Random } from './random.js';
import { DEMO_SETTINGS, type DemoName } from './settings.js';
import { addBathVan } from './social/bath-van.js';
import { addSocialCare, carerLoad } from './social/social-care.js';
import { addStaff } from './staff/staff.js';
import { addPreferences } from './staff/preferences.js';
import { addManipulations } from './health/manipulations.js';
import { addMedicines } from './people/medicines.js';
import { addHouse } from './house.js';
import { about, type Writing } from './writing.js';

/**
 * A synthetic provider in Riga as a provider file: invented people, addresses
 * and histories around `today` (a calendar day), the same for the same name and
 * day on every machine. The people stay the same from day to day; decisions,
 * terms, rosters and the stories move with the day. Throws a RangeError when
 * `today` is no day.
 */
export function demoProvider(name: DemoName, { today }: { readonly today: string }): ProviderFile {
  if (!isIsoDay(today)) throw new RangeError(`'${today}' is not a calendar day YYYY-MM-DD`);
  const settings = DEMO_SETTINGS[name];
  const random = new Random(settings.seed);
  const writing: Writing = { book: new Book(), settings, calendar: demoCalendar(today), names: new Names(settings.seed), random };
  const clients = draftClients(settings, random, writing.names);
  addHouse(writing.book);
  addStaff(writing, clients);
  addPeople(writing, clients);
  const loads = { carers: carerLoad(settings), nurses: nurseLoad(settings) };
  addNurseCare(writing, clients, loads.nurses);
  addSocialCare(writing, clients, loads);
  addRehabilitation(writing, clients);
  addBathVan(writing.book, clients, writing.calendar);
  addPreferences(writing.book, clients, random);
  addMedicines(writing);
  addManipulations(writing);
  return providerFile.parse({ format: 'apgaita-provider', version: 1, provider: providerOf(name), ...writing.book });
}

function addPeople(writing: Writing, clients: readonly ClientDraft[]): void {
  for (const client of clients) addClient(about(writing, `papers ${client.id}`), client);
}

function providerOf(name: DemoName): { code: string; name: string; phone: string } {
  return {
    code: name,
    name: name === 'riga-400' ? 'Aprūpe Rīgā (paraugs)' : 'Aprūpe Pārdaugavā (paraugs)',
    phone: '+371 60000000',
  };
}
