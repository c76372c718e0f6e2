import type { Profession } from '../model.js';

/** The same text in the three languages of the product. */
export interface Words {
  readonly lv: string;
  readonly en: string;
  readonly ru: string;
}

/**
 * What a task takes of the client: `body` hands on the person, `attention` the
 * person's mind, `none` only the home, `away` nothing (the carer is elsewhere),
 * `away_client` the person is not at home.
 */
export type Occupancy = 'body' | 'attention' | 'none' | 'away' | 'away_client';

/** What a provider has few of and a task cannot do without (S110, S112). */
export const EQUIPMENT_KINDS = ['bath_van', 'foot_care_kit'] as const;
export type EquipmentKind = (typeof EQUIPMENT_KINDS)[number];

/** An item of care with a code. */
export interface Task {
  /** Upper case, unique. */
  readonly code: string;
  /** Line of the law's or the municipality's list: S1-S11 and SX social, H1-H5, HX and A1-A4 health, R1-R3 rehabilitation, G1 GP. */
  readonly group: string;
  /** The profession it belongs to; others who may do it: see `professionsFor`. */
  readonly performer: Profession;
  readonly occupancy: Occupancy;
  /** Staff members it takes as a rule. */
  readonly staff: number;
  /** Absent: what everybody carries will do. */
  readonly equipment?: EquipmentKind;
  readonly names: Words;
  readonly minutes: { readonly min: number; readonly typical: number; readonly max: number };
  /** How often as a rule, for people to read. */
  readonly frequency: string;
  readonly note: string;
}

/** Which service a task belongs to; each belongs to exactly one (S001). */
export type TaskFamily = 'social' | 'health' | 'rehabilitation' | 'gp';
