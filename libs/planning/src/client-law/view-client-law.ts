import { decisionDue, decisionIssues, explainDecisionIssue, permissions, ruleSetOn, type Viewer } from '#care';
import type { ClientConsentsView, ClientViewer, ConsentView, DecisionCheckView, SharingLogView } from '#contracts';
import { lawContext } from '../law/law-data.js';
import type { ClientLawStore, ConsentOnFile, DecisionOnFile, DecisionsOnFile } from './client-law-ports.js';

/** A client of a provider by the provider's own id. */
export interface ClientOf {
  readonly providerId: string;
  readonly client: string;
}

const VIEWERS: readonly (readonly [ClientViewer, Viewer])[] = [
  ['social_staff', { kind: 'staff', service: 'social' }],
  ['health_staff', { kind: 'staff', service: 'health' }],
  ['office', { kind: 'office' }],
  ['other_social_provider', { kind: 'otherProvider', service: 'social' }],
  ['other_health_provider', { kind: 'otherProvider', service: 'health' }],
  ['third_party', { kind: 'export' }],
  ['deciding_social_service', { kind: 'socialService', decides: true }],
];

/** Every consent of a client and what each who looks may know on the day (S098-S100); null when there is no such client. */
export async function viewConsents(
  store: Pick<ClientLawStore, 'consents'>,
  { providerId, client }: ClientOf,
  day: string,
): Promise<ClientConsentsView | null> {
  const consents = await store.consents(providerId, client);
  if (consents === null) return null;
  const sees = VIEWERS.map(([viewer, who]) => ({ viewer, facts: [...permissions(who, consents, day)] }));
  return { client, consents: consents.map((consent) => ({ ...consent, state: stateOn(consent, day) })), sees };
}

function stateOn({ givenOn, validTo, withdrawnOn }: ConsentOnFile, day: string): ConsentView['state'] {
  if (withdrawnOn !== null && withdrawnOn <= day) return 'withdrawn';
  if (validTo !== null && validTo < day) return 'run_out';
  return givenOn <= day ? 'in_force' : 'not_yet';
}

/** Who was told what of a client, for the client (S099); null when there is no such client. */
export async function viewSharingLog(
  store: Pick<ClientLawStore, 'sharingLog'>,
  { providerId, client }: ClientOf,
): Promise<SharingLogView | null> {
  const entries = await store.sharingLog(providerId, client);
  return entries && { client, entries };
}

/** The decisions of a provider or of one client with every rule they break; the worst first, then by number. */
export async function viewDecisionChecks(
  store: Pick<ClientLawStore, 'decisions'>,
  providerId: string,
  client: string | null,
): Promise<readonly DecisionCheckView[]> {
  const onFile = await store.decisions(providerId, client);
  const views = onFile.decisions.map((one) => checkOf(one, onFile));
  return views.sort((a, b) => weight(b) - weight(a) || a.number.localeCompare(b.number, 'lv', { numeric: true }));
}

function checkOf({ decision, ...named }: DecisionOnFile, { decisions, ruleSets, practice }: DecisionsOnFile): DecisionCheckView {
  const { calendar } = lawContext(practice);
  const replaced = decisions.find((one) => one.decision.id === decision.replaces)?.decision ?? null;
  const set = decision.rules === null ? null : ruleSetOn(ruleSets, decision.rules, decision.decidedOn);
  const { decidedOn, validFrom, validTo, permanent, form, careLevel, grantedMinutes, grantedPer, certificate } = decision;
  return {
    ...named,
    ...{ decidedOn, validFrom, validTo, permanent, form, careLevel, grantedMinutes, grantedPer },
    severity: certificate?.severity ?? null,
    dueBy: decisionDue(decision, set, calendar),
    issues: decisionIssues(decision, { ruleSets, replaced, calendar }).map((issue) => ({
      ...issue,
      params: { ...issue.params },
      words: explainDecisionIssue(issue),
    })),
  };
}

function weight({ issues }: DecisionCheckView): number {
  if (issues.some(({ severity }) => severity === 'hard')) return 2;
  return issues.length > 0 ? 1 : 0;
}
