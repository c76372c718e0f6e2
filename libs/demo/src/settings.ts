/** The demo providers. */
export const DEMO_NAMES = ['riga-400', 'riga-40'] as const;
export type DemoName = (typeof DEMO_NAMES)[number];

/** Care levels 1 to 4: at most 4, 6, 12 and more hours a week (Riga's bands of 2020). */
export type CareLevel = 1 | 2 | 3 | 4;

/** How large a demo provider is. All figures are assumptions about a middling provider of Riga. */
export interface DemoSettings {
  readonly name: DemoName;
  readonly seed: number;
  /** Clients of the social service, by care level. */
  readonly socialByLevel: Readonly<Record<CareLevel, number>>;
  /** Clients with health care at home; `both` of them also have social care. */
  readonly health: number;
  readonly both: number;
  /** Rehabilitation episodes; `rehabOnly` of the health clients have nothing else. */
  readonly rehab: number;
  readonly rehabOnly: number;
  readonly bathVanClients: number;
  readonly carers: { readonly fullTime: number; readonly partTime: number; readonly early: number; readonly late: number };
  /** Carers on duty each weekend, both days, by shift. */
  readonly weekendCarers: { readonly early: number; readonly day: number; readonly late: number };
  readonly nurses: { readonly count: number; readonly early: number; readonly weekend: number };
  readonly physio: number;
  readonly ergo: number;
  readonly speech: number;
  readonly vanCrew: number;
  /** Absences begin only where this many of a profession are employed; smaller teams cannot lose anybody. */
  readonly absencesFrom: number;
  /** Neighbourhoods served; empty: the whole city. */
  readonly area: readonly string[];
}

export const DEMO_SETTINGS: Readonly<Record<DemoName, DemoSettings>> = {
  'riga-400': {
    name: 'riga-400',
    seed: 20261121,
    socialByLevel: { 1: 248, 2: 100, 3: 44, 4: 8 },
    health: 110,
    both: 70,
    rehab: 34,
    rehabOnly: 9,
    bathVanClients: 40,
    carers: { fullTime: 46, partTime: 14, early: 8, late: 7 },
    weekendCarers: { early: 2, day: 9, late: 2 },
    nurses: { count: 12, early: 3, weekend: 3 },
    physio: 4,
    ergo: 1,
    speech: 1,
    vanCrew: 2,
    absencesFrom: 4,
    area: [],
  },
  'riga-40': {
    name: 'riga-40',
    seed: 20261121,
    socialByLevel: { 1: 25, 2: 10, 3: 4, 4: 1 },
    health: 12,
    both: 8,
    rehab: 3,
    rehabOnly: 1,
    bathVanClients: 0,
    carers: { fullTime: 5, partTime: 2, early: 2, late: 2 },
    weekendCarers: { early: 1, day: 0, late: 1 },
    nurses: { count: 2, early: 2, weekend: 1 },
    physio: 1,
    ergo: 0,
    speech: 0,
    vanCrew: 0,
    absencesFrom: 8,
    // One part of the city, as a provider of this size would serve.
    area: ['Bolderāja', 'Dzirciems', 'Imanta', 'Iļģuciems', 'Zolitūde'],
  },
};

/** Share of a profession that is ill, on holiday or in training on any day. */
export const ABSENCE_SHARE = 0.08;

/** Weeks of rosters: the one before today's, today's, and the two after. */
export const ROSTER_WEEKS = 4;
