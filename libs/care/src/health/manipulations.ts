import type { IsoDay } from '#time';
import type { Profession } from '../model.js';
import type { EpisodeKind } from './episode.js';

/** A line of the state's list of paid manipulations, as a provider keeps it (S002). */
export interface ManipulationCode {
  readonly code: string;
  readonly name: string;
  /** The task it stands for. */
  readonly task: string;
  /** Who may claim it; empty: everybody who may do the task. */
  readonly professions: readonly Profession[];
  /** Referrals it holds for; empty: all. */
  readonly referrals: readonly EpisodeKind[];
  /** Price of one; null: not known. */
  readonly cents: number | null;
  readonly validFrom: IsoDay;
  readonly validTo: IsoDay | null;
}

/** What was done: the task, by whom, under which referral, on which day. */
export interface DoneTask {
  readonly task: string;
  readonly profession: Profession;
  readonly referral: EpisodeKind;
  readonly day: IsoDay;
}

/** The first line of the list that stands for what was done; null when none does. */
export function manipulationFor(list: readonly ManipulationCode[], done: DoneTask): ManipulationCode | null {
  const { task, profession, referral, day } = done;
  const fits = (line: ManipulationCode): boolean =>
    line.task === task &&
    line.validFrom <= day &&
    (line.validTo === null || day <= line.validTo) &&
    (line.professions.length === 0 || line.professions.includes(profession)) &&
    (line.referrals.length === 0 || line.referrals.includes(referral));
  return list.find(fits) ?? null;
}
