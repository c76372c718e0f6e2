import type { Issue, ProviderFile } from '#contracts';
import type { ImportCounts, ProviderStore } from '../ports.js';
import { careIssues } from './care-issues.js';
import { decisionChecks } from './decision-checks.js';

export type ImportOutcome =
  | { readonly ok: true; readonly providerId: string; readonly counts: Readonly<Record<string, ImportCounts>> }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Takes a provider's file over: the rules of care judge it as a whole, then it
 * is written, everything or nothing. A dry run counts what would change and
 * leaves all as it was.
 */
export async function importProvider(
  store: Pick<ProviderStore, 'write'>,
  file: ProviderFile,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<ImportOutcome> {
  const issues = [...careIssues(file), ...decisionChecks(file)];
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, ...(await store.write(file, { dryRun })) };
}
