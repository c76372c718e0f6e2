import { findTask, refusalsOf } from '#care';
import { errorCodes, type ChangeOrder, type ErrorCode, type Issue } from '#contracts';
import { addDays, dayOf } from '#time';
import type { KnownRow } from './change-ports.js';

/** One fault: where, what was found and what would be right. */
interface Fault {
  readonly code: ErrorCode;
  readonly path: string;
  readonly value: string;
  readonly allowed: string;
}

/** A fault in the registry's words. */
export function issueOf({ code, path, value, allowed }: Fault): Issue {
  return { code, path, value: value.slice(0, 80), allowed, message: errorCodes[code].advice };
}

/** What is wrong with a change in itself: days the wrong way round, unknown tasks, tasks of another profession. */
export function bodyIssues(order: ChangeOrder): Issue[] {
  switch (order.kind) {
    case 'decision_made':
      return [
        ...inOrder('decision.validTo', order.decision.validFrom, order.decision.validTo),
        ...tasksKnown('decision.tasks', order.decision.tasks),
        ...order.patterns.flatMap((pattern, n) => patternIssues(`patterns[${n}]`, pattern, order.decision)),
      ];
    case 'client_away':
    case 'decision_suspended':
      return inOrder('to', order.from, order.to);
    case 'staff_absent':
      return inOrder('absence.to', order.absence.from, order.absence.to);
    case 'certificate_received':
      return inOrder('certificate.validTo', order.certificate.issuedOn, order.certificate.validTo);
    case 'qualification_recorded':
      return inOrder('qualification.validTo', order.qualification.validFrom, order.qualification.validTo);
    case 'consent_given':
      return inOrder('consent.validTo', order.consent.givenOn, order.consent.validTo);
    case 'medicines_received':
      return order.medicines.flatMap(({ validFrom, validTo }, n) => inOrder(`medicines[${n}].validTo`, validFrom, validTo));
    case 'urgent_start':
      return [
        ...tasksKnown('pattern.tasks', order.pattern.tasks),
        ...competent('pattern.tasks', order.pattern),
        ...inOrder('to', order.from, order.to),
      ];
    default:
      return [];
  }
}

type Decided = Extract<ChangeOrder, { kind: 'decision_made' }>;

function patternIssues(path: string, pattern: Decided['patterns'][number], decision: Decided['decision']): Issue[] {
  const both = pattern.weekdays.length > 0 === (pattern.timesPerWeek !== undefined);
  return [
    ...tasksKnown(`${path}.tasks`, pattern.tasks),
    ...competent(`${path}.tasks`, pattern),
    ...pattern.tasks
      .filter((task) => !decision.tasks.includes(task))
      .map((task) =>
        issueOf({ code: 'task.not_granted', path: `${path}.tasks`, value: task, allowed: decision.tasks.join(', ') }),
      ),
    ...inOrder(`${path}.validTo`, pattern.validFrom, pattern.validTo),
    ...(both
      ? [issueOf({ code: 'pattern.days', path: `${path}.weekdays`, value: '', allowed: 'weekdays or timesPerWeek' })]
      : []),
  ];
}

function competent(path: string, { tasks, profession }: Pick<Decided['patterns'][number], 'tasks' | 'profession'>): Issue[] {
  const known = tasks.filter((task) => findTask(task) !== undefined);
  return refusalsOf(profession, known).map((refusal) =>
    issueOf({ code: 'task.profession', path, value: profession, allowed: refusal.reason.en }),
  );
}

function tasksKnown(path: string, codes: readonly string[]): Issue[] {
  const unknown = codes.filter((code) => findTask(code) === undefined);
  return unknown.map((value) => issueOf({ code: 'task.unknown', path, value, allowed: 'a code of the task catalogue' }));
}

function inOrder(path: string, from: string, to: string | undefined): Issue[] {
  return to === undefined || from <= to ? [] : [issueOf({ code: 'date.order', path, value: to, allowed: `${from} or later` })];
}

/** What is wrong between a change and the rows it refers to; `rows` in the order of `referencesOf`, all found. */
export function rowIssues(order: ChangeOrder, rows: readonly KnownRow[]): Issue[] {
  switch (order.kind) {
    case 'decision_made': {
      const { client, certificate, replaces, validFrom } = order.decision;
      const linked = [certificate && 'decision.certificate', replaces && 'decision.replaces'].filter((path) => !!path);
      const others = rows.slice(2).flatMap((row, n) => otherClient(linked[n] as string, client, row));
      const old = replaces === undefined ? undefined : rows.at(-1);
      return [...others, ...(old ? within('decision.validFrom', validFrom, old, 'date.order') : [])];
    }
    case 'decision_ended':
    case 'decision_shortened':
      return within('lastDay', order.lastDay, rows[0], 'date.order');
    case 'decision_suspended':
    case 'decision_reduced':
      return within('from', order.from, rows[0], 'date.order');
    case 'decision_resumed':
      return within('on', order.on, rows[0], 'date.order');
    case 'opinion_received':
      return within('opinion.givenOn', order.opinion.givenOn, rows[0], 'term.outside_episode');
    case 'opinion_requested':
      return within('on', order.on, rows[0], 'term.outside_episode');
    case 'visit_runs_over':
      return within('until', dayOf(Math.floor(Date.parse(order.until) / 1000)), nextDayToo(rows[0]), 'date.order');
    case 'consent_withdrawn':
      return within('on', order.on, { ...rows[0], to: null }, 'date.order');
    default:
      return [];
  }
}

/** A visit of the evening may end after midnight. */
function nextDayToo({ to, ...row }: KnownRow): KnownRow {
  return { ...row, to: to === null ? null : addDays(to, 1) };
}

function otherClient(path: string, client: string, row: KnownRow): Issue[] {
  if (row.client === client) return [];
  return [issueOf({ code: 'reference.other_client', path, value: '', allowed: `one of client ${client}` })];
}

function within(path: string, day: string, { from, to }: KnownRow, code: ErrorCode): Issue[] {
  if ((from === null || from <= day) && (to === null || day <= to)) return [];
  return [issueOf({ code, path, value: day, allowed: `${from ?? 'any day'} to ${to ?? 'any later day'}` })];
}
