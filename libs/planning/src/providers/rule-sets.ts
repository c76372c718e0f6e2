import { RULE_SETS, type IncomeLimit, type MunicipalRuleSet } from '#care';
import type { ProviderFile, SheetRow } from '#contracts';

/** Rows of rule sets and of their tables, as a file or the database has them. */
export type RuleRows = Pick<ProviderFile, 'ruleSets' | 'ruleBands'>;

/**
 * The rule sets a provider works by: its own, and the shipped ones of
 * municipalities it has none for. A municipality is added by adding rows.
 */
export function ruleSetsOf(rows: RuleRows): readonly MunicipalRuleSet[] {
  const own = rows.ruleSets.map((row) =>
    ruleSetOf(
      row,
      rows.ruleBands.filter(({ ruleSet }) => ruleSet === row.id),
    ),
  );
  const words = new Set(own.map(({ rules }) => rules));
  return [...own, ...RULE_SETS.filter(({ rules }) => !words.has(rules))];
}

function ruleSetOf(row: SheetRow<'ruleSets'>, bands: readonly SheetRow<'ruleBands'>[]): MunicipalRuleSet {
  const { freeUpTo, freeUpToCents, supportUpTo, supportUpToCents, ...same } = row;
  const byHours = bands.toSorted((a, b) => (a.upToMinutesPerWeek ?? Infinity) - (b.upToMinutesPerWeek ?? Infinity));
  const hours = (band: SheetRow<'ruleBands'>): { upToMinutesPerWeek: number | null } => ({
    upToMinutesPerWeek: band.upToMinutesPerWeek ?? null,
  });
  return {
    ...same,
    validTo: row.validTo ?? null,
    decisionWithinWorkingDays: row.decisionWithinWorkingDays ?? null,
    shortestVisitMinutes: row.shortestVisitMinutes ?? null,
    freeLoneOlderThan: row.freeLoneOlderThan ?? null,
    freeUpTo: limitOf(freeUpTo, freeUpToCents),
    supportUpTo: limitOf(supportUpTo, supportUpToCents),
    clientShares: bands
      .filter(({ kind }) => kind === 'client_share')
      .map(({ aboveCents = 0, percent = 0 }) => ({ aboveCents, percent }))
      .sort((a, b) => a.aboveCents - b.aboveCents),
    levels: byHours
      .filter(({ kind }) => kind === 'care_level')
      .map((band) => ({ ...hours(band), level: band.level ?? 0, barthel: barthelOf(band), tasks: band.tasks })),
    supportBands: byHours
      .filter(({ kind }) => kind === 'relative_support')
      .map((band) => ({ ...hours(band), centsPerMonth: band.centsPerMonth ?? 0 })),
  };
}

function limitOf(basis: SheetRow<'ruleSets'>['freeUpTo'], cents: number | undefined): IncomeLimit | null {
  if (basis === 'none') return null;
  return basis === 'cents' ? { basis, cents: cents ?? 0 } : { basis };
}

function barthelOf({ barthelFrom: from, barthelTo: to }: SheetRow<'ruleBands'>): { from: number; to: number } | null {
  return from === undefined || to === undefined ? null : { from, to };
}
