import type { ConfirmationLimitsView } from '#contracts';

/** By how much a visit's record may differ from its plan and still be confirmed without anybody looking at it. */
export type ConfirmationLimits = ConfirmationLimitsView;

/** The limits of a provider that has set none. */
export const DEFAULT_LIMITS: ConfirmationLimits = {
  startMinutes: 30,
  shorterMinutes: 15,
  longerMinutes: 30,
  placeMetres: 200,
  tasksNotDone: 0,
  tasksOpen: 0,
  recordedHours: 72,
};
