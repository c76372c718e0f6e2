import { dataIssueView, lawBookView, ruleChangeView, ruleView, type RuleChangeOrder } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, tell } from './client.js';

const rulesKey = ['rules'] as const;

/** The task rules as they hold for a client, or for all. */
export function useRules(client: string) {
  return useQuery({
    queryKey: [...rulesKey, 'book', client],
    queryFn: ({ signal }) =>
      ask(z.array(ruleView), `/rules${client === '' ? '' : `?client=${encodeURIComponent(client)}`}`, { signal }),
    placeholderData: (before) => before,
  });
}

/** Everything that was ever changed of the rules, the newest first. */
export function useRuleChanges() {
  return useQuery({
    queryKey: [...rulesKey, 'changes'],
    queryFn: ({ signal }) => ask(z.array(ruleChangeView), '/rules/changes?ended=true', { signal }),
  });
}

/** The figures of the law and of municipalities. */
export function useLawBook() {
  return useQuery({
    queryKey: [...rulesKey, 'law'],
    queryFn: ({ signal }) => ask(lawBookView, '/rules/law', { signal }),
  });
}

/** Changes a rule, or gives it back to the book. */
export function useChangeRule() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: rulesKey });
  const change = useMutation({
    mutationFn: (body: RuleChangeOrder) => ask(z.object({ id: z.uuid() }), '/rules/changes', { method: 'PUT', body }),
    onSuccess,
  });
  const end = useMutation({ mutationFn: (id: string) => tell(`/rules/changes/${id}`, { method: 'DELETE' }), onSuccess });
  return { change, end };
}

/** What is missing or wrong in the data. */
export function useDataIssues() {
  return useQuery({
    queryKey: ['data-quality'],
    queryFn: ({ signal }) => ask(z.array(dataIssueView), '/data-issues', { signal }),
  });
}
