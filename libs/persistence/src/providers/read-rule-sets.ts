import type { MunicipalRuleSet } from '#care';
import { ruleSetsOf, type RuleRows } from '#planning';
import { dayOfDate, openDay } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type * as Rows from '../generated/client.js';

/** The rule sets the provider works by: its own rows, and the shipped ones of municipalities it has none for. */
export async function readRuleSets(database: Transaction, providerId: string): Promise<readonly MunicipalRuleSet[]> {
  const rows = await database.ruleSet.findMany({
    where: { providerId },
    include: { bands: { orderBy: { externalId: 'asc' } } },
    orderBy: { externalId: 'asc' },
  });
  return ruleSetsOf({
    ruleSets: rows.map(ruleSetRow),
    ruleBands: rows.flatMap(({ externalId, bands }) => bands.map((band) => bandRow(band, externalId))),
  });
}

function ruleSetRow(row: Rows.RuleSet): RuleRows['ruleSets'][number] {
  const { rules, name, source, providesHomeCare, forms, tasks, needyFree, freeUpTo, incomeMonths, supportUpTo } = row;
  return {
    ...{
      id: row.externalId,
      rules,
      name,
      source,
      providesHomeCare,
      forms,
      tasks,
      needyFree,
      freeUpTo,
      incomeMonths,
      supportUpTo,
    },
    checkedOn: dayOfDate(row.checkedOn),
    validFrom: dayOfDate(row.validFrom),
    validTo: openDay(row.validTo) ?? undefined,
    decisionWithinWorkingDays: row.decisionWithinWorkingDays ?? undefined,
    shortestVisitMinutes: row.shortestVisitMinutes ?? undefined,
    freeUpToCents: row.freeUpToCents ?? undefined,
    clientShareOf: row.clientShareOf as RuleRows['ruleSets'][number]['clientShareOf'],
    excessOf: row.excessOf as RuleRows['ruleSets'][number]['excessOf'],
    freeLoneOlderThan: row.freeLoneOlderThan ?? undefined,
    olderThan: row.olderThan as RuleRows['ruleSets'][number]['olderThan'],
    supportUpToCents: row.supportUpToCents ?? undefined,
  };
}

function bandRow(row: Rows.RuleBand, ruleSet: string): RuleRows['ruleBands'][number] {
  return {
    ...{ id: row.externalId, ruleSet, kind: row.kind, tasks: row.tasks },
    upToMinutesPerWeek: row.upToMinutesPerWeek ?? undefined,
    level: row.level ?? undefined,
    barthelFrom: row.barthelFrom ?? undefined,
    barthelTo: row.barthelTo ?? undefined,
    aboveCents: row.aboveCents ?? undefined,
    percent: row.percent ?? undefined,
    centsPerMonth: row.centsPerMonth ?? undefined,
  };
}
