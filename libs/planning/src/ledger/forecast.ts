import { addDays, dayOf, daysFrom } from '#time';
import { dividedRound } from './amount.js';
import { plannedMinutes, visitOutcome } from './delivery.js';
import { dayMinutes, grantMinutes, groupDays, groupKey, weekShare } from './grant.js';
import { covers, visitsBy, type LedgerAccount, type LedgerFacts, type LedgerVisit } from './ledger-facts.js';
import type { LedgerPeriod } from './ledger-table.js';

/** How a month of an account is expected to end. */
export interface AccountForecast {
  readonly account: string;
  /** Minutes granted; of what is ordered visit by visit, ordered. */
  readonly granted: number;
  /** Of the granted ones, what relatives give (S129). */
  readonly informal: number;
  readonly delivered: number;
  /** Still to come: published parts, and orders of days without a published plan. */
  readonly ahead: number;
  /** Delivered, and so much of what is to come as of what is over was delivered. */
  readonly expected: number;
  /** `over`: more than granted, which nobody pays for. `under`: less than 90 per cent of what staff are to give. */
  readonly outlook: 'over' | 'under' | 'within';
  /** First day on which the week's or month's grant is used up before its visits are; null: none. */
  readonly exhaustedOn: string | null;
  /** Last day of the grant; null: it is open. */
  readonly endsOn: string | null;
  /** Another decision of the client goes on from there. */
  readonly renewed: boolean;
}

/** Below so many per cent of what staff are to give, a month counts as under-delivered. */
const UNDER_PERCENT = 90;

/** What of a kind's visits that are over was delivered, in minutes. */
interface Record {
  readonly planned: number;
  readonly delivered: number;
}

/**
 * How the days end, account by account, by what is known at `facts.now`: what was delivered of the visits that are over
 * says how much of those ahead will be, kind by kind (decisions, episodes, private). Nothing is over yet: all of them.
 */
export function forecast(facts: LedgerFacts, days: LedgerPeriod): readonly AccountForecast[] {
  const byAccount = visitsBy(
    facts.visits.filter(({ date }) => date >= days.from && date <= days.to),
    ({ account }) => account,
  );
  const kinds = new Map(facts.accounts.map(({ id, kind }) => [id, kind]));
  const records = new Map<LedgerAccount['kind'], Record>();
  for (const [account, visits] of byAccount) {
    const kind = kinds.get(account) ?? 'private';
    records.set(
      kind,
      visits.reduce((sum, visit) => recordWith(sum, visit, facts.now), records.get(kind) ?? NO_RECORD),
    );
  }
  return facts.accounts.flatMap((account) => {
    const visits = byAccount.get(account.id) ?? [];
    const one = accountForecast(facts, account, { days, visits, record: records.get(account.kind) ?? NO_RECORD });
    return one.granted + one.delivered + one.ahead === 0 ? [] : [one];
  });
}

const NO_RECORD: Record = { planned: 0, delivered: 0 };

function recordWith(sum: Record, visit: LedgerVisit, now: number): Record {
  if (visit.planned.length === 0 || visit.planned.some(({ end }) => end > now)) return sum;
  const { planned, delivered } = visitOutcome(visit, now);
  return { planned: sum.planned + planned, delivered: sum.delivered + Math.min(planned, delivered) };
}

interface Month {
  readonly days: LedgerPeriod;
  readonly visits: readonly LedgerVisit[];
  readonly record: Record;
}

function accountForecast(facts: LedgerFacts, account: LedgerAccount, { days, visits, record }: Month): AccountForecast {
  const all = daysFrom(days.from, days.to);
  const budget = grantMinutes(account, all);
  const ordered = account.kind === 'decision' ? 0 : visits.reduce((sum, visit) => sum + (visit.ordered ?? 0), 0);
  const granted = budget + ordered;
  const { informalMinutesPerWeek: perWeek } = account;
  const informal =
    perWeek === null
      ? granted
      : Math.min(
          granted,
          all.reduce((sum, day) => sum + (dayMinutes(account, day) > 0 ? weekShare(perWeek, day) : 0), 0),
        );
  const given = visits.map((visit) => visitOutcome(visit, facts.now).delivered);
  const delivered = given.reduce((sum, minutes) => sum + minutes, 0);
  const coming = visits.map((visit) => aheadOf(facts, visit));
  const ahead = coming.reduce((sum, minutes) => sum + minutes, 0);
  const likely = record.planned === 0 ? ahead : dividedRound(ahead * record.delivered, record.planned);
  const expected = delivered + likely;
  const endsOn = lastDay(account);
  return {
    ...{ account: account.id, granted, informal, delivered, ahead, expected, endsOn },
    outlook: outlookOf({ granted, informal, expected, capped: account.kind === 'decision' }),
    exhaustedOn: exhaustedOn(
      account,
      visits.map(({ date }, i) => [date, given[i] + coming[i]] as const),
    ),
    renewed: endsOn !== null && isRenewed(facts, account, addDays(endsOn, 1)),
  };
}

interface Outlook extends Pick<AccountForecast, 'granted' | 'informal' | 'expected'> {
  readonly capped: boolean;
}

function outlookOf({ granted, informal, expected, capped }: Outlook): AccountForecast['outlook'] {
  if (capped && expected > granted) return 'over';
  return expected * 100 < (granted - informal) * UNDER_PERCENT ? 'under' : 'within';
}

/** Minutes of a visit that are still to come. */
function aheadOf({ now, publishedDays }: LedgerFacts, { date, planned, ordered, hold, events }: LedgerVisit): number {
  const parts = planned.filter(({ end }) => end > now);
  if (planned.length > 0) return events.length > 0 ? 0 : parts.reduce((sum, part) => sum + plannedMinutes(part), 0);
  const open = date >= dayOf(now) && !publishedDays.has(date) && hold === null;
  return open ? (ordered ?? 0) : 0;
}

function exhaustedOn(account: LedgerAccount, minutes: readonly (readonly [day: string, minutes: number])[]): string | null {
  if (account.kind !== 'decision') return null;
  const left = new Map<string, number>();
  for (const [day, used] of [...minutes].sort(([a], [b]) => a.localeCompare(b))) {
    const key = groupKey(account, day);
    const rest = (left.get(key) ?? grantMinutes(account, groupDays(account, day))) - used;
    if (rest < 0) return day;
    left.set(key, rest);
  }
  return null;
}

function lastDay({ grants }: LedgerAccount): string | null {
  const ends = grants.map(({ to }) => to);
  return ends.length === 0 || ends.includes(null) ? null : (ends.map(String).sort().at(-1) ?? null);
}

function isRenewed({ accounts }: LedgerFacts, { id, clientId, kind }: LedgerAccount, day: string): boolean {
  return accounts.some(
    (other) =>
      other.id !== id && other.clientId === clientId && other.kind === kind && other.grants.some((span) => covers(span, day)),
  );
}
