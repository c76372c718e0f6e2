import type { Decision } from '#care';
import type { DecisionOnFile } from '#planning';
import { dayOfDate, openDay } from '../database/days.js';
import type { Prisma } from '../generated/client.js';
import { decisionChanges } from '../providers/decision-changes.js';

/** A decision with everything that says whether it keeps to the rules. */
export const WITH_PAPERS = {
  client: {
    select: {
      ...{ externalId: true, givenName: true, familyName: true },
      barthelScores: { orderBy: [{ assessedOn: 'asc' }, { externalId: 'asc' }] },
    },
  },
  municipality: { select: { rules: true } },
  certificate: true,
  changes: { orderBy: { externalId: 'asc' } },
} as const satisfies Prisma.DecisionInclude;

type Row = Prisma.DecisionGetPayload<{ include: typeof WITH_PAPERS }>;

/** A stored decision as the rules look at it, and as people call it. */
export function decisionOnFile(row: Row): DecisionOnFile {
  const { id, externalId, number, client, clientId, decidedBy, permanent, form, careLevel, grantedMinutes, grantedPer } = row;
  const { tasks, municipalityPercent, ruleSet, replacesId: replaces } = row;
  const decision: Decision = {
    ...{ id, clientId, decidedBy, permanent, form, careLevel, grantedMinutes, grantedPer, tasks },
    ...{ municipalityPercent, ruleSet, replaces, rules: row.municipality.rules },
    decidedOn: dayOfDate(row.decidedOn),
    validFrom: dayOfDate(row.validFrom),
    validTo: openDay(row.validTo),
    documentsOn: openDay(row.documentsOn),
    certificate: certificateOf(row),
    barthel: lastScore(row),
    changes: decisionChanges(row),
  };
  const clientName = `${client.givenName} ${client.familyName}`;
  return { decision, id: externalId, client: client.externalId, number, clientName };
}

function certificateOf({ certificate }: Row): Decision['certificate'] {
  if (certificate === null) return null;
  const { severity, tuberculosis, acuteInfection, sexuallyTransmitted } = certificate;
  const days = { issuedOn: dayOfDate(certificate.issuedOn), validTo: openDay(certificate.validTo) };
  return { ...days, severity, tuberculosis, acuteInfection, sexuallyTransmitted };
}

/** The last score before the decision, on the form of 0 to 20: the other counts fives of it. */
function lastScore({ client, decidedOn }: Row): number | null {
  const last = client.barthelScores.findLast(({ assessedOn }) => assessedOn <= decidedOn);
  if (last === undefined) return null;
  return last.form === 'lv_0_20' ? last.score : Math.floor(last.score / 5);
}
