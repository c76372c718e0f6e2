import { planProgress, planSummary, routeView, unservedView, weekRouteView, type PlanOrder, type PlanSummary } from '#contracts';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { ask, tell } from './client.js';

const plansKey = ['plans'] as const;
const planKey = (id: string) => ['plan', id] as const;

/** Whether the planner has yet to finish it. */
export function isUnfinished(plan: Pick<PlanSummary, 'status'>): boolean {
  return plan.status === 'requested' || plan.status === 'running';
}

/** Every plan of the provider, newest first; asked again while one of them is being made. */
export function usePlans() {
  return useQuery({
    queryKey: plansKey,
    queryFn: ({ signal }) => ask(z.array(planSummary), '/plans', { signal }),
    refetchInterval: (query) => (query.state.data?.some(isUnfinished) ? 4000 : false),
  });
}

/** One plan, live while it is being made: the server's events, and a slow question beside them should they fail. */
export function usePlan(id: string) {
  const client = useQueryClient();
  const plan = useQuery({
    queryKey: planKey(id),
    queryFn: ({ signal }) => ask(planSummary, `/plans/${id}`, { signal }),
    initialData: () => client.getQueryData<PlanSummary[]>(plansKey)?.find((known) => known.id === id),
    // What the list knew shows at once; the plan itself is asked for all the same.
    initialDataUpdatedAt: 0,
    refetchInterval: (query) => (query.state.data && isUnfinished(query.state.data) ? 3000 : false),
  });
  usePlanEvents(id, plan.data !== undefined && isUnfinished(plan.data));
  return plan;
}

function usePlanEvents(id: string, wanted: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!wanted || typeof EventSource === 'undefined') return;
    const source = new EventSource(`/api/v1/plans/${id}/events`);
    const read = (event: MessageEvent<string>) => takeEvent(client, id, event.data);
    for (const name of ['message', 'plan', 'summary', 'progress', 'done']) source.addEventListener(name, read);
    // A closed stream is not an error to show: EventSource reconnects by itself, and the plan is polled meanwhile.
    return () => source.close();
  }, [client, id, wanted]);
}

function takeEvent(client: QueryClient, id: string, data: string): void {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return;
  }
  const summary = planSummary.safeParse(value);
  if (summary.success && summary.data.id === id) return storePlan(client, summary.data);
  const progress = planProgress.safeParse(value);
  const known = client.getQueryData<PlanSummary>(planKey(id));
  if (progress.success && known && isUnfinished(known)) storePlan(client, { ...known, progress: progress.data });
}

/** Puts a plan's newest state wherever it is shown. */
function storePlan(client: QueryClient, plan: PlanSummary): void {
  client.setQueryData(planKey(plan.id), plan);
  client.setQueryData<PlanSummary[]>(plansKey, (plans) =>
    plans?.some((known) => known.id === plan.id) ? plans.map((known) => (known.id === plan.id ? plan : known)) : plans,
  );
}

/** The routes of one day of a finished plan. */
export function useRoutes(id: string, date: string) {
  return useQuery({
    queryKey: [...planKey(id), 'routes', date],
    queryFn: ({ signal }) => ask(z.array(routeView), `/plans/${id}/routes?date=${date}`, { signal }),
    staleTime: Infinity,
  });
}

/** Who has how much on which day of a finished plan. */
export function useWeek(id: string) {
  return useQuery({
    queryKey: [...planKey(id), 'week'],
    queryFn: ({ signal }) => ask(z.array(weekRouteView), `/plans/${id}/week`, { signal }),
    staleTime: Infinity,
  });
}

/** Every visit the plan leaves out, over all its days. */
export function useUnserved(id: string) {
  return useQuery({
    queryKey: [...planKey(id), 'unserved'],
    queryFn: ({ signal }) => ask(z.array(unservedView), `/plans/${id}/unserved`, { signal }),
    staleTime: Infinity,
  });
}

/** Requests a plan; it then makes itself known by its progress. */
export function useOrderPlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PlanOrder) => ask(planSummary, '/plans', { method: 'POST', body }),
    onSuccess: async (plan) => {
      await client.cancelQueries({ queryKey: plansKey });
      client.setQueryData(planKey(plan.id), plan);
      client.setQueryData<PlanSummary[]>(plansKey, (plans) => plans && [plan, ...plans.filter((known) => known.id !== plan.id)]);
      return client.invalidateQueries({ queryKey: plansKey });
    },
  });
}

/** Ends a search with the best it has found. */
export function useStopPlan(id: string) {
  return useMutation({ mutationFn: () => tell(`/plans/${id}/stop`, { method: 'POST' }) });
}

/** Puts a draft into force. */
export function usePublishPlan(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string | null) =>
      ask(planSummary, `/plans/${id}/publish`, { method: 'POST', body: reason === null ? {} : { reason } }),
    onSuccess: async (plan) => {
      // What was asked before the answer came knows less than it.
      await Promise.all([
        client.cancelQueries({ queryKey: planKey(id), exact: true }),
        client.cancelQueries({ queryKey: plansKey }),
      ]);
      storePlan(client, plan);
      return Promise.all([client.invalidateQueries({ queryKey: planKey(id) }), client.invalidateQueries({ queryKey: plansKey })]);
    },
  });
}
