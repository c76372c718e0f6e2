import { randomUUID } from 'node:crypto';
import { MANAGERS, OFFICE, PEOPLE, type Role, ROLES, STAFF } from '../../../apps/api/src/access/roles.js';
import { DAY } from '../small-provider.js';
import { NOW, type Objects, PASSWORD } from './house-of-two.js';

/** What a request of the test names: the objects, who asks, and which of all requests it is. */
export interface Asked {
  readonly of: Objects;
  readonly role: Role | 'nobody';
  readonly n: number;
}

/** What a route must answer. */
export interface Expected {
  /** Who may call it; everybody else gets 403, and whoever is not logged in 401. */
  readonly callers: readonly Role[] | 'everybody';
  /** Status for those, with their own provider's objects. */
  readonly own: number | ((asked: Asked) => number);
  /** Status for those, with another provider's objects; absent where the route names none. */
  readonly foreign?: number;
  /** In place of `:id`. */
  readonly id?: (of: Objects) => string | number;
  readonly query?: string;
  readonly body?: (asked: Asked) => unknown;
  /** The request ends the session: each needs one of its own. */
  readonly endsSession?: true;
}

/** The first to ask does it, the others find it done. */
const once =
  (first: number, then: number) =>
  ({ role }: Asked) =>
    role === OFFICE[0] ? first : then;
const day = (n: number): string => `2027-01-${String(1 + (n % 28)).padStart(2, '0')}`;
const noMove = { kind: 'remove', visit: 'no such visit' };
const plan = { callers: OFFICE, own: 200, foreign: 404, id: ({ plan }: Objects) => plan } satisfies Expected;
const workItem = { callers: OFFICE, own: 204, foreign: 404, id: ({ workItem }: Objects) => workItem } satisfies Expected;
const client = { ...plan, id: ({ code }: Objects) => `C1-${code}` } satisfies Expected;
const OPENERS: readonly Role[] = [...STAFF, 'coordinator'];
const month = 'from=2026-11-01&to=2026-11-30';

/** The first client's home as it is. */
function homeOf({ file }: Objects): object {
  const [row] = file.clients;
  const absent = { phone: null, neighbourhood: null, floor: null, lift: null, doorCode: null, keyNote: null, accessNote: null };
  return { ...absent, ...row };
}

/** The first pattern's visits as they are, from the day of the requests on. */
function patternOf({ file }: Objects): object {
  const [{ durationMinutes, staffCount, windows, tasks }] = file.patterns;
  const content = { durationMinutes, staffCount, windows, tasks };
  return { revision: 'old', scope: 'following', from: '2026-11-26', content, reason: 'agreed' };
}

/** Every route of the API. A route that is not here fails the test. */
export const ROUTES: Readonly<Record<string, Expected>> = {
  'GET /health/live': { callers: 'everybody', own: 200 },
  'GET /health/ready': { callers: 'everybody', own: 200 },

  'POST /api/v1/session': {
    callers: 'everybody',
    // Programs have no password.
    own: ({ role }) => (role === 'nobody' || role === 'integration' ? 401 : 200),
    body: ({ of, role }) => ({
      email: (of.emails as Partial<Record<string, string>>)[role] ?? 'nobody@nowhere.example',
      password: PASSWORD,
    }),
  },
  'GET /api/v1/session': { callers: ROLES, own: 200 },
  'DELETE /api/v1/session': { callers: ROLES, own: 204, endsSession: true },

  'POST /api/v1/session/password': {
    ...{ callers: 'everybody', own: 410 },
    body: () => ({ secret: 'a secret that opens nothing', password: 'four words in a row' }),
  },
  'GET /api/v1/sessions': { callers: PEOPLE, own: 200 },
  'DELETE /api/v1/sessions/:id': { callers: PEOPLE, own: 404, foreign: 404, id: ({ plan }) => plan },
  'POST /api/v1/session/password-change': {
    ...{ callers: PEOPLE, own: 401 },
    body: () => ({ current: 'not the password', password: 'four words in a row' }),
  },
  'GET /api/v1/session/second-factor': { callers: PEOPLE, own: 200 },
  'POST /api/v1/session/second-factor': { callers: PEOPLE, own: 200 },
  'POST /api/v1/session/second-factor/confirmation': { callers: PEOPLE, own: 401, body: () => ({ code: '000000' }) },
  'POST /api/v1/session/second-factor/removal': { callers: PEOPLE, own: 401, body: () => ({ code: '000000' }) },
  'GET /api/v1/accounts': { callers: ['administrator'], own: 200 },
  'POST /api/v1/accounts': {
    ...{ callers: ['administrator'], own: 201, foreign: 400 },
    body: ({ of, n }) => ({ email: `new-${n}@own.example`, role: 'staff', staff: `S2-${of.code}` }),
  },
  'PUT /api/v1/accounts/:id': {
    ...{ callers: ['administrator'], own: 204, foreign: 404 },
    id: ({ account }) => account,
    body: () => ({ role: 'manager', locked: true, revision: 0 }),
  },
  'DELETE /api/v1/accounts/:id/second-factor': {
    ...{ callers: ['administrator'], own: 204, foreign: 404 },
    id: ({ account }) => account,
  },
  'POST /api/v1/accounts/:id/password-link': {
    ...{ callers: ['administrator'], own: 200, foreign: 404 },
    id: ({ account }) => account,
  },
  'DELETE /api/v1/accounts/:id/sessions': {
    ...{ callers: ['administrator'], own: 204, foreign: 404 },
    id: ({ account }) => account,
  },

  // Browsers are led on, whatever comes of it.
  'GET /api/v1/session/organisation': { callers: 'everybody', own: 302, query: 'domain=nowhere.example' },
  'GET /api/v1/session/organisation/callback': { callers: 'everybody', own: 302, query: 'code=x&state=y' },
  'GET /api/v1/identity-provider': { callers: ['administrator'], own: 200 },
  'PUT /api/v1/identity-provider': {
    ...{ callers: ['administrator'], own: 204 },
    body: ({ of }) => ({
      ...{ domain: `${of.code.toLowerCase()}.example`, issuer: 'https://login.own.example' },
      ...{ clientId: 'apgaita', clientSecret: 'a secret' },
    }),
  },
  'DELETE /api/v1/identity-provider': { callers: ['administrator'], own: 204 },
  'GET /api/v1/program-tokens': { callers: ['administrator'], own: 200 },
  'POST /api/v1/program-tokens': {
    ...{ callers: ['administrator'], own: 201 },
    body: () => ({ name: 'payroll', scopes: ['ledger.read'], days: 30 }),
  },
  'DELETE /api/v1/program-tokens/:id': { callers: ['administrator'], own: 404, foreign: 404, id: ({ plan }) => plan },

  'POST /api/v1/emergency-accesses': {
    ...{ callers: OPENERS, own: 201, foreign: 404 },
    body: ({ of: { code } }) => ({ givenName: `givenc1 ${code}`, familyName: `FAMILYC1 ${code}`, reason: 'called for help' }),
  },
  'GET /api/v1/emergency-accesses': { callers: [...OPENERS, 'administrator'], own: 200 },
  'GET /api/v1/emergency-accesses/:id/client': {
    // The carer has opened it; nobody else looks through that door.
    ...{ callers: OPENERS, own: ({ role }) => (role === 'carer' ? 200 : 404), foreign: 404 },
    id: ({ emergency }) => emergency,
  },
  'POST /api/v1/emergency-accesses/:id/review': {
    ...{ callers: ['administrator'], own: 204, foreign: 404, id: ({ emergency }) => emergency },
    body: () => ({ justified: true }),
  },
  'DELETE /api/v1/emergency-accesses/:id': {
    ...{ callers: OPENERS, own: ({ role }) => (role === 'carer' ? 204 : 404), foreign: 404 },
    id: ({ emergency }) => emergency,
  },
  'GET /api/v1/clients/:id/trail': {
    ...{ callers: ['administrator'], own: 200, foreign: 404, id: ({ code }) => `C1-${code}`, query: month },
  },
  'GET /api/v1/clients/:id/erasure': {
    ...{ callers: ['administrator'], own: 200, foreign: 404, id: ({ code }) => `C1-${code}` },
  },
  'POST /api/v1/clients/:id/erasure': {
    // Their care goes on.
    ...{ callers: ['administrator'], own: 409, foreign: 404, id: ({ code }) => `C1-${code}` },
  },
  'GET /api/v1/erasures': { callers: ['administrator'], own: 200 },
  'GET /api/v1/trail/verification': { callers: ['administrator'], own: 200 },

  'GET /api/v1/provider': { callers: OFFICE, own: 200 },
  'POST /api/v1/imports': { callers: [...OFFICE, 'integration'], own: 200, foreign: 422, body: ({ of }) => of.file },
  'GET /api/v1/imports/template': { callers: OFFICE, own: 200 },

  'POST /api/v1/plans': { callers: OFFICE, own: 202, body: () => ({ from: DAY, to: DAY, seconds: 1, threads: 1 }) },
  'GET /api/v1/plans': { callers: OFFICE, own: 200 },
  'GET /api/v1/plans/:id': plan,
  'GET /api/v1/plans/:id/routes': plan,
  'GET /api/v1/plans/:id/unserved': plan,
  'GET /api/v1/plans/:id/week': plan,
  'GET /api/v1/plans/:id/working-time': plan,
  'GET /api/v1/plans/:id/differences': plan,
  'GET /api/v1/plans/:id/events': plan,
  'GET /api/v1/plans/:id/comparison': { ...plan, query: `with=${randomUUID()}`, own: 404 },
  'GET /api/v1/plans/:id/publication': plan,
  'POST /api/v1/plans/:id/publish': { ...plan, own: 409 },
  'POST /api/v1/plans/:id/stop': { ...plan, own: 409 },
  'GET /api/v1/weight-profiles': { callers: OFFICE, own: 200 },
  'POST /api/v1/weight-profiles': {
    ...{ callers: OFFICE, own: 201 },
    body: ({ n }) => ({ name: `calm ${n}`, weights: { continuity: 2, punctuality: 0, travel: 1, fairness: 0, stability: 3 } }),
  },
  'DELETE /api/v1/weight-profiles/:id': { callers: OFFICE, own: 404, foreign: 404, id: ({ plan: id }) => id },
  'GET /api/v1/plans/:id/editing': plan,
  'GET /api/v1/plans/:id/live': plan,
  'POST /api/v1/plans/:id/moves/judge': { ...plan, own: 400, body: () => ({ moves: [noMove] }) },
  'POST /api/v1/plans/:id/moves': { ...plan, own: 400, body: () => ({ moves: [noMove], revision: 0 }) },
  'GET /api/v1/plans/:id/visits/:key/candidates': { ...plan, own: 404 },
  'GET /api/v1/plans/:id/unserved/:key/remedies': { ...plan, own: 404 },
  'POST /api/v1/plans/:id/pins': {
    ...{ ...plan, own: 400 },
    body: () => ({ visit: noMove.visit, person: true, time: false, reason: 'promised', revision: 0 }),
  },
  'POST /api/v1/plans/:id/undo': { ...plan, own: 409, body: () => ({ revision: 0 }) },
  'POST /api/v1/plans/:id/redo': { ...plan, own: 409, body: () => ({ revision: 0 }) },

  'GET /api/v1/repairs/duty': { callers: OFFICE, own: 200, query: `date=${DAY}` },
  'POST /api/v1/repairs': { callers: OFFICE, own: 200, body: () => ({ date: DAY }) },
  'POST /api/v1/repairs/apply': {
    ...{ callers: OFFICE, own: 409 },
    body: () => ({ date: DAY, profile: 'least_travel', fingerprint: 'unknown' }),
  },

  'POST /api/v1/changes': {
    callers: [...OFFICE, 'integration'],
    ...{ own: 201, foreign: 400 },
    body: ({ of, n }) => ({ kind: 'client_away', client: `C1-${of.code}`, from: day(n), to: day(n), reason: 'away' }),
  },
  'GET /api/v1/changes': { callers: OFFICE, own: 200 },
  'GET /api/v1/changes/:id/exposed-staff': { ...plan, id: ({ contraindication }) => contraindication },
  'GET /api/v1/replan-settings': { callers: OFFICE, own: 200 },
  'PUT /api/v1/replan-settings': {
    ...{ callers: MANAGERS, own: 200 },
    body: () => ({ publishes: false, mostChangedVisits: 5, protectedHours: 24, frozenMinutes: 60, horizonDays: 0 }),
  },
  'GET /api/v1/legal-practice': { callers: OFFICE, own: 200 },
  'GET /api/v1/legal-practice/changes': { callers: OFFICE, own: 200 },
  'PUT /api/v1/legal-practice': { callers: MANAGERS, own: 400, body: () => ({ daysOff: [] }) },
  'GET /api/v1/my/day': { callers: STAFF, own: 200, query: `day=${DAY}` },
  'GET /api/v1/my/changes': { callers: STAFF, own: 200 },
  'POST /api/v1/my/changes/answers': {
    ...{ callers: STAFF, own: 404, foreign: 404 },
    body: ({ of }) => ({ plan: of.plan, visit: of.visit, answer: 'accepted' }),
  },
  'GET /api/v1/my/time': { callers: STAFF, own: 200, query: `from=${DAY}&to=${DAY}` },
  'POST /api/v1/my/swap-requests': { callers: STAFF, own: 204, body: () => ({ id: randomUUID(), day: DAY }) },
  'POST /api/v1/observations': {
    // Of one's own visits alone: the visit is the carer's.
    ...{ callers: STAFF, own: ({ role }) => (role === 'carer' ? 200 : 400), foreign: 400 },
    body: ({ of }) => ({
      reports: [{ id: randomUUID(), visit: of.visit, code: 'D4', at: NOW.toISOString(), isNew: true, clientInformed: true }],
    }),
  },
  'GET /api/v1/observations': { callers: OFFICE, own: 200, query: `from=${DAY}&to=${DAY}` },
  'GET /api/v1/unanswered-changes': { callers: OFFICE, own: 200 },
  'POST /api/v1/my/calendar-links': { callers: STAFF, own: 200 },
  'GET /api/v1/my/calendar-links': { callers: STAFF, own: 200 },
  'DELETE /api/v1/my/calendar-links/:id': { callers: STAFF, own: 404, foreign: 404, id: ({ plan }) => plan },
  'POST /api/v1/week-links': {
    ...{ callers: OFFICE, own: 200, foreign: 404 },
    body: ({ of }) => ({ client: of.file.clients[0].id }),
  },
  'GET /api/v1/week-links': { callers: OFFICE, own: 200 },
  'DELETE /api/v1/week-links/:id': { callers: OFFICE, own: 404, foreign: 404, id: ({ plan }) => plan },
  'POST /api/v1/door-codes': {
    ...{ callers: OFFICE, own: 200, foreign: 404 },
    body: ({ of }) => ({ client: of.file.clients[0].id }),
  },
  'GET /api/v1/door-codes': { callers: OFFICE, own: 200 },
  'DELETE /api/v1/door-codes/:id': { callers: OFFICE, own: 404, foreign: 404, id: ({ plan }) => plan },
  // Whoever knows the secret sees it; these know none.
  'GET /api/v1/calendars/:id.ics': { callers: 'everybody', own: 404, id: ({ plan }) => plan },
  'GET /api/v1/weeks/:id': { callers: 'everybody', own: 404, id: ({ plan }) => plan },

  'GET /api/v1/clients/:id/export': { ...plan, callers: MANAGERS, id: ({ code }) => `C1-${code}` },
  'GET /api/v1/clients/:id/consents': { ...plan, id: ({ code }) => `C1-${code}` },
  'GET /api/v1/clients/:id/sharing-log': { ...plan, id: ({ code }) => `C1-${code}` },
  'GET /api/v1/clients/:id/payers': { ...plan, callers: MANAGERS, id: ({ code }) => `C1-${code}`, query: month },
  'GET /api/v1/decision-checks': { callers: OFFICE, own: 200 },
  'GET /api/v1/working-time': { callers: OFFICE, own: 200, query: month },
  'GET /api/v1/clients': { callers: OFFICE, own: 200 },
  'GET /api/v1/clients/:id': client,
  'GET /api/v1/clients/:id/hours': { ...client, query: month },
  // What was looked at is long past: nobody writes over what is there.
  'PUT /api/v1/clients/:id/dwelling': { ...client, own: 409, body: ({ of }) => ({ revision: 'old', dwelling: homeOf(of) }) },
  'PUT /api/v1/patterns/:id': {
    ...{ ...plan, own: 409, id: ({ file }) => file.patterns[0].id },
    body: ({ of }) => patternOf(of),
  },
  'GET /api/v1/staff': { callers: OFFICE, own: 200 },
  'GET /api/v1/staff/:id': { ...plan, id: ({ code }) => `S2-${code}` },
  'GET /api/v1/clocks': { callers: OFFICE, own: 200 },
  'GET /api/v1/work-items': { callers: OFFICE, own: 200 },
  'POST /api/v1/work-items/:id/acknowledge': workItem,
  'POST /api/v1/work-items/:id/assign': { ...workItem, body: () => ({ owner: null }) },
  'POST /api/v1/work-items/:id/done': { ...workItem, own: once(204, 409) },

  'GET /api/v1/rules': { callers: OFFICE, own: 200 },
  'GET /api/v1/rules/law': { callers: OFFICE, own: 200 },
  'GET /api/v1/data-issues': { callers: OFFICE, own: 200 },
  'GET /api/v1/rules/changes': { callers: OFFICE, own: 200 },
  'PUT /api/v1/rules/changes': {
    ...{ callers: OFFICE, own: 200, foreign: 400 },
    body: ({ of }) => ({ rule: 'BATH-WOUND-requires_after', client: `C1-${of.code}`, off: true, reason: 'agreed' }),
  },
  'DELETE /api/v1/rules/changes/:id': { ...plan, own: once(204, 404), id: ({ ruleChange }) => ruleChange },
  'GET /api/v1/decisions/:id/proposal': { ...plan, id: ({ code }) => `D1-${code}`, query: 'from=2026-11-30' },
  'POST /api/v1/decisions/:id/proposal': {
    ...{ ...plan, own: 409, id: ({ code }) => `D1-${code}` },
    body: () => ({ from: '2026-11-30', fingerprint: '0123456789abcdef' }),
  },

  'POST /api/v1/execution-events': {
    callers: PEOPLE,
    // Nurse and physiotherapist report a visit of the carer's.
    own: ({ role }) => (role === 'nurse' || role === 'health' ? 400 : 200),
    foreign: 400,
    body: ({ of, role }) => {
      const staff = OFFICE.some((office) => office === role) ? { staff: of.carer } : {};
      return { events: [{ id: randomUUID(), visit: of.visit, kind: 'note', note: 'all well', at: NOW.toISOString(), ...staff }] };
    },
  },
  'GET /api/v1/execution-events': { callers: PEOPLE, own: 200, query: month },

  'GET /api/v1/shared-clients': { callers: OFFICE, own: 200 },
  'POST /api/v1/shared-clients': {
    ...{ callers: OFFICE, own: 200, foreign: 404 },
    body: ({ of }) => ({ client: of.file.clients[0].id }),
  },
  'DELETE /api/v1/shared-clients/:id': { ...plan, own: 404, id: () => randomUUID() },

  'GET /api/v1/billing-runs/check': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/quality': { callers: MANAGERS, own: 200, query: month },
  'POST /api/v1/growth': { callers: MANAGERS, own: 202, body: () => ({ clients: 10, mix: 'all', from: DAY }) },
  'GET /api/v1/growth': { callers: MANAGERS, own: 200 },
  'GET /api/v1/growth/:id': { ...plan, callers: MANAGERS, id: ({ growth }) => growth },
  // Found, but not worked out.
  'GET /api/v1/growth/:id/result.csv': { ...plan, callers: MANAGERS, id: ({ growth }) => growth, own: 404 },
  'GET /api/v1/growth/:id/result.xlsx': { ...plan, callers: MANAGERS, id: ({ growth }) => growth, own: 404 },
  'POST /api/v1/growth/:id/stop': {
    ...{ ...plan, callers: MANAGERS, id: ({ growth }: Objects) => growth },
    own: ({ role }) => (role === MANAGERS[0] ? 204 : 404),
  },
  'GET /api/v1/payroll': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/payroll.xlsx': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/payroll.csv': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/pay-model': { callers: MANAGERS, own: 200 },
  'PUT /api/v1/pay-model': { callers: MANAGERS, own: 200, body: () => ({ model: 'whole_time' }) },
  'GET /api/v1/hour-costs': { callers: MANAGERS, own: 200 },
  'PUT /api/v1/hour-costs': { callers: MANAGERS, own: 200, body: () => ({ costs: [{ profession: 'carer', cents: 900 }] }) },
  'GET /api/v1/exceptions': { callers: OFFICE, own: 200, query: month },
  'POST /api/v1/confirmations': {
    ...{ callers: MANAGERS, own: 200 },
    body: ({ of }) => ({ visits: [{ visit: of.visit, events: 0 }], note: 'looked at' }),
  },
  'GET /api/v1/confirmation-limits': { callers: OFFICE, own: 200 },
  'PUT /api/v1/confirmation-limits': {
    ...{ callers: MANAGERS, own: 200 },
    body: () => ({
      ...{ startMinutes: 30, shorterMinutes: 15, longerMinutes: 30, placeMetres: 200 },
      ...{ tasksNotDone: 0, tasksOpen: 0, recordedHours: 72 },
    }),
  },
  'GET /api/v1/ledger': { callers: [...MANAGERS, 'integration'], own: 200, query: month },
  'GET /api/v1/ledger/groups': { callers: MANAGERS, own: 200, query: `${month}&group=district` },
  'GET /api/v1/ledger/overview': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/ledger/forecast': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/ledger/:id/visits': { ...plan, callers: MANAGERS, own: 404, id: () => randomUUID(), query: month },
  'GET /api/v1/ledger/:id/payers': { ...plan, callers: MANAGERS, own: 404, id: () => randomUUID(), query: month },
  'GET /api/v1/claims': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/ledger.xlsx': { callers: MANAGERS, own: 200, query: month },
  'GET /api/v1/ledger.csv': { callers: [...MANAGERS, 'integration'], own: 200, query: month },
  'POST /api/v1/billing-runs': { callers: MANAGERS, own: 200, body: () => ({ from: DAY, to: DAY }) },
  'POST /api/v1/credits': {
    ...{ callers: MANAGERS, own: 200, foreign: 400 },
    body: ({ of }) => ({ id: randomUUID(), line: of.line, minutes: 1, cents: 1, cause: 'credit_agreed' }),
  },
  'GET /api/v1/invoices': { callers: MANAGERS, own: 200, query: month },
  ...Object.fromEntries(
    ['document', 'document.pdf', 'document.xlsx', 'document.csv'].map((form) => [
      `GET /api/v1/invoices/:id/${form}`,
      { ...plan, callers: MANAGERS, id: ({ invoice }: Objects) => invoice },
    ]),
  ),
  'GET /api/v1/invoices/:id/lines': { ...plan, callers: MANAGERS, id: ({ invoice }) => invoice },
};
