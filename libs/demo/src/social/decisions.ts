import { addDays, addMonths, type IsoDay } from '#time';
import { type Book, given, type Row } from '../book.js';
import type { DemoCalendar } from '../calendar.js';
import type { PatternOwner } from '../patterns.js';
import type { Random } from '../random.js';
import type { Writing } from '../writing.js';
import type { SocialClient } from './visits.js';

/** Who pays for social care. */
export type Payer = 'municipality' | 'partly' | 'self';

/** What happens to a decision around today. */
export type DecisionState = 'running' | 'expiring' | 'expired' | 'changed';

/** Shares of all decisions. */
export const PAYERS: readonly (readonly [Payer, number])[] = [
  ['municipality', 0.62],
  ['partly', 0.2],
  ['self', 0.18],
];
export const DECISION_STATES: readonly (readonly [DecisionState, number])[] = [
  ['running', 0.88],
  ['expiring', 0.06],
  ['changed', 0.05],
  ['expired', 0.01],
];
/** Share granted by the month instead of the week. */
const MONTHLY = 0.05;
/** Share without an end. */
const PERMANENT = 0.08;

export interface Grant {
  readonly payer: Payer;
  readonly state: DecisionState;
  readonly tasks: readonly string[];
}

/** Validity of a decision in a state, and of the one it replaces. */
function validity(
  state: DecisionState,
  { today }: DemoCalendar,
  random: Random,
): { from: IsoDay; to: IsoDay; changedOn: IsoDay | null } {
  const months = random.pick([6, 12]);
  if (state === 'expired') {
    const to = addDays(today, -random.between(2, 9));
    return { from: addDays(addMonths(to, -months), 1), to, changedOn: null };
  }
  if (state === 'expiring') {
    const to = addDays(today, random.between(8, 30));
    return { from: addDays(addMonths(to, -months), 1), to, changedOn: null };
  }
  const from = addDays(today, -random.between(35, 140));
  return {
    from,
    to: addDays(addMonths(from, months), -1),
    changedOn: state === 'changed' ? addDays(today, -random.between(1, 29)) : null,
  };
}

/** Writes the decision in force (after the one it replaces) and returns what patterns hang on. */
export function addDecision({ book, calendar, random }: Writing, client: SocialClient, grant: Grant): PatternOwner {
  const { from, to, changedOn } = validity(grant.state, calendar, random);
  const isPermanent = grant.state === 'running' && random.chance(PERMANENT);
  const row = decisionRow(book, client, grant, random);
  if (changedOn === null) {
    const end = isPermanent ? null : to;
    const id = push(book, {
      ...row,
      decidedOn: addDays(from, -random.between(1, 9)),
      validFrom: from,
      ...given('validTo', end),
      permanent: isPermanent,
    });
    return { client: client.id, decision: id, validFrom: from, validTo: grant.state === 'expired' ? null : end };
  }
  const before = Math.max(60, Math.round((client.social.minutesPerWeek * random.pick([0.75, 1.25])) / 15) * 15);
  const replaced = push(book, {
    ...row,
    grantedMinutes: before,
    grantedPer: 'week',
    careLevel: levelOf(before),
    decidedOn: addDays(from, -random.between(1, 9)),
    validFrom: from,
    validTo: to,
    endedOn: addDays(changedOn, -1),
  });
  const id = push(book, {
    ...row,
    decidedOn: addDays(changedOn, -random.between(1, 5)),
    validFrom: changedOn,
    validTo: to,
    replaces: replaced,
  });
  return { client: client.id, decision: id, validFrom: changedOn, validTo: to };
}

/** Riga's bands of 2020: at most 4, 6, 12 hours a week, and more. */
export function levelOf(minutesPerWeek: number): number {
  return minutesPerWeek <= 240 ? 1 : minutesPerWeek <= 360 ? 2 : minutesPerWeek <= 720 ? 3 : 4;
}

type DecisionRow = Omit<Row<'decisions'>, 'id' | 'number'>;

/** Adds a row with the next id and number. */
export function push(book: Book, row: DecisionRow): string {
  const id = book.id('decisions', 'L');
  book.decisions.push({ id, number: `${row.decidedOn.slice(0, 4)}-${id.slice(1)}`, ...row });
  return id;
}

/** All of a decision but its dates. */
export function decisionRow(
  book: Book,
  client: SocialClient,
  { payer, tasks }: Grant,
  random: Random,
): Omit<DecisionRow, 'decidedOn' | 'validFrom'> {
  const { minutesPerWeek, level } = client.social;
  const isMonthly = client.story === null && random.chance(MONTHLY);
  const certificate = book.certificates.find((row) => row.client === client.id)?.id;
  return {
    client: client.id,
    municipality: client.municipality,
    ...given('certificate', certificate),
    form: client.relativePaid ? 'informal_carer' : payer === 'self' ? 'self_paid' : 'provider',
    careLevel: level,
    grantedMinutes: isMonthly ? Math.ceil((minutesPerWeek * 52) / 12 / 15) * 15 : minutesPerWeek,
    grantedPer: isMonthly ? 'month' : 'week',
    tasks: [...tasks],
    municipalityPercent: payer === 'municipality' ? 100 : payer === 'self' ? 0 : random.pick([25, 40, 50, 60, 75, 80]),
  };
}
