import { addDays, addWorkingDays, instantOf, type WorkingCalendar } from '#time';
import type { WorkItemKind } from '#contracts';
import type { NewWorkItem } from '../work-items/work-item-ports.js';
import type { Agenda, Expiring, ObservedChange } from './schedule-ports.js';

/** A social service decides within ten working days: the new decision is asked for so long before the old one ends, at the latest. */
export const DECISION_WORKING_DAYS = 10;
/** How long before that people are told, working days. */
const DECISION_NOTICE = 10;
/** How long before a certificate or qualification runs out people are told, working days; renewing takes visits and courses. */
const RENEWAL_NOTICE = 20;

/** The farthest any check looks ahead, calendar days: forty working days are at most eleven weeks. */
export const LOOK_AHEAD_DAYS = 77;
/** How far back an end is still news, calendar days: longer than programs stand still. */
export const LOOK_BACK_DAYS = 30;

/** Working days to bring a list of medicines in. */
const MEDICINE_LIST_DAYS = 2;

const OFFICE_UNTIL = '17:00';

/** What people must do about things that run out, and what has run out. */
export function expiryChecks(
  agenda: Pick<Agenda, 'decisions' | 'certificates' | 'qualifications' | 'consents' | 'discharges' | 'withoutMedicines'>,
  today: string,
  calendar: WorkingCalendar,
): { readonly workItems: readonly NewWorkItem[]; readonly changes: readonly ObservedChange[] } {
  const notices = [
    ...notice(agenda.decisions, {
      kind: 'ask_new_decision',
      subject: 'decision',
      before: DECISION_WORKING_DAYS,
      days: DECISION_NOTICE,
    }),
    ...notice(agenda.certificates, { kind: 'renew_certificate', subject: 'certificate', before: 0, days: RENEWAL_NOTICE }),
    ...notice(agenda.qualifications, { kind: 'renew_qualification', subject: 'qualification', before: 0, days: RENEWAL_NOTICE }),
  ];
  const told = notices.map(({ due, days, item }) => {
    const day = addWorkingDays(item.about, -due, calendar);
    return { from: addWorkingDays(day, -days, calendar), item: { ...item, dueAt: instantOf(day, OFFICE_UNTIL) } };
  });
  return {
    workItems: [
      ...told.filter(({ from }) => from <= today).map(({ item }) => item),
      ...agenda.withoutMedicines.map((one) => medicineList(one, today, calendar)),
    ],
    changes: [
      ...expired(agenda.decisions, 'decision_expired', 'decision', today),
      ...expired(agenda.certificates, 'certificate_expired', 'certificate', today),
      ...expired(agenda.qualifications, 'qualification_expired', 'qualification', today),
      ...expired(agenda.consents, 'consent_expired', 'consent', today),
      ...expired(agenda.discharges, 'discharge_lapsed', 'client_absence', today),
    ],
  };
}

/** Nobody can supervise medicines without knowing them (S094): asked for once for every time the list is missing. */
function medicineList(
  { clientId, lastDay }: Agenda['withoutMedicines'][number],
  today: string,
  calendar: WorkingCalendar,
): NewWorkItem {
  return {
    ...{ key: `bring_medicine_list:${clientId}:${lastDay ?? 'never'}`, kind: 'bring_medicine_list' },
    ...{ subjectKind: 'client', subjectId: clientId, clientId, staffId: null, about: today },
    dueAt: instantOf(addWorkingDays(today, MEDICINE_LIST_DAYS, calendar), OFFICE_UNTIL),
  };
}

interface Notice {
  readonly kind: WorkItemKind;
  readonly subject: string;
  /** Working days before the last day by which it must be done. */
  readonly before: number;
  /** Working days before that on which people are told. */
  readonly days: number;
}

function notice(expiring: readonly Expiring[], { kind, subject, before, days }: Notice) {
  return expiring.map(({ id, clientId, staffId, lastDay }) => ({
    due: before,
    days,
    item: { key: `${kind}:${id}:${lastDay}`, kind, subjectKind: subject, subjectId: id, clientId, staffId, about: lastDay },
  }));
}

function expired(expiring: readonly Expiring[], kind: ObservedChange['kind'], subject: string, today: string): ObservedChange[] {
  return expiring
    .filter(({ lastDay }) => lastDay < today)
    .map(({ id, clientId, staffId, lastDay }) => ({
      ...{ kind, subject: [subject, id] as const, from: addDays(lastDay, 1) },
      ...(clientId !== null && { clientId }),
      ...(staffId !== null && { staffId }),
    }));
}
