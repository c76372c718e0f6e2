import { importView, type ImportView, type Issue } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiFailure, ask } from './client.js';

/** Where the workbook template lies. */
export const templateAddress = '/api/v1/imports/template';

/** What came of a file: counts when it is well, else every issue. */
export type ImportOutcome =
  { readonly kind: 'fine'; readonly view: ImportView } | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

/** Sends a file to be checked or written. A file with mistakes is an outcome, not a failure. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, dryRun }: { readonly file: File; readonly dryRun: boolean }): Promise<ImportOutcome> => {
      try {
        const view = await ask(importView, `/imports?dryRun=${dryRun}`, { method: 'POST', file });
        return view.issues.length > 0 ? { kind: 'issues', issues: view.issues } : { kind: 'fine', view };
      } catch (cause) {
        if (cause instanceof ApiFailure && cause.problem && cause.problem.issues.length > 0)
          return { kind: 'issues', issues: cause.problem.issues };
        throw cause;
      }
    },
    onSuccess: (outcome, { dryRun }) => {
      if (!dryRun && outcome.kind === 'fine') return client.invalidateQueries({ queryKey: ['provider'] });
    },
  });
}
