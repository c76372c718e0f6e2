import type { MainService, SocialNeed } from '../people/client-draft.js';
import type { Sex } from '../people/names.js';
import type { DemoSettings } from '../settings.js';

/** What is fixed about the client of a story; the rest is drawn like anybody's. */
export interface StoryRole {
  readonly story: number;
  readonly title: string;
  readonly sex?: Sex;
  readonly age?: number;
  readonly neighbourhood?: string;
  readonly livesAlone?: boolean;
  readonly flags?: readonly string[];
  readonly social?: SocialNeed;
  readonly nurse?: MainService;
  readonly bathVan?: boolean;
  readonly keyNote?: string;
  readonly phone?: boolean;
}

const level1 = (minutesPerWeek: number, visitsPerWeek: number): SocialNeed => ({ level: 1, minutesPerWeek, visitsPerWeek });
const level2 = (minutesPerWeek: number, visitsPerWeek: number): SocialNeed => ({ level: 2, minutesPerWeek, visitsPerWeek });
const level3 = (minutesPerWeek: number, visitsPerWeek: number): SocialNeed => ({ level: 3, minutesPerWeek, visitsPerWeek });

/** The fifteen scenes a demo shows, one client each. */
const ROLES: readonly StoryRole[] = [
  { story: 1, title: 'Bath and dressing change at the same address and hour', social: level2(300, 3), nurse: 'WOUND' },
  {
    story: 2,
    title: 'Pressure ulcer dressed while the carer changes the linen',
    flags: ['bedbound', 'pressure_risk'],
    social: level3(510, 5),
    nurse: 'PULCER',
  },
  {
    story: 3,
    title: 'Thirty-day term ends in two working days',
    flags: ['waterproof_dressing'],
    social: level1(120, 2),
    nurse: 'WOUND',
  },
  { story: 4, title: 'Decision cut from 12 to 6 hours a week in mid-month', social: level2(360, 5) },
  {
    story: 5,
    title: 'Insulin before breakfast, medicines three times a day',
    flags: ['diabetes', 'insulin', 'insulin_rapid', 'tid'],
    social: level3(600, 7),
    nurse: 'INSULIN',
  },
  {
    story: 6,
    title: 'Fasting sample, then the laboratory, then breakfast',
    flags: ['diabetes', 'fasting'],
    social: level2(300, 4),
    nurse: 'INJ',
  },
  {
    story: 7,
    title: 'Hoist that needs two carers',
    flags: ['two_person', 'bedbound'],
    livesAlone: false,
    social: { level: 4, minutesPerWeek: 1140, visitsPerWeek: 12 },
  },
  { story: 8, title: 'The usual carer falls ill at 06:40', livesAlone: true, social: level1(180, 2) },
  { story: 9, title: 'Infectious client, best seen last in the round', flags: ['infectious'], social: level2(270, 3) },
  {
    story: 10,
    title: 'Stove-heated house: heat first, bathe later',
    neighbourhood: 'Bolderāja',
    flags: ['stove_heating'],
    social: level2(330, 4),
  },
  {
    story: 11,
    title: 'Bath van day in Ķengarags',
    neighbourhood: 'Ķengarags',
    social: level1(180, 2),
    bathVan: true,
  },
  { story: 12, title: 'Four days in hospital', social: level1(210, 3) },
  {
    story: 13,
    title: 'Nobody opens the door',
    livesAlone: true,
    phone: false,
    keyNote: 'Atslēgas nav. Ja neatver, gaidīt 10 min un zvanīt koordinatoram.',
    social: level1(150, 2),
  },
  { story: 14, title: 'The usual carer has just the 42 hours of weekly rest', social: level2(300, 4) },
  { story: 15, title: 'First and last visit of the day: none between 21:00 and 07:00', social: level3(480, 5) },
];

/** The stories a provider of these settings can show, in order. */
export function storyRoles(settings: DemoSettings): readonly StoryRole[] {
  return ROLES.filter((role) => !role.bathVan || settings.vanCrew > 0);
}

/** `S01` to `S15`: also the id of the story's client. */
export function storyId(story: number): string {
  return `S${String(story).padStart(2, '0')}`;
}
