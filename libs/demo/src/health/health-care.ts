import type { IsoDay } from '#time';
import { type DemoCalendar, inRhythm } from '../calendar.js';
import { DayLoad } from '../day-load.js';
import { addPattern } from '../patterns.js';
import type { ClientDraft, MainService } from '../people/client-draft.js';
import type { Random } from '../random.js';
import type { DemoSettings } from '../settings.js';
import type { TaskCode } from '../tasks.js';
import { about, type Writing } from '../writing.js';
import { addEpisode, CARE_DIAGNOSES, MOBILITY_DIAGNOSES } from './episodes.js';
import { ADDITIONAL, nurseVisits } from './nurse-visits.js';
import { episodeDates, oneTerm, RENEWAL_STATES, type ReferralKind } from './renewal.js';

/** How often a nurse's referral is a chronic patient's rather than after surgery. */
const NURSE_KINDS: readonly (readonly [ReferralKind, number])[] = [
  ['chronic_mobility', 0.78],
  ['post_surgery', 0.14],
];

/** Minutes nurses can work on each weekday: those of the weekend are off on Thursday and Friday. */
export function nurseLoad({ nurses: { count, weekend } }: DemoSettings): DayLoad {
  const shift = 480;
  const team = [count, count, count, count - weekend, count - weekend, weekend, weekend];
  return new DayLoad(team.map((people) => Math.max(people, 0.1) * shift));
}

/** Episodes of all but the stories' nurses' clients, with their visits. */
export function addNurseCare(writing: Writing, clients: readonly ClientDraft[], load: DayLoad): void {
  const { book, calendar } = writing;
  const nursing = about(writing, 'nurse');
  const { random } = nursing;
  const nursed = clients.filter((client) => client.nurse !== null && client.story === null);
  const states = random.dealt(nursed.length, RENEWAL_STATES);
  const kinds = random.dealt(nursed.length, NURSE_KINDS);
  const extras = new Map(ADDITIONAL.map(([task, share]) => [task, dealtTo(nursed, share, random)]));
  nursed.forEach((client, i) => {
    const main = client.nurse!;
    const kind = kindFor(main, kinds[i]);
    const theirs = about(nursing, client.id);
    const own = theirs.random;
    const additional = ADDITIONAL.map(([task]) => task).filter(
      (task) => extras.get(task)?.has(client.id) || (main === 'INSULIN' && task === 'VITALS'),
    );
    const visits = nurseVisits(main, additional, load, own);
    const dates = episodeDates(kind, states[i], calendar.today, own);
    const subject = {
      client: client.id,
      kind,
      main: [main],
      additional: withDelivery(additional),
      diagnosis: own.pick(CARE_DIAGNOSES[main]),
      mobility: own.pick(MOBILITY_DIAGNOSES),
      orders: 'Procedūras un biežums pēc aprūpes plāna.',
    };
    const owner = addEpisode(theirs, subject, main === 'STOMA' ? oneTerm(dates) : dates);
    for (const visit of visits) {
      const rhythm = visit.everyWeeks === 2 ? { validFrom: rhythmFrom(owner.validFrom, calendar, own) } : {};
      addPattern(book, load, { ...owner, ...rhythm }, visit);
    }
  });
}

/** Infusions are short courses; only wounds and injections may follow surgery; what is permanent is chronic. */
function kindFor(main: MainService, dealt: ReferralKind): ReferralKind {
  if (main === 'INFUS') return 'post_surgery';
  return main === 'WOUND' || main === 'INJ' ? dealt : 'chronic_mobility';
}

const rhythmFrom = (from: IsoDay, { storyDay }: DemoCalendar, random: Random): IsoDay =>
  inRhythm(from, storyDay, random.chance(0.5) ? 0 : 1);

/** A sample is always taken to the laboratory. */
export function withDelivery(additional: readonly TaskCode[]): TaskCode[] {
  return additional.flatMap((task) => (task === 'SAMPLE' ? (['SAMPLE', 'LABDEL'] as const) : [task]));
}

function dealtTo(clients: readonly ClientDraft[], share: number, random: Random): ReadonlySet<string> {
  const able = clients.filter(({ nurse }) => nurse !== 'INSULIN');
  return new Set(
    random
      .shuffled(able)
      .slice(0, Math.round(clients.length * share))
      .map(({ id }) => id),
  );
}
