import type { DayOfWeek } from '#time';
import { DAY_SETS, type DayLoad, WEEKEND_SETS } from '../day-load.js';
import type { ClientDraft, SocialNeed } from '../people/client-draft.js';
import type { PatternPlan } from '../patterns.js';
import type { Random } from '../random.js';
import { TASK_MINUTES, type TaskCode, tasksFor } from '../tasks.js';
import { type Occasion, windowFor } from './windows.js';

export type SocialClient = ClientDraft & { readonly social: SocialNeed };

/** Share of the granted minutes that is planned: clients and families do the rest themselves. */
const PLANNED = 0.92;
/** Share of the clients of levels 1 and 2 who agree to a visit on Saturday or Sunday. */
const WEEKEND_AGREED = 0.45;
/** Minutes a visit with a bath takes at the least. */
const SHORTEST_BATH = 50;
/** Share of two-visit clients who leave the days to the coordinator. */
const FLOATING = 0.1;
/** Share of three-visit clients of level 1 whose third visit comes every other week. */
const EVERY_OTHER_WEEK = 0.5;

/** The week of a client as patterns: tasks that fit the level, the flags and the grant, on the days with most room. */
export function socialVisits(
  client: SocialClient,
  nurseDays: readonly DayOfWeek[],
  load: DayLoad,
  random: Random,
): PatternPlan[] {
  const week = weekOf(client, load, random);
  return client.social.level >= 3 ? careVisits(client, week, nurseDays, random) : homeVisits(client, week, random);
}

/** Visits of a client, all of one length. */
interface Week {
  readonly minutes: number;
  readonly days: readonly DayOfWeek[];
  /** Days with a second visit. */
  readonly evenings: readonly DayOfWeek[];
  /** Days on which two people come. */
  readonly doubles: readonly DayOfWeek[];
}

function weekOf(client: SocialClient, load: DayLoad, random: Random): Week {
  const { level, visitsPerWeek } = client.social;
  const minutesPerWeek = client.social.minutesPerWeek * PLANNED - (client.bathVan ? TASK_MINUTES.MBATH[1] : 0);
  const count = Math.min(visitsPerWeek, 7);
  const double = client.flags.has('two_person') ? (level === 4 ? 3 : 2) : 0;
  const minutes = Math.floor(minutesPerWeek / (visitsPerWeek + double) / 5) * 5;
  const choices = level < 3 && random.chance(WEEKEND_AGREED) ? [...DAY_SETS[count], ...WEEKEND_SETS[count]] : DAY_SETS[count];
  const days = load.lightest(choices, minutes);
  const working: readonly DayOfWeek[] = days.filter((day) => day !== 'SA' && day !== 'SU');
  return {
    minutes,
    days,
    evenings: DAY_SETS[Math.max(1, visitsPerWeek - 7)][0].filter(() => visitsPerWeek > 7),
    doubles:
      double === 0
        ? []
        : load.lightest(
            DAY_SETS[double].filter((set) => set.every((day) => working.includes(day))),
            minutes,
          ),
  };
}

const without = (days: readonly DayOfWeek[], taken: readonly DayOfWeek[]): DayOfWeek[] =>
  days.filter((day) => !taken.includes(day));

/** Whether a carer baths the client at home: not in bed, not over a stove, not with a dressing that must stay dry. */
function isBathed({ flags, bathVan, nurse }: ClientDraft): boolean {
  const dressing = (nurse === 'WOUND' || nurse === 'PULCER') && !flags.has('waterproof_dressing');
  return !bathVan && !dressing && nurse !== 'INFUS' && !flags.has('bedbound') && !flags.has('stove_heating');
}

/** Levels 1 and 2: the household, meals, a weekly bath where it is needed. */
function homeVisits(client: SocialClient, { minutes, days }: Week, random: Random): PatternPlan[] {
  const { level } = client.social;
  const bathed = days.length > 1 && minutes >= SHORTEST_BATH && isBathed(client) && random.chance(level === 1 ? 0.4 : 0.75);
  const bathDays = bathed ? [random.pick(days)] : [];
  const rest = without(days, bathDays);
  const heat: TaskCode[] = client.flags.has('stove_heating') && minutes >= 60 ? ['HEAT'] : [];
  const chores = random.shuffled<TaskCode>(['SHOP', 'COOK', 'CLEAN']);
  const first: TaskCode[] = level === 2 ? ['COOK', 'MEDSUP'] : [];
  const wanted: TaskCode[] = [...first, ...chores, 'ERRAND', 'OTHER'];
  const plans: PatternPlan[] = [];
  if (bathed)
    plans.push(
      plan(client, random, 'bath', { minutes, days: bathDays, needed: ['BATH', 'DRESS'], wanted: ['GROOM', 'LINEN', ...wanted] }),
    );
  const split = level === 1 && days.length === 3 && random.chance(EVERY_OTHER_WEEK);
  const weekly = split ? rest.slice(1) : rest;
  const visit = { minutes, needed: heat, wanted };
  const floating = !bathed && days.length === 2 && !days.includes('SA') && !days.includes('SU') && random.chance(FLOATING);
  plans.push({ ...plan(client, random, level === 2 ? 'meal' : 'home', { ...visit, days: weekly }), floating });
  if (split) plans.push({ ...plan(client, random, 'home', { ...visit, days: rest.slice(0, 1) }), everyWeeks: 2 });
  return plans;
}

/** Levels 3 and 4: daily care of the body, and with two people where one cannot move the client. */
function careVisits(client: SocialClient, week: Week, nurseDays: readonly DayOfWeek[], random: Random): PatternPlan[] {
  const { minutes, days, evenings, doubles } = week;
  const bedbound = client.flags.has('bedbound');
  const singles = without(days, doubles);
  const linenDays = client.nurse === 'PULCER' ? singles.filter((day) => nurseDays.includes(day)) : [];
  const bathDays = !isBathed(client) ? [] : doubles.length > 0 ? doubles : without(singles, linenDays).slice(0, 1);
  const body: TaskCode[] = bedbound
    ? ['BEDBATH', 'INCONT', 'POSITION']
    : ['BEDBATH', 'INCONT', ...(client.bathVan ? [] : (['DRESS'] as const))];
  const light: TaskCode[] = ['GROOM', 'FEED', 'COOK', 'MEDSUP', 'CLEAN', 'SHOP', 'ERRAND', 'OTHER'];
  const parts: { occasion: Occasion; on: DayOfWeek[]; needed: TaskCode[]; wanted: TaskCode[]; staffCount?: number }[] = [
    {
      occasion: 'bath',
      on: [...doubles],
      needed: bathDays.length > 0 ? ['TRANSFER', 'BATH', 'DRESS'] : ['TRANSFER', 'INCONT'],
      wanted: ['BEDBATH', 'POSITION', 'LINEN', 'GROOM', ...light].filter(
        (task) => bathDays.length === 0 || task !== 'BEDBATH',
      ) as TaskCode[],
      staffCount: 2,
    },
    {
      occasion: 'bath',
      on: without(bathDays, doubles),
      needed: ['BATH', 'DRESS'],
      wanted: ['INCONT', 'GROOM', 'LINEN', ...light],
    },
    { occasion: 'bath', on: linenDays, needed: ['INCONT', 'POSITION', 'LINEN'], wanted: ['BEDBATH', ...light] },
    // One person alone neither turns nor lifts somebody who needs two.
    {
      occasion: 'morning',
      on: without(singles, [...bathDays, ...linenDays]),
      needed: doubles.length > 0 ? ['GROOM'] : body,
      wanted: ['FEED', 'COOK', ...light],
    },
    { occasion: 'evening', on: [...evenings], needed: doubles.length > 0 ? [] : ['INCONT'], wanted: ['MEDSUP', ...light] },
  ];
  return parts
    .filter(({ on }) => on.length > 0)
    .map(({ occasion, on, needed, wanted, staffCount }) => ({
      ...plan(client, random, occasion, { minutes, days: on, needed, wanted }),
      ...(staffCount && { staffCount, skills: ['heavy_transfer'] }),
    }));
}

interface VisitNeed {
  readonly minutes: number;
  readonly days: readonly DayOfWeek[];
  readonly needed: readonly TaskCode[];
  readonly wanted: readonly TaskCode[];
}

function plan(
  client: SocialClient,
  random: Random,
  occasion: Occasion,
  { minutes, days, needed, wanted }: VisitNeed,
): PatternPlan {
  const tasks = tasksFor(minutes, needed, wanted);
  return {
    tasks,
    minutes,
    profession: 'carer',
    days,
    windows: [windowFor(random, occasion, minutes)],
    priority: priorityOf(tasks, client.social.level),
    skills: skillsFor(client, tasks),
  };
}

/** Meals, medicines and hygiene of those who depend on them come before other hygiene and meals, and those before the household. */
function priorityOf(tasks: readonly TaskCode[], level: number): number {
  if (level >= 3 && tasks.some((task) => ['FEED', 'INCONT', 'MEDSUP', 'TRANSFER'].includes(task))) return 4;
  return tasks.some((task) => ['BATH', 'BEDBATH', 'COOK', 'MEDSUP', 'HEAT'].includes(task)) ? 3 : 2;
}

function skillsFor({ flags, social }: SocialClient, tasks: readonly TaskCode[]): string[] {
  const needsDementiaSkill = flags.has('dementia') && social.level === 3;
  const needsFeedingSkill = flags.has('dysphagia') && tasks.includes('FEED');
  return [...(needsDementiaSkill ? ['dementia'] : []), ...(needsFeedingSkill ? ['feeding_dysphagia'] : [])];
}
