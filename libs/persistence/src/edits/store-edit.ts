import type { EditSince, EditedState, NewEdit, StoreOutcome } from '#planning';
import { recordAudit } from '../database/audit.js';
import { insertRows } from '../database/bulk.js';
import { instantAt } from '../database/days.js';
import { lockProvider, type Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import { storeFindings, storeRoutes } from '../plans/store-result.js';

/** Stores an edit when the draft is still at the revision it was made on. */
export async function storeEdit(transaction: Transaction, providerId: string, edit: NewEdit): Promise<StoreOutcome> {
  await lockProvider(transaction, providerId);
  const { planId } = edit;
  const plan = await transaction.plan.findFirst({ where: { id: planId, providerId }, select: { status: true, revision: true } });
  if (plan?.status !== 'draft') return { status: 'not_a_draft' };
  if (plan.revision !== edit.revision) return { status: 'edited', since: await editsSince(transaction, edit) };
  const revision = plan.revision + 1;
  await writeState(transaction, { providerId, planId }, edit);
  await writeEdit(transaction, { providerId, planId, revision }, edit);
  const { cost, figures } = edit.result;
  await transaction.plan.update({
    where: { id: planId },
    data: { revision, cost: cost.total, costParts: cost.parts, figures: figures as unknown as Prisma.InputJsonObject },
  });
  const { kind, visits } = edit.act;
  await recordAudit(transaction, {
    ...{ providerId, actor: edit.actor, action: `plan.edit_${kind}`, subject: ['plan', planId] },
    detail: { revision, visits },
  });
  return { status: 'stored', revision };
}

async function editsSince(transaction: Transaction, { planId, revision }: NewEdit): Promise<EditSince[]> {
  const rows = await transaction.planEdit.findMany({
    where: { planId, OR: [{ revision: { gt: revision } }, { undoneRevision: { gt: revision } }] },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, actor, at, visits, undoneRevision }) => ({
    ...{ actor, at, visits },
    kind: undoneRevision === null ? (kind as EditSince['kind']) : 'undone',
  }));
}

interface PlanKey {
  readonly providerId: string;
  readonly planId: string;
}

/** Routes, visits left out, pins and findings as they are after the edit. */
async function writeState(transaction: Transaction, key: PlanKey, { after, result, actor }: NewEdit): Promise<void> {
  const { plan, epoch, workingTime } = result;
  const visitIds = await idsOf(transaction, key.providerId, [
    ...Object.values(after.routes).flatMap(
      (route) => route?.stops.filter(({ kind }) => kind === 'visit').map(({ id }) => id) ?? [],
    ),
    ...Object.keys(after.unserved),
    ...Object.keys(after.pins).map(visitOfPin),
  ]);
  const idOf = (visitKey: string): string => visitIds.get(visitKey) ?? '';
  const shifts = Object.keys(after.routes);
  await transaction.route.deleteMany({ where: { planId: key.planId, shiftId: { in: shifts } } });
  await storeRoutes(transaction, key, { plan, epoch, visitIds, only: new Set(shifts) });
  await transaction.unservedVisit.deleteMany({
    where: { planId: key.planId, visitId: { in: Object.keys(after.unserved).map(idOf) } },
  });
  const left = Object.entries(after.unserved).flatMap(([visit, reasons]) =>
    reasons === null ? [] : [{ ...key, visitId: idOf(visit), reasons }],
  );
  await insertRows(transaction, 'unserved_visits', left);
  await writePins(transaction, key, { pins: after.pins, idOf, actor });
  await transaction.workingTimeFinding.deleteMany({ where: { planId: key.planId } });
  await storeFindings(transaction, key, workingTime);
}

async function writePins(
  transaction: Transaction,
  key: PlanKey,
  { pins, idOf }: { readonly pins: EditedState['pins']; readonly idOf: (visitKey: string) => string; readonly actor: string },
): Promise<void> {
  for (const [name, pin] of Object.entries(pins)) {
    const [visitId, part] = [idOf(visitOfPin(name)), Number(name.slice(name.lastIndexOf('#') + 1))];
    await transaction.visitPin.deleteMany({ where: { planId: key.planId, visitId, part } });
    if (pin === null) continue;
    const { staffId, start, reason, pinnedBy } = pin;
    const startsAt = start === null ? null : instantAt(start);
    await transaction.visitPin.create({ data: { ...key, visitId, part, staffId, startsAt, reason, pinnedBy } });
  }
}

function visitOfPin(name: string): string {
  return name.slice(0, name.lastIndexOf('#'));
}

async function idsOf(
  transaction: Transaction,
  providerId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const visits = await transaction.visit.findMany({
    where: { providerId, key: { in: [...new Set(keys)] } },
    select: { id: true, key: true },
  });
  return new Map(visits.map(({ id, key }) => [key, id]));
}

/** A new edit drops those taken back before it; undoing and doing again mark the one they are about. */
async function writeEdit(
  transaction: Transaction,
  { revision, ...key }: PlanKey & { readonly revision: number },
  { act, after, actor }: NewEdit,
): Promise<void> {
  if ('editId' in act) {
    const undoneRevision = act.kind === 'undone' ? revision : null;
    await transaction.planEdit.update({
      where: { id: act.editId },
      data: act.kind === 'undone' ? { undoneRevision } : { undoneRevision, revision },
    });
    return;
  }
  await transaction.planEdit.updateMany({
    where: { planId: key.planId, undoneRevision: { not: null } },
    data: { dropped: true },
  });
  const { kind, reason, visits, before } = act;
  const change = JSON.parse(JSON.stringify({ before, after })) as Prisma.InputJsonObject;
  await transaction.planEdit.create({ data: { ...key, revision, kind, actor, reason, visits: [...visits], change } });
}
