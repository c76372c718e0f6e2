import { addDays, addWorkingDays, DAYS_OF_WEEK, type DayOfWeek, type IsoDay } from '#time';
import { type DemoCalendar, weekdaysAfter, WEEKDAYS } from '../calendar.js';
import type { DayLoad } from '../day-load.js';
import { addEpisode, CARE_DIAGNOSES } from '../health/episodes.js';
import { withDelivery } from '../health/health-care.js';
import { sampleVisit } from '../health/nurse-visits.js';
import { history, TERM_DAYS } from '../health/renewal.js';
import { addPattern, type PatternOwner, type PatternPlan, type StartWindow } from '../patterns.js';
import type { SocialClient } from '../social/visits.js';
import type { TaskCode } from '../tasks.js';
import { about, type Writing } from '../writing.js';

/** The visits of one story, social and nurse's; all are to be seen on the story's day. */
export interface StoryCare {
  readonly social: readonly PatternPlan[];
  readonly nurse: readonly PatternPlan[];
  /** Tasks of the episode beside the main service. */
  readonly additional: readonly TaskCode[];
  /** Last day of the nurse's term; by default nothing is due soon. */
  readonly termEnd?: IsoDay;
}

const window = (from: string, to: string): StartWindow => ({ from, to });
const home = [window('08:00', '15:00')];

type When = Pick<PatternPlan, 'days' | 'windows' | 'priority'>;

function carer(tasks: readonly TaskCode[], minutes: number, when: When): PatternPlan {
  return { tasks, minutes, profession: 'carer', ...when };
}

function nurse(tasks: readonly TaskCode[], minutes: number, when: When): PatternPlan {
  return { tasks, minutes, profession: 'nurse', ...when };
}

const none = { nurse: [], additional: [] } as const;

/** The days a scene is set on. */
interface Setting {
  /** Weekdays so many working days after the story's. */
  readonly on: (...steps: number[]) => DayOfWeek[];
  readonly storyDay: IsoDay;
  readonly today: IsoDay;
}

/** What the client of each story gets. */
const SCENES: Readonly<Record<number, (setting: Setting) => StoryCare>> = {
  1: ({ on }) => ({
    social: [
      carer(['BATH', 'DRESS', 'GROOM'], 70, { days: on(0), windows: [window('10:00', '12:00')], priority: 3 }),
      carer(['SHOP', 'COOK', 'CLEAN'], 110, { days: on(1, 3), windows: home, priority: 2 }),
    ],
    nurse: [nurse(['WOUND'], 30, { days: on(0, 2, 4), windows: [window('10:00', '13:30')], priority: 4 })],
    additional: [],
  }),
  2: ({ on }) => ({
    social: [
      carer(['BEDBATH', 'INCONT', 'POSITION', 'LINEN', 'FEED'], 95, {
        days: on(0, 2, 4),
        windows: [window('10:00', '12:00')],
        priority: 4,
      }),
      carer(['BEDBATH', 'INCONT', 'POSITION', 'COOK', 'FEED'], 100, {
        days: on(1, 3),
        windows: [window('09:00', '12:30')],
        priority: 4,
      }),
    ],
    nurse: [nurse(['PULCER'], 30, { days: on(0, 2, 4), windows: [window('10:00', '12:30')], priority: 4 })],
    additional: [],
  }),
  3: ({ on, today }) => ({
    social: [carer(['SHOP', 'CLEAN'], 60, { days: on(0, 2), windows: home, priority: 2 })],
    nurse: [nurse(['VITALS', 'WOUND'], 40, { days: on(0, 2, 4), windows: [window('08:30', '14:00')], priority: 4 })],
    additional: ['VITALS'],
    termEnd: addWorkingDays(today, 2),
  }),
  4: ({ on }) => ({
    ...none,
    social: [
      carer(['COOK', 'CLEAN', 'GROOM'], 70, { days: on(0, 1, 2, 3, 4), windows: [window('09:30', '14:00')], priority: 3 }),
    ],
  }),
  5: ({}) => ({
    social: [
      carer(['MEDSUP', 'FEED'], 25, {
        days: DAYS_OF_WEEK,
        windows: [window('07:30', '08:30'), window('12:30', '13:30'), window('18:00', '19:00')],
        priority: 5,
      }),
    ],
    nurse: [nurse(['VITALS', 'INSULIN'], 20, { days: DAYS_OF_WEEK, windows: [window('07:10', '08:10')], priority: 5 })],
    additional: ['VITALS'],
  }),
  6: ({ on }) => ({
    social: [
      carer(['MEDSUP', 'COOK', 'FEED'], 60, { days: on(0), windows: [window('08:00', '09:30')], priority: 3 }),
      carer(['MEDSUP', 'COOK', 'SHOP'], 75, { days: on(1, 2, 3), windows: [window('09:30', '14:00')], priority: 3 }),
    ],
    nurse: [
      { ...sampleVisit(on(0), [window('07:15', '08:00')]), everyWeeks: 1 },
      nurse(['INJ'], 15, { days: on(1, 3), windows: [window('08:30', '12:00')], priority: 4 }),
    ],
    additional: withDelivery(['SAMPLE']),
  }),
  7: ({}) => ({
    ...none,
    social: [
      {
        ...carer(['TRANSFER', 'INCONT', 'BEDBATH', 'POSITION'], 55, {
          days: WEEKDAYS,
          windows: [window('09:00', '11:00')],
          priority: 4,
        }),
        staffCount: 2,
        skills: ['heavy_transfer'],
      },
      carer(['MEDSUP', 'COOK', 'FEED'], 70, { days: DAYS_OF_WEEK, windows: [window('13:00', '16:00')], priority: 4 }),
    ],
  }),
  8: ({ on }) => ({
    ...none,
    social: [carer(['SHOP', 'COOK', 'CLEAN'], 90, { days: on(0, 3), windows: [window('08:00', '12:00')], priority: 2 })],
  }),
  9: ({ on }) => ({
    ...none,
    social: [carer(['COOK', 'GROOM', 'CLEAN'], 90, { days: on(0, 2, 4), windows: [window('08:00', '16:00')], priority: 3 })],
  }),
  10: ({ on }) => ({
    ...none,
    social: [
      carer(['HEAT', 'COOK'], 50, { days: on(0, 1, 3), windows: [window('08:00', '10:00')], priority: 3 }),
      carer(['BATH', 'DRESS'], 60, { days: on(0), windows: [window('10:30', '14:00')], priority: 3 }),
      carer(['HEAT', 'CLEAN'], 100, { days: on(2), windows: home, priority: 3 }),
    ],
  }),
  11: ({ on }) => ({ ...none, social: [carer(['SHOP', 'COOK'], 65, { days: on(1, 3), windows: home, priority: 2 })] }),
  12: ({ on, storyDay }) => ({
    ...none,
    social: [
      {
        ...carer(['SHOP', 'COOK', 'ERRAND'], 70, { days: on(0, 2, 4), windows: home, priority: 3 }),
        paused: { from: storyDay, to: addDays(storyDay, 3) },
      },
    ],
  }),
  13: ({ on }) => ({
    ...none,
    social: [carer(['SHOP', 'COOK'], 75, { days: on(0, 2), windows: [window('09:00', '13:00')], priority: 3 })],
  }),
  14: ({ on }) => ({
    ...none,
    social: [carer(['COOK', 'GROOM', 'CLEAN'], 75, { days: on(0, 1, 3, 4), windows: [window('08:00', '14:00')], priority: 3 })],
  }),
  15: ({ on }) => ({
    ...none,
    social: [
      carer(['MEDSUP', 'TRANSFER', 'GROOM'], 40, {
        days: on(0, 1, 2, 3, 4),
        windows: [window('07:15', '08:15'), window('19:00', '19:40')],
        priority: 4,
      }),
    ],
  }),
};

/** What the client of a story gets, around the story's weekday and day. Throws a RangeError when there is no such story. */
export function storyCare(story: number, { storyWeekday, storyDay, today }: DemoCalendar): StoryCare {
  const scene = SCENES[story];
  if (!scene) throw new RangeError(`no story ${story}`);
  return scene({ on: (...steps) => weekdaysAfter(storyWeekday, ...steps), storyDay, today });
}

/** Writes a story's episode, where it has a nurse, and all its visits. */
export function addStoryCare(
  writing: Writing,
  client: SocialClient,
  care: StoryCare & { readonly owner: PatternOwner },
  loads: { readonly carers: DayLoad; readonly nurses: DayLoad },
): void {
  const { book, calendar } = writing;
  for (const plan of care.social) addPattern(book, loads.carers, care.owner, plan);
  if (client.nurse === null) return;
  const end = care.termEnd ?? addDays(calendar.today, 20);
  const subject = {
    client: client.id,
    kind: 'chronic_mobility' as const,
    main: [client.nurse],
    additional: care.additional,
    diagnosis: CARE_DIAGNOSES[client.nurse][0],
    mobility: 'I69.3',
    orders: 'Procedūras un biežums pēc aprūpes plāna.',
  };
  const episode = addEpisode(
    about(writing, client.id),
    subject,
    history(end, TERM_DAYS.chronic_mobility, client.story === 5 ? 3 : 0),
  );
  for (const plan of care.nurse) addPattern(book, loads.nurses, episode, plan);
}
