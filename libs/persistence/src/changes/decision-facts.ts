import { addDays } from '#time';
import { dateOfDay } from '../database/days.js';
import { defined, lastDay } from './row-fields.js';
import type { FactWrite, Touch, Writer } from './fact-types.js';

type Kind =
  'decision_made' | 'decision_shortened' | 'decision_suspended' | 'decision_reduced' | 'decision_resumed' | 'decision_ended';

/** A decision of the municipality, and what becomes of it. */
export const DECISION_WRITERS: { readonly [K in Kind]: Writer<K> } = {
  async decision_made(write, { decision, patterns }) {
    const { transaction, providerId } = write;
    const { id, client, municipality, certificate, replaces, decidedOn, validFrom, validTo, ...rest } = decision;
    const clientId = await write.id('clients', client);
    const made = await transaction.decision.create({
      data: {
        ...defined(rest),
        ...{ providerId, externalId: id, clientId },
        municipalityId: await write.id('municipalities', municipality),
        certificateId: certificate === undefined ? null : await write.id('certificates', certificate),
        replacesId: replaces === undefined ? null : await write.id('decisions', replaces),
        ...{ decidedOn: dateOfDay(decidedOn), validFrom: dateOfDay(validFrom), validTo: lastDay(validTo) },
      },
    });
    await transaction.visitPattern.createMany({
      data: patterns.map(({ id: externalId, validFrom: from, validTo: to, pausedFrom, pausedTo, ...pattern }) => ({
        ...defined(pattern),
        ...{ providerId, externalId, clientId, decisionId: made.id },
        ...{ validFrom: dateOfDay(from), validTo: lastDay(to), pausedFrom: lastDay(pausedFrom), pausedTo: lastDay(pausedTo) },
      })),
    });
    const settles = { kinds: ['ask_new_decision'], about: { subjectId: made.replacesId ?? made.id } } as const;
    return { subject: ['decision', made.id], clientId, from: validFrom, to: validTo ?? null, settles };
  },

  async decision_shortened(write, { lastDay: last, ...rest }) {
    return changeDecision(write, { ...rest, kind: 'shortened', from: addDays(last, 1) });
  },

  async decision_suspended(write, { to, ...rest }) {
    return changeDecision(write, { ...rest, kind: 'suspended', ...(to !== undefined && { to }) });
  },

  async decision_reduced(write, order) {
    return changeDecision(write, { ...order, kind: 'reduced' });
  },

  async decision_resumed(write, { decision, on }) {
    const decisionId = await write.id('decisions', decision);
    await write.transaction.decisionChange.updateMany({
      where: {
        ...{ decisionId, kind: 'suspended', fromDate: { lt: dateOfDay(on) } },
        OR: [{ toDate: null }, { toDate: { gte: dateOfDay(on) } }],
      },
      data: { toDate: dateOfDay(addDays(on, -1)), updatedAt: new Date() },
    });
    const { clientId } = await write.transaction.decision.findFirstOrThrow({ where: { id: decisionId } });
    return { subject: ['decision', decisionId], clientId, from: on, to: null };
  },

  async decision_ended({ transaction, ...write }, { decision, lastDay: last }) {
    const { providerId } = write;
    const found = await transaction.decision.update({
      where: { providerId_externalId: { providerId, externalId: decision } },
      data: { endedOn: dateOfDay(last), updatedAt: new Date() },
    });
    return { subject: ['decision', found.id], clientId: found.clientId, from: addDays(last, 1), to: null };
  },
};

/** What became of a decision in force, beside the decision as it was made (S052). */
interface NewDecisionChange {
  readonly id: string;
  readonly decision: string;
  readonly kind: 'suspended' | 'reduced' | 'shortened';
  readonly from: string;
  readonly to?: string;
  readonly grantedMinutes?: number;
  readonly decidedOn: string;
  readonly reason?: string | undefined;
}

async function changeDecision(write: FactWrite, change: NewDecisionChange): Promise<Touch> {
  const { providerId, transaction } = write;
  const { id: externalId, decision, kind, from, to, grantedMinutes, decidedOn, reason } = change;
  const decisionId = await write.id('decisions', decision);
  await transaction.decisionChange.create({
    data: {
      ...defined({ providerId, externalId, decisionId, kind, grantedMinutes, reason }),
      ...{ fromDate: dateOfDay(from), toDate: lastDay(to), decidedOn: dateOfDay(decidedOn) },
    },
  });
  const { clientId } = await transaction.decision.findFirstOrThrow({ where: { id: decisionId } });
  return { subject: ['decision', decisionId], clientId, from, to: to ?? null };
}
