import fc from 'fast-check';
import {
  draftInvoices,
  type BilledLine,
  type LedgerAccount,
  type LedgerFacts,
  type LedgerVisit,
  type ReportedEvent,
} from '#planning';
import { addDays, addMonths, startOfDay } from '#time';

/** Months with a clock change, a leap day, a turn of the year, and one with none of these. */
const MONTHS = ['2026-03-01', '2026-10-01', '2028-02-01', '2026-12-01', '2026-06-01'];
const KINDS = [
  'visit_refused',
  'client_absent',
  'client_in_hospital',
  'no_answer',
  'unsafe',
  'not_given',
  'note',
  'running_late',
] as const;
const STAFF = ['S1', 'S2', 'S3'];

/** Something that may lie somewhere inside 62 days: a beginning, and a length or none. */
const span = fc.tuple(fc.integer({ min: -10, max: 50 }), fc.option(fc.integer({ min: 0, max: 40 })));

const account = fc.record({
  kind: fc.constantFrom('decision', 'decision', 'episode', 'private'),
  percent: fc.integer({ min: 0, max: 100 }),
  /** Grants follow one another, some with a pause between. */
  grants: fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 40 }),
      pause: fc.integer({ min: 0, max: 9 }),
      minutes: fc.integer({ min: 0, max: 900 }),
      per: fc.constantFrom('week', 'month'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  informal: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 8 }),
});

const stay = fc.record({
  staff: fc.constantFrom(...STAFF),
  early: fc.integer({ min: -1500, max: 1500 }),
  seconds: fc.integer({ min: 0, max: 9000 }),
  leaves: fc.boolean(),
});

const visit = fc.record({
  account: fc.nat({ max: 2 }),
  day: fc.nat({ max: 61 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  minutes: fc.integer({ min: 5, max: 180 }),
  parts: fc.nat({ max: 2 }),
  ordered: fc.option(fc.integer({ min: 5, max: 180 }), { freq: 6 }),
  hold: fc.option(fc.constantFrom('suspended' as const, 'in_hospital' as const, 'term_lapsed' as const), { freq: 1, nil: null }),
  unpaid: fc.boolean(),
  confirmed: fc.constantFrom(true, true, true, false),
  unserved: fc.option(fc.constantFrom(['NO_ROOM'], ['NEEDS_OTHER_VISIT', 'NO_ROOM']), { freq: 1 }),
  stays: fc.array(stay, { maxLength: 4 }),
  reason: fc.option(fc.constantFrom(...KINDS), { freq: 1 }),
  /** What becomes of the first events later: nothing, another time, gone. */
  later: fc.array(
    fc.record({
      kind: fc.constantFrom('moved', 'withdrawn'),
      seconds: fc.integer({ min: -4000, max: 4000 }),
      again: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  /** Cents given back by hand after the first run. */
  credit: fc.option(fc.integer({ min: 1, max: 50 }), { freq: 1 }),
});

const rounding = fc.record({
  span,
  municipalityId: fc.constantFrom('M', null),
  accountKind: fc.constantFrom('decision' as const, 'episode' as const, null),
  unitMinutes: fc.constantFrom(1, 5, 15, 30),
  mode: fc.constantFrom('down' as const, 'nearest' as const, 'up' as const),
});

const shape = fc.record({
  month: fc.constantFrom(...MONTHS),
  accounts: fc.array(account, { minLength: 1, maxLength: 3 }),
  visits: fc.array(visit, { maxLength: 16 }),
  prices: fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 70 }), cents: fc.integer({ min: 0, max: 2000 }), own: fc.boolean() }),
    {
      maxLength: 3,
    },
  ),
  rounding: fc.uniqueArray(rounding, { maxLength: 3, selector: (rule) => `${rule.municipalityId} ${rule.accountKind}` }),
  publishedDays: fc.array(fc.nat({ max: 61 }), { maxLength: 30 }),
  now: fc.integer({ min: 0, max: 70 }),
  shortest: fc.integer({ min: 1, max: 60 }),
  runs: fc.nat({ max: 2 }),
});

type Raw = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** A history of two months: what was granted, planned and reported, billed by runs, credited by hand and corrected after. */
export const history: fc.Arbitrary<LedgerFacts> = shape.map((raw) => {
  const visits = raw.visits.map((one, i) => visitOf(raw, one, i));
  const facts = factsOf(raw, visits);
  if (raw.runs === 0) return withLater(raw, facts);
  const billed = credited(raw, afterRun(facts));
  const corrected = withLater(raw, billed);
  return raw.runs === 1 ? corrected : afterRun(corrected);
});

/** The facts after a billing run over all days: its lines lie with their visits. */
export function afterRun(facts: LedgerFacts): LedgerFacts {
  const written = draftInvoices(facts, facts).flatMap(({ funder, lines }) => lines.map((line) => ({ funder, ...line })));
  const visits = facts.visits.map((visit): LedgerVisit => {
    const lines = written
      .filter(({ visitId }) => visitId === visit.id)
      .map(({ funder, minutes, cents, corrects, cause }, i): BilledLine => ({
        ...{ id: `${visit.id} ${funder} ${visit.billed.length + i}`, funder, minutes, cents, corrects, cause },
      }));
    return { ...visit, billed: [...visit.billed, ...lines] };
  });
  return { ...facts, visits };
}

function factsOf(raw: Raw, visits: readonly LedgerVisit[]): LedgerFacts {
  const day = (index: number): string => addDays(raw.month, index);
  const to = addDays(addMonths(raw.month, 2), -1);
  return {
    from: raw.month,
    to,
    now: startOfDay(day(raw.now)) + 12 * 3600,
    accounts: raw.accounts.map((one, i) => accountOf(raw, one, i)),
    visits,
    publishedDays: new Set(raw.publishedDays.map(day)),
    prices: pricesOf(raw),
    rounding: raw.rounding.map(({ span: [from, length], ...rule }) => ({
      ...rule,
      from: day(from),
      to: length === null ? null : day(from + length),
    })),
  };
}

function accountOf(
  { month, shortest }: Raw,
  { kind, percent, grants, informal }: Raw['accounts'][number],
  index: number,
): LedgerAccount {
  let next = addDays(month, -7);
  const spans = grants.map(({ days, pause, minutes, per }): LedgerAccount['grants'][number] => {
    const from = addDays(next, pause);
    const to = addDays(from, days - 1);
    next = addDays(to, 1);
    return { from, to, allows: kind === 'decision' ? { minutes, per: per } : 'ordered' };
  });
  const who = { ruleSet: null, means: null, needy: [], birthDate: null, lone: false, municipalityId: 'M' };
  const funding = kind === 'decision' ? ({ kind, form: 'provider' } as const) : { kind: kind };
  return {
    ...{ id: `A${index}`, kind: kind, clientId: `C${index}`, municipalityId: 'M', grants: spans },
    payers: [{ from: '2020-01-01', to: null, paying: { ...who, funding, municipalityPercent: percent } }],
    informalMinutesPerWeek: informal,
    shortestVisitMinutes: shortest,
  };
}

/** One price after another for each payer, some only for the municipality itself. */
function pricesOf({ month, prices }: Raw): LedgerFacts['prices'] {
  let next = addDays(month, -10);
  return prices.flatMap(({ days, cents, own }, i) => {
    const [validFrom, validTo] = [next, addDays(next, days - 1)];
    next = addDays(validTo, 1);
    return (['municipality', 'client', 'state'] as const).map((payer) => ({
      ...{ id: `P${i} ${payer}`, payer, municipalityId: own ? 'M' : null, centsPerHour: cents, validFrom, validTo },
    }));
  });
}

function visitOf(raw: Raw, one: Raw['visits'][number], index: number): LedgerVisit {
  const date = addDays(raw.month, Math.min(one.day, 58));
  const start = startOfDay(date) + one.minute * 60;
  const planned = STAFF.slice(0, one.parts).map((staffId, i) => ({ part: i + 1, staffId, start, end: start + one.minutes * 60 }));
  const stays = one.stays.flatMap(({ staff, early, seconds, leaves }, i): ReportedEvent[] => {
    const arrival: ReportedEvent = {
      id: `${index} in ${i}`,
      staffId: staff,
      kind: 'checked_in',
      at: start + early,
      corrects: null,
    };
    return leaves
      ? [arrival, { ...arrival, id: `${index} out ${i}`, kind: 'checked_out', at: start + early + seconds }]
      : [arrival];
  });
  const reason: ReportedEvent[] =
    one.reason === null ? [] : [{ id: `${index} why`, staffId: 'S1', kind: one.reason, at: start + 60, corrects: null }];
  return {
    ...{ key: `V${String(index).padStart(2, '0')}`, id: `v${index}`, account: `A${one.account % raw.accounts.length}`, date },
    ...{ ordered: one.ordered, hold: one.hold, unpaid: one.unpaid ? one.hold : null, unserved: one.unserved },
    ...{ planned, events: [...stays, ...reason], confirmed: one.confirmed, billed: [] },
  };
}

/** Every visit with an invoice and a credit in its raw form loses so many cents of one line, as far as there are any. */
function credited(raw: Raw, facts: LedgerFacts): LedgerFacts {
  const visits = facts.visits.map((visit, i): LedgerVisit => {
    const [line] = visit.billed;
    const { credit } = raw.visits[i];
    if (!line || credit === null) return visit;
    const given = {
      id: `${line.id} credit`,
      funder: line.funder,
      minutes: 0,
      cents: -Math.min(credit, line.cents),
      corrects: line.id,
    };
    return { ...visit, billed: [...visit.billed, { ...given, cause: 'credit_agreed' }] };
  });
  return { ...facts, visits };
}

/** Events of visits moved or withdrawn afterwards; a moved one sometimes moved again. */
function withLater(raw: Raw, facts: LedgerFacts): LedgerFacts {
  const visits = facts.visits.map((visit, i): LedgerVisit => {
    const later = raw.visits[i].later.flatMap(({ kind, seconds, again }, k): ReportedEvent[] => {
      const target = visit.events[k];
      if (!target) return [];
      const first = { ...target, id: `${target.id} later`, corrects: target.id };
      if (kind === 'withdrawn') return [{ ...first, kind: 'withdrawn' }];
      const moved = { ...first, at: target.at + seconds };
      return again ? [{ ...moved, id: `${moved.id} again`, corrects: moved.id, at: target.at - seconds }, moved] : [moved];
    });
    return { ...visit, events: [...visit.events, ...later] };
  });
  return { ...facts, visits };
}
