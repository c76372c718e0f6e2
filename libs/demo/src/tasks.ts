/** Minutes a task takes: least, usual, most. */
type Minutes = readonly [least: number, usual: number, most: number];

/** The tasks the demo's visits are made of, by code of the task catalogue, in the order they are done in a visit. */
export const TASK_MINUTES = {
  SHOP: [30, 40, 60],
  HEAT: [15, 25, 40],
  MEDSUP: [5, 8, 10],
  TRANSFER: [5, 10, 20],
  INCONT: [8, 12, 20],
  BATH: [30, 45, 60],
  BEDBATH: [15, 25, 35],
  DRESS: [8, 12, 20],
  GROOM: [8, 12, 20],
  POSITION: [5, 10, 20],
  LINEN: [10, 15, 25],
  COOK: [20, 30, 45],
  FEED: [15, 25, 40],
  CLEAN: [20, 45, 90],
  ERRAND: [10, 20, 60],
  OTHER: [10, 30, 60],
  MBATH: [40, 50, 70],
  VITALS: [5, 8, 12],
  SAMPLE: [10, 12, 20],
  LABDEL: [10, 15, 30],
  INJ: [10, 15, 20],
  INSULIN: [8, 12, 20],
  INFUS: [40, 60, 120],
  TRACH: [20, 30, 45],
  GASTROST: [15, 20, 30],
  ENTERAL: [20, 35, 60],
  ENEMA: [20, 30, 45],
  WOUND: [20, 30, 45],
  PULCER: [20, 30, 50],
  STOMA: [15, 25, 35],
  CATH: [20, 30, 40],
  VENT: [30, 45, 90],
  EDU: [15, 20, 45],
  PHYSIO: [30, 45, 60],
  OCCUP: [30, 45, 60],
  SPEECH: [30, 40, 45],
} as const satisfies Readonly<Record<string, Minutes>>;

export type TaskCode = keyof typeof TASK_MINUTES;

const ORDER = Object.keys(TASK_MINUTES) as TaskCode[];

/** Tasks in the order they are done. */
export function inOrder(tasks: Iterable<TaskCode>): TaskCode[] {
  const chosen = new Set(tasks);
  return ORDER.filter((task) => chosen.has(task));
}

const total = (tasks: readonly TaskCode[], which: 0 | 1 | 2): number =>
  tasks.reduce((sum, task) => sum + TASK_MINUTES[task][which], 0);

/** Usual minutes of some tasks, rounded up to five. */
export function usualMinutes(tasks: readonly TaskCode[]): number {
  return Math.ceil(total(tasks, 1) / 5) * 5;
}

/**
 * Tasks that fill a visit of `minutes`: all of `needed`, then of `wanted`, most
 * wanted first, while they fit. The visit is then neither too short nor too
 * long for its tasks; throws where that cannot be.
 */
export function tasksFor(minutes: number, needed: readonly TaskCode[], wanted: readonly TaskCode[]): TaskCode[] {
  const chosen = [...needed];
  for (const task of wanted) {
    if (chosen.includes(task)) continue;
    const fits = total([...chosen, task], 0) <= minutes;
    const isUseful = total(chosen, 2) < minutes || total([...chosen, task], 1) <= minutes;
    if (fits && isUseful) chosen.push(task);
  }
  if (chosen.length === 0 || total(chosen, 0) > minutes || total(chosen, 2) < minutes) {
    throw new RangeError(`no visit of ${minutes} min from ${needed.join('+')} and ${wanted.join(', ')}`);
  }
  return inOrder(chosen);
}
