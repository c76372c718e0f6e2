import { dataIssueView, lawBookView, legalPractice, practiceChangeView, ruleChangeView, ruleView } from '#contracts';
import type { LegalPracticeView, RuleChangeOrder } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, askSeen, type Seen, tell } from './client.js';

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
    mutationFn: ({ seen, ...body }: RuleChangeOrder & { readonly seen: string | null }) =>
      ask(z.object({ id: z.uuid() }), '/rules/changes', { method: 'PUT', body, seen: seen ?? 'none' }),
    onSuccess,
  });
  const end = useMutation({ mutationFn: (id: string) => tell(`/rules/changes/${id}`, { method: 'DELETE' }), onSuccess });
  return { change, end };
}

const practicePath = '/legal-practice';

/** How the provider reads the law, which days it works, and who changed what of it. */
export function useLegalPractice() {
  const practice = useQuery({
    queryKey: [...rulesKey, 'practice'],
    queryFn: ({ signal }) => askSeen(legalPractice, practicePath, { signal }),
  });
  const changes = useQuery({
    queryKey: [...rulesKey, 'practice-changes'],
    queryFn: ({ signal }) => ask(z.array(practiceChangeView), `${practicePath}/changes`, { signal }),
  });
  return { practice, changes };
}

/** Changes one part of the practice, from what was shown of it; reads it again, whatever came of it. */
export function useChangePractice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ part, reason, shown }: PracticeChange) => {
      const { readings, ...days } = shown.value;
      const body = { ...days, ...part, readings: { ...readings, ...part.readings }, reason };
      return ask(legalPractice, practicePath, { method: 'PUT', body, seen: shown.seen });
    },
    onSettled: () => client.invalidateQueries({ queryKey: rulesKey }),
  });
}

interface PracticeChange {
  readonly part: PracticePart;
  readonly reason: string;
  readonly shown: Seen<LegalPracticeView>;
}

/** What of the practice becomes another; readings by name. */
export type PracticePart = Partial<Omit<LegalPracticeView, 'readings'>> & {
  readonly readings?: Readonly<Record<string, string>>;
};

/** What is missing or wrong in the data. */
export function useDataIssues() {
  return useQuery({
    queryKey: ['data-quality'],
    queryFn: ({ signal }) => ask(z.array(dataIssueView), '/data-issues', { signal }),
  });
}
