import { decisionIssues, ruleSetIssues, type Decision, type DecisionChange, type DecisionIssue } from '#care';
import type { Issue, ProviderFile, SheetRow } from '#contracts';
import { addDays } from '#time';
import { grouped } from '../problem/lookup.js';
import { ruleSetsOf } from './rule-sets.js';

/** What refuses a file: a municipality that does not offer what a decision grants, or tasks that are none of its own. */
const REFUSING = [
  'decision.not_provided',
  'decision.form_not_offered',
  'decision.task_not_social',
  'decision.task_not_offered',
] as const;

/** What is wrong with the file's rule sets and with the decisions under them (S001, S104, S132, S139, S142). */
export function decisionChecks(file: ProviderFile): Issue[] {
  const sets = ruleSetsOf(file);
  const rows = new Map(file.ruleSets.map(({ id }, index) => [id, index]));
  const ofSets = ruleSetIssues(sets).map(({ code, set, field }) =>
    issueOf(code, `ruleSets[${rows.get(set)}].${field}`, {
      value: set,
      message: `Rule set ${set}: its ${field} do not hold together.`,
    }),
  );
  const decisions = decisionsOf(file);
  const ofDecisions = file.decisions.flatMap((row, index) => {
    const replaced = decisions.get(row.replaces ?? '') ?? null;
    const found = decisionIssues(decisions.get(row.id) as Decision, { ruleSets: sets, replaced });
    return found.flatMap((issue) => refusalOf(issue, row, index));
  });
  return [...ofSets, ...ofDecisions];
}

function refusalOf({ code, params }: DecisionIssue, { id, form }: SheetRow<'decisions'>, index: number): Issue[] {
  const refusing = REFUSING.find((one) => one === code);
  if (refusing === undefined) return [];
  const field = refusing.startsWith('decision.task') ? 'tasks' : 'form';
  const value = String(params['task'] ?? form);
  return [
    issueOf(refusing, `decisions[${index}].${field}`, { value, message: `Decision ${id}: ${value} is not on offer there.` }),
  ];
}

function issueOf(
  code: Issue['code'],
  path: string,
  { value, message }: { readonly value: string; readonly message: string },
): Issue {
  return { code, path, value, allowed: 'what the municipality’s rules say', message };
}

/** The decisions of a file by id, each with its certificate and the client's last Barthel score before it. */
export function decisionsOf(file: ProviderFile): ReadonlyMap<string, Decision> {
  const rules = new Map(file.municipalities.map((row) => [row.id, row.rules]));
  const certificates = new Map(file.certificates.map((row) => [row.id, row]));
  const scores = grouped(file.barthel, ({ client }) => client);
  const changes = grouped(file.decisionChanges, ({ decision }) => decision);
  const decisionOf = (row: SheetRow<'decisions'>): Decision => {
    const certificate = certificates.get(row.certificate ?? '');
    return {
      ...row,
      clientId: row.client,
      decidedBy: row.decidedBy ?? null,
      documentsOn: row.documentsOn ?? null,
      municipalityPercent: row.municipalityPercent ?? null,
      validTo: row.validTo ?? null,
      careLevel: row.careLevel ?? null,
      rules: rules.get(row.municipality) ?? null,
      ruleSet: row.ruleSet ?? null,
      certificate: certificate === undefined ? null : { ...certificate, validTo: certificate.validTo ?? null },
      barthel: lastScore(scores.get(row.client) ?? [], row.decidedOn),
      replaces: row.replaces ?? null,
      changes: [...(changes.get(row.id) ?? []).map(changeOf), ...earlyEnd(row)],
    };
  };
  return new Map(file.decisions.map((row) => [row.id, decisionOf(row)]));
}

/** On the form of 0 to 20: the other counts fives of it. */
function lastScore(scores: readonly SheetRow<'barthel'>[], day: string): number | null {
  const known = scores.filter(({ assessedOn }) => assessedOn <= day).toSorted((a, b) => (a.assessedOn < b.assessedOn ? -1 : 1));
  const last = known.at(-1);
  if (last === undefined) return null;
  return last.form === 'lv_0_20' ? last.score : Math.floor(last.score / 5);
}

function changeOf({ kind, from, to, grantedMinutes }: SheetRow<'decisionChanges'>): DecisionChange {
  if (kind === 'suspended') return { kind, from, to: to ?? null };
  return kind === 'reduced' ? { kind, from, grantedMinutes: grantedMinutes ?? 0 } : { kind, from };
}

function earlyEnd({ endedOn }: SheetRow<'decisions'>): DecisionChange[] {
  return endedOn === undefined ? [] : [{ kind: 'ended', from: addDays(endedOn, 1) }];
}
