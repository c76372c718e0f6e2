import {
  billingCheckView,
  claimsView,
  hourCostsView,
  invoiceDocumentView,
  invoiceLineView,
  invoiceView,
  payModelView,
  payrollView,
  type BillingOrder,
  type CreditOrder,
  type HourCostsView,
  type PayModel,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, askSeen, type Seen } from './client.js';

const search = ({ from, to }: BillingOrder): string => new URLSearchParams({ from, to }).toString();

/** What a run of the days would ask, and what it would leave out. */
export function useBillingCheck(days: BillingOrder) {
  return useQuery({
    queryKey: ['billing', 'check', days],
    queryFn: ({ signal }) => ask(billingCheckView, `/billing-runs/check?${search(days)}`, { signal }),
  });
}

/** Invoices that touch the days, newest first. */
export function useInvoices(days: BillingOrder) {
  return useQuery({
    queryKey: ['billing', 'invoices', days],
    queryFn: ({ signal }) => ask(z.array(invoiceView), `/invoices?${search(days)}`, { signal }),
  });
}

/** Services given under episodes, with their codes. */
export function useClaims(days: BillingOrder) {
  return useQuery({
    queryKey: ['billing', 'claims', days],
    queryFn: ({ signal }) => ask(claimsView, `/claims?${search(days)}`, { signal }),
  });
}

/** What one invoice says. */
export function useInvoiceDocument(id: string) {
  return useQuery({
    queryKey: ['billing', 'document', id],
    queryFn: ({ signal }) => ask(invoiceDocumentView, `/invoices/${id}/document`, { signal }),
  });
}

/** Every line of one invoice, by day. */
export function useInvoiceLines(id: string) {
  return useQuery({
    queryKey: ['billing', 'lines', id],
    queryFn: ({ signal }) => ask(z.array(invoiceLineView), `/invoices/${id}/lines`, { signal }),
  });
}

/** Gives back a line or part of it. */
export function useGiveCredit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreditOrder) => ask(invoiceView, '/credits', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Issues what is missing. */
export function useRunBilling() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (days: BillingOrder) => ask(z.array(invoiceView), '/billing-runs', { method: 'POST', body: days }),
    onSettled: () => client.invalidateQueries(),
  });
}

/** Hours to pay. */
export function usePayroll(days: BillingOrder) {
  return useQuery({
    queryKey: ['payroll', days],
    queryFn: ({ signal }) => ask(payrollView, `/payroll?${search(days)}`, { signal }),
    placeholderData: (before) => before,
  });
}

/** What of working time is paid, and the state of that choice. */
export function usePayModel() {
  return useQuery({ queryKey: ['payroll', 'model'], queryFn: ({ signal }) => askSeen(payModelView, '/pay-model', { signal }) });
}

/** Chooses what of working time is paid; reads it again, whatever came of it. */
export function useSetPayModel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ value: model, seen }: Seen<PayModel>) =>
      ask(payModelView, '/pay-model', { method: 'PUT', body: { model }, seen }),
    onSettled: () => client.invalidateQueries({ queryKey: ['payroll'] }),
  });
}

/** What a working hour costs, by profession. */
export function useHourCosts() {
  return useQuery({ queryKey: ['hour-costs'], queryFn: ({ signal }) => askSeen(hourCostsView, '/hour-costs', { signal }) });
}

/** Keeps what working hours cost. */
export function useSetHourCosts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ value, seen }: Seen<HourCostsView>) => ask(hourCostsView, '/hour-costs', { method: 'PUT', body: value, seen }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality'] }),
  });
}
