import { addDays, addWorkingDays, DAYS_OF_WEEK, type DayOfWeek, type IsoDay } from '#time';
import { weekdaysAfter, WEEKDAYS } from '../calendar.js';
import type { DayLoad } from '../day-load.js';
import { addEpisode, CARE_DIAGNOSES } from '../health/episodes.js';
import { withDelivery, type Writing } from '../health/health-care.js';
import { sampleVisit } from '../health/nurse-visits.js';
import { history, TERM_DAYS } from '../health/renewal.js';
import { addPattern, type PatternOwner, type PatternPlan, type StartWindow } from '../patterns.js';
import type { SocialClient } from '../social/visits.js';
import type { TaskCode } from '../tasks.js';

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

function carer(
  tasks: TaskCode[],
  minutes: number,
  days: readonly DayOfWeek[],
  windows: readonly StartWindow[],
  priority: number,
): PatternPlan {
  return { tasks, minutes, profession: 'carer', days, windows, priority };
}

function nurse(
  tasks: TaskCode[],
  minutes: number,
  days: readonly DayOfWeek[],
  windows: readonly StartWindow[],
  priority: number,
): PatternPlan {
  return { tasks, minutes, profession: 'nurse', days, windows, priority };
}

const none = { nurse: [], additional: [] } as const;

/** What the client of a story gets, around the story's weekday and day. */
export function storyCare(story: number, day: DayOfWeek, storyDay: IsoDay, today: IsoDay): StoryCare {
  const on = (...steps: number[]): DayOfWeek[] => weekdaysAfter(day, ...steps);
  switch (story) {
    case 1:
      return {
        social: [
          carer(['BATH', 'DRESS', 'GROOM'], 70, on(0), [window('10:00', '12:00')], 3),
          carer(['SHOP', 'COOK', 'CLEAN'], 110, on(1, 3), home, 2),
        ],
        nurse: [nurse(['WOUND'], 30, on(0, 2, 4), [window('10:00', '13:30')], 4)],
        additional: [],
      };
    case 2:
      return {
        social: [
          carer(['BEDBATH', 'INCONT', 'POSITION', 'LINEN', 'FEED'], 95, on(0, 2, 4), [window('10:00', '12:00')], 4),
          carer(['BEDBATH', 'INCONT', 'POSITION', 'COOK', 'FEED'], 100, on(1, 3), [window('09:00', '12:30')], 4),
        ],
        nurse: [nurse(['PULCER'], 30, on(0, 2, 4), [window('10:00', '12:30')], 4)],
        additional: [],
      };
    case 3:
      return {
        social: [carer(['SHOP', 'CLEAN'], 60, on(0, 2), home, 2)],
        nurse: [nurse(['VITALS', 'WOUND'], 40, on(0, 2, 4), [window('08:30', '14:00')], 4)],
        additional: ['VITALS'],
        termEnd: addWorkingDays(today, 2),
      };
    case 4:
      return { ...none, social: [carer(['COOK', 'CLEAN', 'GROOM'], 70, on(0, 1, 2, 3, 4), [window('09:30', '14:00')], 3)] };
    case 5:
      return {
        social: [
          carer(
            ['MEDSUP', 'FEED'],
            25,
            DAYS_OF_WEEK,
            [window('07:30', '08:30'), window('12:30', '13:30'), window('18:00', '19:00')],
            5,
          ),
        ],
        nurse: [nurse(['VITALS', 'INSULIN'], 20, DAYS_OF_WEEK, [window('07:10', '08:10')], 5)],
        additional: ['VITALS'],
      };
    case 6:
      return {
        social: [
          carer(['MEDSUP', 'COOK', 'FEED'], 60, on(0), [window('08:00', '09:30')], 3),
          carer(['MEDSUP', 'COOK', 'SHOP'], 75, on(1, 2, 3), [window('09:30', '14:00')], 3),
        ],
        nurse: [
          { ...sampleVisit(on(0), [window('07:15', '08:00')]), everyWeeks: 1 },
          nurse(['INJ'], 15, on(1, 3), [window('08:30', '12:00')], 4),
        ],
        additional: withDelivery(['SAMPLE']),
      };
    case 7:
      return {
        ...none,
        social: [
          {
            ...carer(['TRANSFER', 'INCONT', 'BEDBATH', 'POSITION'], 55, WEEKDAYS, [window('09:00', '11:00')], 4),
            staffCount: 2,
            skills: ['heavy_transfer'],
          },
          carer(['MEDSUP', 'COOK', 'FEED'], 70, DAYS_OF_WEEK, [window('13:00', '16:00')], 4),
        ],
      };
    case 8:
      return { ...none, social: [carer(['SHOP', 'COOK', 'CLEAN'], 90, on(0, 3), [window('08:00', '12:00')], 2)] };
    case 9:
      return { ...none, social: [carer(['COOK', 'GROOM', 'CLEAN'], 90, on(0, 2, 4), [window('08:00', '16:00')], 3)] };
    case 10:
      return {
        ...none,
        social: [
          carer(['HEAT', 'COOK'], 50, on(0, 1, 3), [window('08:00', '10:00')], 3),
          carer(['BATH', 'DRESS'], 60, on(0), [window('10:30', '14:00')], 3),
          carer(['HEAT', 'CLEAN'], 100, on(2), home, 3),
        ],
      };
    case 11:
      return { ...none, social: [carer(['SHOP', 'COOK'], 65, on(1, 3), home, 2)] };
    case 12: {
      const paused = { from: storyDay, to: addDays(storyDay, 3) };
      return { ...none, social: [{ ...carer(['SHOP', 'COOK', 'ERRAND'], 70, on(0, 2, 4), home, 3), paused }] };
    }
    case 13:
      return { ...none, social: [carer(['SHOP', 'COOK'], 75, on(0, 2), [window('09:00', '13:00')], 3)] };
    case 14:
      return { ...none, social: [carer(['COOK', 'GROOM', 'CLEAN'], 75, on(0, 1, 3, 4), [window('08:00', '14:00')], 3)] };
    case 15:
      return {
        ...none,
        social: [
          carer(['MEDSUP', 'TRANSFER', 'GROOM'], 40, on(0, 1, 2, 3, 4), [window('07:15', '08:15'), window('19:00', '19:40')], 4),
        ],
      };
    default:
      throw new RangeError(`no story ${story}`);
  }
}

/** Writes a story's episode, where it has a nurse, and all its visits. */
export function addStoryCare(
  writing: Writing,
  client: SocialClient,
  care: StoryCare,
  loads: { carers: DayLoad; nurses: DayLoad },
  owner: PatternOwner,
): void {
  const { book, calendar, names } = writing;
  for (const plan of care.social) addPattern(book, loads.carers, owner, plan);
  if (client.nurse === null) return;
  const random = writing.random.fork(client.id);
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
  const episode = addEpisode(book, subject, history(end, TERM_DAYS.chronic_mobility, client.story === 5 ? 3 : 0), names, random);
  for (const plan of care.nurse) addPattern(book, loads.nurses, episode, plan);
}
