import type { LedgerAccount, LedgerFacts, LedgerVisit, PlannedPart, ReportedEvent } from '#planning';

/**
 * The ledger a second time, as slowly and plainly as can be: minutes are dealt out and counted one by one, money is
 * computed in whole 6,000ths. It shares types with the product and nothing else.
 */
export interface NaiveDay {
  readonly account: string;
  readonly day: string;
  /** Minutes and cents of granted, planned, delivered, billed. */
  readonly columns: readonly (readonly [minutes: number, cents: number, client: number])[];
  /** Minutes and cents by cause of the three differences. */
  readonly gaps: readonly ReadonlyMap<string, readonly [number, number]>[];
}

type Step = readonly [cause: string, minutes: number, cents: number];

export function naiveLedger(facts: LedgerFacts): readonly NaiveDay[] {
  const days: string[] = [];
  for (let at = Date.parse(facts.from); at <= Date.parse(facts.to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return facts.accounts.flatMap((account) => {
    const visits = facts.visits.filter((visit) => visit.account === account.id);
    const granted = grantedSide(facts, account, days, visits);
    const billable = billableMinutes(facts, account, visits);
    return days.map((day) => {
      const today = visits.filter((visit) => visit.date === day);
      const price = (minutes: number) => costOf(facts, account, day, minutes);
      const planned = today.map((visit) => visit.planned.reduce((sum, part) => sum + (part.end - part.start) / 60, 0));
      const given = today.map((visit) => outcome(visit, facts.now));
      const lines = today.flatMap((visit) => visit.billed);
      const sum = (minutes: readonly number[]): [number, number, number] => [
        minutes.reduce((a, b) => a + b, 0),
        minutes.reduce((a, b) => a + price(b)[0], 0),
        minutes.reduce((a, b) => a + price(b)[1], 0),
      ];
      const { cell, steps } = granted.get(day) as { cell: [number, number, number]; steps: Step[] };
      return {
        account: account.id,
        day,
        columns: [
          cell,
          sum(planned),
          sum(given.map(({ delivered }) => delivered)),
          [
            lines.reduce((a, line) => a + line.minutes, 0),
            lines.reduce((a, line) => a + line.cents, 0),
            lines.reduce((a, line) => a + (line.funder === 'client' ? line.cents : 0), 0),
          ],
        ],
        gaps: [
          byCause(steps),
          byCause(today.flatMap((_, i) => descend(price, planned[i], given[i].steps))),
          byCause(today.flatMap((visit) => billedSteps(visit, billable.get(visit.key) as Billable, price))),
        ],
      };
    });
  });
}

// ------------------------------------------------------------------ money

/** Cents in all and the client's of them, halves up; nothing where no price is known. */
function costOf(facts: LedgerFacts, account: LedgerAccount, day: string, minutes: number, before = 0): readonly [number, number] {
  const all = (m: number): bigint => halfUp(BigInt(m) * BigInt(hourOf(facts, account, day) ?? 0), 60n);
  const paying = account.payers.find((span) => span.from <= day && (span.to === null || day <= span.to))?.paying;
  if (!paying) return [0, 0];
  const client = (cents: bigint): bigint => {
    if (paying.funding.kind === 'episode') return 0n;
    if (paying.funding.kind === 'private') return cents;
    return halfUp(cents * BigInt(100 - (paying.municipalityPercent ?? 0)), 100n);
  };
  const [after, earlier] = [all(before + minutes), all(before)];
  return [Number(after - earlier), Number(client(after) - client(earlier))];
}

/** Cents an hour; null where none is known. */
function hourOf(facts: LedgerFacts, account: LedgerAccount, day: string): number | null {
  const paying = account.payers.find((span) => span.from <= day && (span.to === null || day <= span.to))?.paying;
  if (!paying) return null;
  const payer = { decision: 'municipality', episode: 'state', private: 'client' }[paying.funding.kind];
  for (const own of [paying.municipalityId, null]) {
    for (const price of facts.prices) {
      const valid = price.validFrom <= day && (price.validTo === null || day <= price.validTo);
      if (price.payer === payer && price.municipalityId === own && valid) return price.centsPerHour;
    }
  }
  return null;
}

function halfUp(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b);
}

/** Cents by which each step lowers the cost of what is left. */
function descend(
  price: (minutes: number) => readonly [number, number],
  from: number,
  steps: readonly (readonly [string, number])[],
): Step[] {
  let left = from;
  return steps.map(([cause, minutes]) => {
    const [before] = price(left);
    left -= minutes;
    return [cause, minutes, before - price(left)[0]];
  });
}

function byCause(steps: readonly Step[]): ReadonlyMap<string, readonly [number, number]> {
  const sums = new Map<string, readonly [number, number]>();
  for (const [cause, minutes, cents] of steps) {
    const [m, c] = sums.get(cause) ?? [0, 0];
    sums.set(cause, [m + minutes, c + cents]);
  }
  for (const [cause, [minutes, cents]] of sums) if (minutes === 0 && cents === 0) sums.delete(cause);
  return sums;
}

// ------------------------------------------------------------------ grants

/** Minutes of a week or month dealt out to its days one by one, as evenly as can be. */
function dealt(total: number, days: number, index: number): number {
  let minutes = 0;
  for (let k = 1; k <= total; k++) if (Math.ceil((k * days) / total) - 1 === index) minutes++;
  return minutes;
}

function monthDays(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

function weekdayOf(day: string): number {
  return (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
}

function mondayOf(day: string): string {
  return new Date(Date.parse(day) - weekdayOf(day) * 86_400_000).toISOString().slice(0, 10);
}

function grantOf(account: LedgerAccount, day: string) {
  return account.grants.find((span) => span.from <= day && (span.to === null || day <= span.to))?.allows ?? null;
}

function grantedMinutes(account: LedgerAccount, day: string): number {
  const allows = grantOf(account, day);
  if (allows === null || allows === 'ordered') return 0;
  return allows.per === 'week'
    ? dealt(allows.minutes, 7, weekdayOf(day))
    : dealt(allows.minutes, monthDays(day), Number(day.slice(8)) - 1);
}

/** Days that belong together: the month of a monthly grant, else the week. */
function clubOf(account: LedgerAccount, day: string): string {
  const allows = grantOf(account, day);
  return allows !== null && allows !== 'ordered' && allows.per === 'month' ? day.slice(0, 7) : mondayOf(day);
}

function grantedSide(facts: LedgerFacts, account: LedgerAccount, days: readonly string[], visits: readonly LedgerVisit[]) {
  const result = new Map<string, { cell: [number, number, number]; steps: Step[] }>();
  const clubs = new Map<string, string[]>();
  for (const day of days) clubs.set(clubOf(account, day), [...(clubs.get(clubOf(account, day)) ?? []), day]);
  for (const club of clubs.values()) {
    let before = 0;
    const open: { day: string; minutes: number; cents: number }[] = [];
    for (const day of club) {
      const allows = grantOf(account, day);
      const price = (minutes: number) => costOf(facts, account, day, minutes);
      const today = visits.filter((visit) => visit.date === day);
      const steps: Step[] = [];
      const minutes = grantedMinutes(account, day);
      let cell: [number, number, number] = [minutes, ...costOf(facts, account, day, minutes, before)] as [number, number, number];
      before += minutes;
      let inside = 0;
      let insideCents = 0;
      for (const visit of today) {
        const planned = visit.planned.reduce((sum, part) => sum + (part.end - part.start) / 60, 0);
        const ordered = visit.ordered ?? 0;
        if (allows === null) {
          if (planned > 0) steps.push([visit.hold ?? 'outside_grant', -planned, -price(planned)[0]]);
          continue;
        }
        inside += planned;
        insideCents += price(planned)[0];
        if (planned === 0 && ordered > 0) steps.push([whyLeftOut(facts, visit), ordered, price(ordered)[0]]);
        if (planned > 0 && allows === 'ordered')
          steps.push(['order_changed', ordered - planned, price(ordered)[0] - price(planned)[0]]);
      }
      if (allows === 'ordered') {
        const orders = today.map((visit) => visit.ordered ?? 0);
        cell = [0, 1, 2].map((k) => orders.reduce((sum, m) => sum + (k === 0 ? m : price(m)[k - 1]), 0)) as [
          number,
          number,
          number,
        ];
      } else if (allows !== null) {
        const told = steps.reduce((sum, [, m, c]) => [sum[0] + m, sum[1] + c], [0, 0]);
        open.push({ day, minutes: cell[0] - inside - told[0], cents: cell[1] - insideCents - told[1] });
      }
      result.set(day, { cell, steps });
    }
    dealRest(account, open, result);
  }
  return result;
}

function whyLeftOut(facts: LedgerFacts, { hold, unserved, date }: LedgerVisit): string {
  if (hold) return hold;
  if (unserved) return unserved[0] === 'NEEDS_OTHER_VISIT' ? 'rule_forbids' : 'no_staff';
  return facts.publishedDays.has(date) ? 'added_later' : 'not_planned';
}

function dealRest(
  account: LedgerAccount,
  open: readonly { day: string; minutes: number; cents: number }[],
  result: Map<string, { steps: Step[] }>,
): void {
  const minutes = open.reduce((sum, one) => sum + one.minutes, 0);
  const cents = open.reduce((sum, one) => sum + one.cents, 0);
  const perWeek = account.informalMinutesPerWeek;
  const relatives = perWeek === null ? minutes : open.reduce((sum, { day }) => sum + dealt(perWeek, 7, weekdayOf(day)), 0);
  const family = Math.min(relatives, minutes);
  const familyCents =
    minutes > 0 ? Number(halfUp(BigInt(Math.abs(cents)) * BigInt(family), BigInt(minutes))) * Math.sign(cents) : 0;
  const rest: Step[] =
    minutes === 0
      ? [['rounding', 0, cents]]
      : minutes < 0
        ? [['above_grant', minutes, cents]]
        : [
            ['informal_carer', family, familyCents],
            [
              minutes - family < account.shortestVisitMinutes ? 'shaping_rounding' : 'not_shaped',
              minutes - family,
              cents - familyCents,
            ],
          ];
  open.forEach((one, i) => {
    const upTo = (total: number, k: number): number => Math.floor((total * k) / open.length);
    const here = rest.map(([cause, m, c]): Step => [cause, upTo(m, i + 1) - upTo(m, i), upTo(c, i + 1) - upTo(c, i)]);
    const left: Step = [
      'other_days',
      one.minutes - here.reduce((sum, [, m]) => sum + m, 0),
      one.cents - here.reduce((sum, [, , c]) => sum + c, 0),
    ];
    result.get(one.day)?.steps.push(...here, left);
  });
}

// ---------------------------------------------------------------- delivery

const REASONS = new Map([
  ['visit_refused', 'refused'],
  ['client_absent', 'away'],
  ['client_in_hospital', 'in_hospital'],
  ['no_answer', 'no_answer'],
  ['unsafe', 'unsafe'],
  ['not_given', 'no_staff'],
]);

interface Presence {
  readonly staff: string;
  readonly minutes: number;
  readonly first: number;
  readonly last: number | null;
}

/** Walks the clock minute by minute; minutes count once somebody has left again. */
function presenceOf(staff: string, events: readonly ReportedEvent[]): Presence | null {
  const own = events.filter((event) => event.staffId === staff && (event.kind === 'checked_in' || event.kind === 'checked_out'));
  if (!own.some(({ kind }) => kind === 'checked_in')) return null;
  const minutesOf = own.map(({ at }) => Math.floor(at / 60));
  let [inside, waiting, minutes] = [false, 0, 0];
  let first: number | null = null;
  let last: number | null = null;
  for (let minute = Math.min(...minutesOf); minute <= Math.max(...minutesOf); minute++) {
    for (const { kind } of own.filter((_, i) => minutesOf[i] === minute)) {
      if (kind === 'checked_in' && !inside) {
        [inside, waiting] = [true, 0];
        first ??= minute;
      } else if (kind === 'checked_out' && inside) {
        minutes += waiting;
        [inside, last] = [false, minute];
      }
    }
    if (inside) waiting++;
  }
  return { staff, minutes, first: first ?? 0, last };
}

function outcome(visit: LedgerVisit, now: number): { delivered: number; steps: [string, number][] } {
  const corrected = visit.events.map(({ corrects }) => corrects);
  const events = visit.events.filter(({ id, kind }) => !corrected.includes(id) && kind !== 'withdrawn');
  events.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const reasons = events.filter(({ kind }) => REASONS.has(kind));
  const reason = reasons.length > 0 ? (REASONS.get(reasons[reasons.length - 1].kind) ?? null) : null;
  const there = [...new Set(events.map(({ staffId }) => staffId))]
    .map((staff) => presenceOf(staff, events))
    .filter((one) => one !== null);
  there.sort((a, b) => a.first - b.first || (a.staff < b.staff ? -1 : 1));
  const parts = [...visit.planned].sort((a, b) => a.part - b.part);
  const strangers = there.filter(({ staff }) => !parts.some(({ staffId }) => staffId === staff));
  const pairs: [PlannedPart | null, Presence | null][] = parts.map((part) => [
    part,
    there.find(({ staff }) => staff === part.staffId) ?? strangers.shift() ?? null,
  ]);
  for (const stranger of strangers) pairs.push([null, stranger]);
  const steps: [string, number][] = [];
  for (const [part, presence] of pairs) {
    const missing = (part ? (part.end - part.start) / 60 : 0) - (presence?.minutes ?? 0);
    if (missing !== 0) steps.push([whyShort(part, presence, { reason, missing, now }), missing]);
  }
  return { delivered: pairs.reduce((sum, [, presence]) => sum + (presence?.minutes ?? 0), 0), steps };
}

function whyShort(
  part: PlannedPart | null,
  presence: Presence | null,
  { reason, missing, now }: { readonly reason: string | null; readonly missing: number; readonly now: number },
): string {
  if (part === null) return 'unplanned';
  if (missing < 0) return 'longer';
  if (reason !== null) return reason;
  if (presence === null) return part.end > now ? 'not_due' : 'not_recorded';
  if (presence.last === null) return 'unfinished';
  const late = presence.first - Math.floor(part.start / 60);
  return late > 0 && late >= Math.floor(part.end / 60) - presence.last ? 'late' : 'left_early';
}

// ----------------------------------------------------------------- billing

interface Billable {
  readonly minutes: number;
  readonly steps: readonly (readonly [string, number])[];
  readonly delivered: number;
}

/** Visits in their order take minutes from the grant of their week or month, one by one, while there are any. */
function billableMinutes(
  facts: LedgerFacts,
  account: LedgerAccount,
  visits: readonly LedgerVisit[],
): ReadonlyMap<string, Billable> {
  const start = (visit: LedgerVisit): number => Math.min(Infinity, ...visit.planned.map((part) => part.start));
  const order = [...visits].sort((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    if (start(a) !== start(b)) return start(a) < start(b) ? -1 : 1;
    return a.key < b.key ? -1 : 1;
  });
  const left = new Map<string, number>();
  const result = new Map<string, Billable>();
  for (const visit of order) {
    const { delivered } = outcome(visit, facts.now);
    const rounded = roundedTo(facts, account, visit.date, delivered);
    const allows = grantOf(account, visit.date);
    let cause = 'above_grant';
    let payable = 0;
    if (visit.unpaid) cause = visit.unpaid;
    else if (allows === null) cause = 'outside_grant';
    else if (allows === 'ordered') payable = rounded;
    else {
      const club = clubOf(account, visit.date);
      if (!left.has(club)) left.set(club, clubMinutes(account, visit.date));
      while (payable < rounded && (left.get(club) ?? 0) > 0) {
        payable++;
        left.set(club, (left.get(club) ?? 0) - 1);
      }
    }
    const minutes = hourOf(facts, account, visit.date) === null ? 0 : payable;
    const steps = [
      ['rounding', delivered - rounded],
      [cause, rounded - payable],
      ['no_price', payable - minutes],
    ] as const;
    result.set(visit.key, { minutes, steps, delivered });
  }
  return result;
}

function clubMinutes(account: LedgerAccount, day: string): number {
  const club = clubOf(account, day);
  let sum = 0;
  for (let shift = -40; shift <= 40; shift++) {
    const other = new Date(Date.parse(day) + shift * 86_400_000).toISOString().slice(0, 10);
    if (clubOf(account, other) === club) sum += grantedMinutes(account, other);
  }
  return sum;
}

function roundedTo(facts: LedgerFacts, account: LedgerAccount, day: string, minutes: number): number {
  for (const [municipality, kind] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ]) {
    const rule = facts.rounding.find(
      (one) =>
        one.from <= day &&
        (one.to === null || day <= one.to) &&
        (municipality ? one.municipalityId === account.municipalityId : one.municipalityId === null) &&
        (kind ? one.accountKind === account.kind : one.accountKind === null),
    );
    if (!rule) continue;
    let down = minutes;
    while (down % rule.unitMinutes !== 0) down--;
    if (down === minutes || rule.mode === 'down') return down;
    return rule.mode === 'up' || (minutes - down) * 2 >= rule.unitMinutes ? down + rule.unitMinutes : down;
  }
  return minutes;
}

function billedSteps(visit: LedgerVisit, due: Billable, price: (minutes: number) => readonly [number, number]): Step[] {
  const steps = descend(price, due.delivered, due.steps);
  const hand = visit.billed.filter((line) => line.corrects !== null && line.cause !== 'corrected');
  const [handMinutes, handCents] = [hand.reduce((a, b) => a + b.minutes, 0), hand.reduce((a, b) => a + b.cents, 0)];
  const [minutes, cents] = [visit.billed.reduce((a, b) => a + b.minutes, 0), visit.billed.reduce((a, b) => a + b.cents, 0)];
  const rest = [due.minutes - (minutes - handMinutes), price(due.minutes)[0] - (cents - handCents)] as const;
  const open = visit.billed.length === 0 ? 'not_billed' : 'to_correct';
  return [...steps, [visit.confirmed ? open : 'not_confirmed', ...rest], ['credit', -handMinutes, -handCents]];
}
