import {
  contentOn,
  grantTimeline,
  patternDays,
  permissions,
  termsOf,
  termState,
  type ConsentFacts,
  type FieldClass,
  type LawContext,
  type Stretch,
} from '#care';
import type { ClientDecisionView, ClientEpisodeView, ClientHours, ClientView, LedgerGapView, PatternView } from '#contracts';
import { addDays, laterDay } from '#time';
import { clocksOf } from '../clocks/clocks.js';
import type { ClockStore } from '../clocks/clock-ports.js';
import { lawContext } from '../law/law-data.js';
import type { LedgerStore } from '../ledger/ledger-ports.js';
import { type LedgerOutcome, viewLedger } from '../ledger/view-ledger.js';
import type { ClientFacts, ClientStore } from './client-ports.js';

/** Days in which it counts who has been there: the measure of continuity. */
export const SEEN_DAYS = 14;
/** How far ahead the next visits of a pattern are named, days. */
const NEXT_DAYS = 27;
/** Most days named. */
const NEXT_SHOWN = 8;

/** Who looks at a client's page, and on which day. */
export interface ClientLook {
  readonly role: 'coordinator' | 'manager' | 'administrator';
  readonly today: string;
}

/** A client's page; null when the provider has no such client. */
export async function viewClient(
  stores: { readonly clients: ClientStore; readonly clocks: ClockStore },
  { providerId, client }: { readonly providerId: string; readonly client: string },
  look: ClientLook,
): Promise<ClientView | null> {
  const { today } = look;
  const facts = await stores.clients.page(providerId, client, { today, seenDays: SEEN_DAYS });
  if (facts === null) return null;
  const clocks = clocksOf(await stores.clocks.read(providerId, today, facts.clientId), today);
  const law = lawContext(facts.practice);
  const may = seenBy(look.role, facts, today);
  const { page } = facts;
  return {
    ...page,
    ...(!may.has('impairment') && { barthel: null, certificates: null, flags: null, contraindications: null }),
    ...(!may.has('health.observations') && { observations: null }),
    clocks,
    decisions: decisionViews(facts, today),
    episodes: facts.episodes.map((episode) => episodeView(episode, law, today)),
    patterns: facts.patterns.map((pattern) => patternView(pattern, today)),
    consents: facts.consents.map(({ row, facts: consent }) => ({ ...row, state: consentState(consent, today) })),
  };
}

/** Those who plan see what the office may (S099); who only runs the accounts sees no health facts. */
function seenBy(role: ClientLook['role'], { consents }: ClientFacts, today: string): ReadonlySet<FieldClass> {
  if (role === 'administrator') return new Set(['identity']);
  return permissions(
    { kind: 'office' },
    consents.map(({ facts }) => facts),
    today,
  );
}

function decisionViews({ decisions }: ClientFacts, today: string): ClientDecisionView[] {
  const timeline = grantTimeline(decisions.map(({ facts }) => facts));
  return decisions
    .map(({ row, facts }) => {
      const stretches = timeline.filter(({ decisionId }) => decisionId === facts.id);
      const last = stretches.at(-1);
      const now = stretches.find(({ from, to }) => from <= today && (to === null || today <= to));
      return {
        ...row,
        grantedMinutes: (now ?? last)?.grantedMinutes ?? row.grantedMinutes,
        lastDay: last === undefined ? addDays(row.validFrom, -1) : last.to,
        state: stateOf(now, row.validFrom, today),
      };
    })
    .sort((a, b) => rank[a.state] - rank[b.state] || (a.validFrom < b.validFrom ? 1 : -1));
}

const rank = { running: 0, suspended: 1, coming: 2, ended: 3 } as const;

function stateOf(now: Stretch | undefined, validFrom: string, today: string): ClientDecisionView['state'] {
  if (now !== undefined) return now.state === 'suspended' ? 'suspended' : 'running';
  return validFrom > today ? 'coming' : 'ended';
}

function episodeView(
  { row, facts, termIds }: ClientFacts['episodes'][number],
  law: LawContext,
  today: string,
): ClientEpisodeView {
  const terms = termsOf(facts, law).map(({ from, end, window, due, requestedOn, opinion, ...rest }, n) => ({
    id: termIds[n] ?? null,
    ...{ from, end, due, requestedOn },
    window: window && { from: window.from, to: window.to },
    state: termState({ from, end, window, due, requestedOn, opinion, ...rest }, today),
    opinion: opinion && { givenOn: opinion.givenOn, verdict: opinion.verdict },
  }));
  return { ...row, terms: terms.reverse() };
}

function patternView({ row, pattern }: ClientFacts['patterns'][number], today: string): PatternView {
  const from = laterDay(today, pattern.validFrom);
  const { tasks, durationMinutes, staffCount, windows } = contentOn(pattern, from);
  return {
    ...row,
    ...{ tasks: [...tasks], durationMinutes, staffCount, windows: windows.map((window) => ({ ...window })) },
    nextDays: patternDays(pattern, from, addDays(from, NEXT_DAYS)).slice(0, NEXT_SHOWN),
  };
}

function consentState({ givenOn, validTo, withdrawnOn }: ConsentFacts, today: string): ClientView['consents'][number]['state'] {
  if (withdrawnOn !== null && withdrawnOn <= today) return 'withdrawn';
  if (validTo !== null && validTo < today) return 'ended';
  return givenOn > today ? 'coming' : 'given';
}

/** Granted, planned, delivered and billed time of a client's accounts, without money; null when there is no such client. */
export async function viewClientHours(
  stores: { readonly clients: ClientStore; readonly ledger: LedgerStore },
  { providerId, client }: { readonly providerId: string; readonly client: string },
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: Date },
): Promise<{ readonly ok: true; readonly hours: ClientHours | null } | Extract<LedgerOutcome, { ok: false }>> {
  const accounts = await stores.clients.accounts(providerId, client);
  if (accounts === null) return { ok: true, hours: null };
  const hours: ClientHours = [];
  for (const account of accounts) {
    const outcome = await viewLedger(stores.ledger, providerId, { from, to, by: 'range', account }, now);
    if (!outcome.ok) return outcome;
    hours.push(
      ...outcome.ledger.rows.map(({ account: id, kind, number, granted, planned, delivered, billed, ...gaps }) => ({
        ...{ account: id, kind, number },
        ...{ granted: granted.minutes, planned: planned.minutes, delivered: delivered.minutes, billed: billed.minutes },
        notPlanned: gaps.notPlanned.map(inTime),
        notDelivered: gaps.notDelivered.map(inTime),
        notBilled: gaps.notBilled.map(inTime),
      })),
    );
  }
  return { ok: true, hours };
}

function inTime({ cents: _, ...gap }: LedgerGapView): Omit<LedgerGapView, 'cents'> {
  return gap;
}
