import { addDays, addMonths, type DayOfWeek, earlierDay, type IsoDay } from '#time';
import { inRhythm } from '../calendar.js';
import { DayLoad } from '../day-load.js';
import { addPattern, type PatternOwner } from '../patterns.js';
import { type ClientDraft, isServedSocially } from '../people/client-draft.js';
import type { DemoSettings } from '../settings.js';
import { addStoryCare, type StoryCare, storyCare } from '../stories/story-care.js';
import { addDecision, DECISION_STATES, decisionRow, type Grant, PAYERS, push } from './decisions.js';
import { type SocialClient, socialVisits } from './visits.js';
import { about, type Writing } from '../writing.js';

/** Minutes carers can work on each weekday: those of the weekend are off on Thursday and Friday. */
export function carerLoad({ carers: { fullTime, partTime }, weekendCarers }: DemoSettings): DayLoad {
  const weekend = weekendCarers.early + weekendCarers.day + weekendCarers.late;
  const early = fullTime + partTime / 3;
  const late = fullTime + partTime - weekend;
  return new DayLoad([early, early, early, late, late, weekend, weekend].map((people) => people * 480));
}

/** Decisions and visits of the social service; stories first, then the busiest weeks, so that the lightest fill what is left. */
export function addSocialCare(
  writing: Writing,
  clients: readonly ClientDraft[],
  loads: { carers: DayLoad; nurses: DayLoad },
): void {
  const deciding = about(writing, 'social');
  const { random } = deciding;
  const social = clients.filter((client): client is SocialClient => client.social !== null);
  const others = social.filter(({ story }) => story === null);
  const payers = random.dealt(others.length, PAYERS);
  const served = others.filter(isServedSocially);
  const states = new Map(random.dealt(served.length, DECISION_STATES).map((state, i) => [served[i].id, state]));
  for (const client of social) if (client.story !== null) addStory(writing, client, client.story, loads);
  const byDays = [...others].sort((a, b) => b.social.visitsPerWeek - a.social.visitsPerWeek || (a.id < b.id ? -1 : 1));
  for (const client of byDays) {
    const theirs = about(deciding, client.id);
    const own = theirs.random;
    const grant = {
      payer: client.relativePaid ? 'municipality' : payers[others.indexOf(client)],
      state: states.get(client.id) ?? 'running',
    } as const;
    if (!isServedSocially(client)) {
      addDecision(theirs, client, { ...grant, tasks: ['COOK', 'SHOP', 'CLEAN', 'GROOM'] });
      continue;
    }
    const plans = socialVisits(client, nurseDays(writing, client), loads.carers, own);
    const tasks = granted(plans.flatMap((plan) => plan.tasks));
    const owner = addDecision(theirs, client, { ...grant, tasks });
    for (const plan of plans) {
      const validFrom =
        plan.everyWeeks === 2 ? inRhythm(owner.validFrom, writing.calendar.storyDay, own.chance(0.5) ? 0 : 1) : owner.validFrom;
      addPattern(writing.book, grant.state === 'expired' ? null : loads.carers, { ...owner, validFrom }, plan);
    }
  }
}

/** A decision grants what the visits do and errands beside. */
const granted = (tasks: readonly string[]): string[] => [...new Set([...tasks, 'ERRAND'])].sort();

function nurseDays({ book }: Writing, { id }: ClientDraft): DayOfWeek[] {
  const patterns = book.patterns.filter((pattern) => pattern.client === id && pattern.tasks.includes('PULCER'));
  return patterns.flatMap((pattern) => (pattern.weekdays ?? []) as DayOfWeek[]);
}

function addStory(writing: Writing, client: SocialClient, story: number, loads: { carers: DayLoad; nurses: DayLoad }): void {
  const { calendar, book } = writing;
  const care = storyCare(story, calendar);
  const grant: Grant = {
    payer: story % 3 === 0 ? 'partly' : 'municipality',
    state: 'running',
    tasks: granted(storyTasks(care, client)),
  };
  const owner = story === 4 ? addCutDecision(writing, client, grant) : storyOwner(writing, client, grant);
  addStoryCare(writing, client, { ...care, owner }, loads);
  if (story === 4) addOldVisits(book, client, care, owner);
}

function storyTasks(care: StoryCare, client: ClientDraft): string[] {
  return [...care.social.flatMap((plan) => plan.tasks), ...(client.bathVan ? ['MBATH'] : [])];
}

/** A decision of half a year that is in force for months to come. */
function storyOwner({ book, calendar, random }: Writing, client: SocialClient, grant: Grant): PatternOwner {
  const validFrom = addDays(calendar.today, -60);
  const validTo = addDays(addMonths(validFrom, 6), -1);
  const row = decisionRow(book, client, grant, random.fork(client.id));
  const decision = push(book, { ...row, decidedOn: addDays(validFrom, -6), validFrom, validTo });
  return { client: client.id, decision, validFrom, validTo };
}

/** Story 4: twelve hours a week until the middle of the month, six from then on. */
function addCutDecision({ book, calendar, random }: Writing, client: SocialClient, grant: Grant): PatternOwner {
  const cutOn: IsoDay = `${calendar.today.slice(0, 7)}-16`;
  const from = addMonths(cutOn, -4);
  const to = addDays(addMonths(from, 12), -1);
  const row = decisionRow(book, client, grant, random.fork(client.id));
  const before = push(book, {
    ...row,
    grantedMinutes: client.social.minutesPerWeek * 2,
    careLevel: 3,
    decidedOn: addDays(from, -5),
    validFrom: from,
    validTo: to,
    endedOn: addDays(cutOn, -1),
  });
  const decision = push(book, {
    ...row,
    decidedOn: earlierDay(addDays(cutOn, -4), calendar.today),
    validFrom: cutOn,
    validTo: to,
    replaces: before,
  });
  return { client: client.id, decision, validFrom: cutOn, validTo: to };
}

/** The longer visits of the decision before the cut. */
function addOldVisits(book: Writing['book'], client: SocialClient, care: StoryCare, owner: PatternOwner): void {
  const old = book.decisions.find((row) => row.client === client.id && row.id !== owner.decision);
  if (!old) throw new Error('the decision before the cut is missing');
  const before = { client: client.id, decision: old.id, validFrom: old.validFrom, validTo: addDays(owner.validFrom, -1) };
  for (const plan of care.social)
    addPattern(book, null, before, { ...plan, tasks: [...plan.tasks, 'ERRAND'], minutes: plan.minutes * 2 });
}
