import type { ChangeOrder } from '#contracts';
import type { Reference } from './change-ports.js';

/** Rows that must be there for a change to make sense. */
export function referencesOf(order: ChangeOrder): readonly Reference[] {
  const row = (path: string, list: Reference['list'], id: string | undefined): Reference[] =>
    id === undefined ? [] : [{ path, list, id }];
  switch (order.kind) {
    case 'decision_made':
      return [
        ...row('decision.client', 'clients', order.decision.client),
        ...row('decision.municipality', 'municipalities', order.decision.municipality),
        ...row('decision.certificate', 'certificates', order.decision.certificate),
        ...row('decision.replaces', 'decisions', order.decision.replaces),
      ];
    case 'decision_ended':
    case 'decision_shortened':
    case 'decision_suspended':
    case 'decision_resumed':
    case 'decision_reduced':
      return row('decision', 'decisions', order.decision);
    case 'opinion_requested':
      return row('term', 'terms', order.term);
    case 'opinion_received':
      return row('opinion.episode', 'episodes', order.opinion.episode);
    case 'certificate_received':
      return row('certificate.client', 'clients', order.certificate.client);
    case 'qualification_recorded':
      return row('qualification.staff', 'staff', order.qualification.staff);
    case 'contraindication_reported':
    case 'client_away':
    case 'client_back':
    case 'discharge_announced':
    case 'client_moved':
    case 'medicines_received':
    case 'urgent_start':
      return row('client', 'clients', order.client);
    case 'staff_absent':
      return row('absence.staff', 'staff', order.absence.staff);
    case 'staff_back':
      return row('staff', 'staff', order.staff);
    case 'visit_refused':
    case 'visit_runs_over':
      return row('visit', 'visits', order.visit);
    case 'consent_given':
      return row('consent.client', 'clients', order.consent.client);
    case 'consent_withdrawn':
      return row('consent', 'consents', order.consent);
  }
}

/** Rows the change would make, which must not be there yet. */
export function createdBy(order: ChangeOrder): readonly Reference[] {
  switch (order.kind) {
    case 'decision_made':
      return [
        { path: 'decision.id', list: 'decisions', id: order.decision.id },
        ...order.patterns.map(({ id }, n): Reference => ({ path: `patterns[${n}].id`, list: 'patterns', id })),
      ];
    case 'decision_shortened':
    case 'decision_suspended':
    case 'decision_reduced':
      return [{ path: 'id', list: 'decisionChanges', id: order.id }];
    case 'opinion_received':
      return [{ path: 'opinion.id', list: 'opinions', id: order.opinion.id }];
    case 'certificate_received':
      return [{ path: 'certificate.id', list: 'certificates', id: order.certificate.id }];
    case 'qualification_recorded':
      return [{ path: 'qualification.id', list: 'qualifications', id: order.qualification.id }];
    case 'staff_absent':
      return [{ path: 'absence.id', list: 'absences', id: order.absence.id }];
    case 'medicines_received':
      return order.medicines.map(({ id }, n) => ({ path: `medicines[${n}].id`, list: 'medicines', id }));
    case 'urgent_start':
      return [{ path: 'pattern.id', list: 'patterns', id: order.pattern.id }];
    case 'consent_given':
      return [{ path: 'consent.id', list: 'consents', id: order.consent.id }];
    default:
      return [];
  }
}
