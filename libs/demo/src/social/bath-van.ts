import type { DayOfWeek } from '#time';
import type { Book } from '../book.js';
import { type DemoCalendar, inRhythm, WEEKDAYS } from '../calendar.js';
import { addPattern } from '../patterns.js';
import type { ClientDraft } from '../people/client-draft.js';
import { TASK_MINUTES } from '../tasks.js';
import { NEIGHBOURHOODS } from '../neighbourhoods.js';
import { GARAGE } from '../staff/staff.js';

/** Start windows of the van's day. */
const WINDOW = { from: '08:30', to: '15:00' };

/**
 * The bath van's rounds: every client every other week, four or five a day,
 * neighbours on the same day, and the story's neighbourhood on the story's day.
 * Each bath takes the van's crew of two, so that it takes its length of the
 * week's grant.
 */
export function addBathVan(book: Book, clients: readonly ClientDraft[], calendar: DemoCalendar): void {
  const bathed = clients.filter(({ bathVan }) => bathVan);
  if (bathed.length === 0) return;
  book.equipment.push({
    id: 'VAN1',
    kind: 'bath_van',
    name: 'Mobilā vanna',
    latitude: GARAGE.latitude,
    longitude: GARAGE.longitude,
    crew: 2,
    usesBeforeRefill: 5,
  });
  const rounds = WEEKDAYS.flatMap((day) => [0, 1].map((week) => ({ day, week: week as 0 | 1 })));
  const first = rounds.findIndex(({ day, week }) => day === calendar.storyWeekday && week === 0);
  const ordered = [...rounds.slice(first), ...rounds.slice(0, first)];
  const waiting = byNeighbourhood(bathed);
  const perRound = Math.ceil(bathed.length / rounds.length);
  for (const round of ordered) for (const client of waiting.splice(0, perRound)) addBath(book, client, round, calendar);
}

/** The story's client and neighbours first, then neighbourhood by neighbourhood. */
function byNeighbourhood(bathed: readonly ClientDraft[]): ClientDraft[] {
  const story = bathed.find(({ story }) => story !== null)?.home.neighbourhood;
  const rank = ({ home, story: own }: ClientDraft): number => (own !== null ? 0 : home.neighbourhood === story ? 1 : 2);
  const name = ({ home }: ClientDraft): number => NEIGHBOURHOODS.findIndex((place) => place.name === home.neighbourhood);
  return [...bathed].sort((a, b) => rank(a) - rank(b) || name(a) - name(b) || a.home.latitude - b.home.latitude);
}

function addBath(
  book: Book,
  client: ClientDraft,
  round: { readonly day: DayOfWeek; readonly week: 0 | 1 },
  { storyDay }: DemoCalendar,
): void {
  const decision = book.decisions.findLast((row) => row.client === client.id);
  if (!decision) throw new Error(`bath van client ${client.id} has no decision`);
  if (!decision.tasks.includes('MBATH')) decision.tasks = [...decision.tasks, 'MBATH'].sort();
  const owner = {
    client: client.id,
    decision: decision.id,
    validFrom: inRhythm(decision.validFrom, storyDay, round.week),
    validTo: decision.validTo ?? null,
  };
  addPattern(book, null, owner, {
    tasks: ['MBATH'],
    minutes: TASK_MINUTES.MBATH[1],
    profession: 'van_crew',
    days: [round.day],
    windows: [WINDOW],
    priority: 3,
    staffCount: 2,
    everyWeeks: 2,
  });
}
