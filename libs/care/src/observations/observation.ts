import type { Words } from '../tasks/task.js';

/** What an observation is about: life in danger, the client's health, or what the client lacks at home. */
export type ObservationGroup = 'emergency' | 'health' | 'home';

/** Who is told: the emergency service by telephone at once, the general practitioner, or the municipality's social service. */
export type ObservationRecipient = 'emergency' | 'gp' | 'social_service';

/** One line of the guideline's lists of what the other field must hear of (S069-S088). */
export interface Observation {
  /** `E` emergencies, `D` social care to the doctor, `H` health care to the social service; the number counts in its list. */
  readonly code: string;
  readonly rule: string;
  readonly group: ObservationGroup;
  readonly recipient: ObservationRecipient;
  readonly names: Words;
  /** Whether it only counts where it was not seen before (S079, S084). */
  readonly onlyNew: boolean;
  /** For the office's eyes alone: the family or somebody at the home is the subject (S073, S076). */
  readonly restricted: boolean;
  /** Hours within which it is to be passed on; 0: at once. A house rule, the guideline sets none. */
  readonly dueHours: number;
}
