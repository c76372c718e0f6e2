import type { IsoDay } from '#time';
import type { LawReason } from '../law/law-reason.js';
import type { Visit } from '../model.js';
import { familyOf, findTask } from '../tasks/catalogue.js';

/** What bars social care at home (S039): active pulmonary tuberculosis, an acute infection, a sexually transmitted disease. */
export type Contraindication = 'tuberculosis' | 'acuteInfection' | 'sexuallyTransmitted';

/** The GP's certificate with its three answers (S038, S039); null: not answered, which neither bars nor clears. */
export interface CertificateFacts {
  readonly issuedOn: IsoDay;
  readonly validTo: IsoDay | null;
  readonly tuberculosis: boolean | null;
  readonly acuteInfection: boolean | null;
  readonly sexuallyTransmitted: boolean | null;
}

/** Somebody reported a contraindication at the home (S074): it bars like a certificate's yes. */
export interface ContraindicationFlag {
  readonly setOn: IsoDay;
  readonly kind: Contraindication;
}

/** What is known of one client. */
export interface HealthGuard {
  readonly certificates: readonly CertificateFacts[];
  readonly flags: readonly ContraindicationFlag[];
  /** Days on which a medicine stands on the client's list, both included; `to` null is open. Absent: none. */
  readonly medicines?: readonly { readonly from: IsoDay; readonly to: IsoDay | null }[];
}

const KINDS: readonly Contraindication[] = ['tuberculosis', 'acuteInfection', 'sexuallyTransmitted'];

/** Social care barred from a day on. */
export interface Bar {
  readonly since: IsoDay;
  readonly kinds: readonly Contraindication[];
}

/**
 * The bar on social care on a day; null when there is none. A certificate with a
 * yes bars from its day, a flag from the day it was set; nothing lifts either
 * but a certificate without a yes, issued later: not time, nor the end of a
 * certificate, nor taking a flag back.
 */
export function barOn({ certificates, flags }: HealthGuard, day: IsoDay): Bar | null {
  const known = certificates.filter(({ issuedOn }) => issuedOn <= day);
  const cleared = latest(known.filter(isClear).map(({ issuedOn }) => issuedOn));
  const barring = [
    ...known.map((certificate) => ({ since: certificate.issuedOn, kinds: answersOf(certificate) })),
    ...flags.filter(({ setOn }) => setOn <= day).map(({ setOn, kind }) => ({ since: setOn, kinds: [kind] })),
  ].filter(({ since, kinds }) => kinds.length > 0 && (cleared === null || since >= cleared));
  if (barring.length === 0) return null;
  const since = barring.map((bar) => bar.since).sort()[0];
  return { since, kinds: KINDS.filter((kind) => barring.some(({ kinds }) => kinds.includes(kind))) };
}

/** The certificates' last valid day when every one on file has run out by the day; null when one is valid or none is on file. */
export function certificateEndedBefore({ certificates }: HealthGuard, day: IsoDay): IsoDay | null {
  const known = certificates.filter(({ issuedOn }) => issuedOn <= day);
  if (known.some(({ validTo }) => validTo === null || validTo >= day)) return null;
  return latest(known.map(({ validTo }) => validTo ?? day));
}

/** Whether all or part of a visit is social care. */
export function isSocial({ tasks }: Pick<Visit, 'tasks'>): boolean {
  return tasks.some((code) => {
    const task = findTask(code);
    return task !== undefined && familyOf(task) === 'social';
  });
}

/** Why social visits of a barred client are not published (S039, S074): never which illness it is. */
export function barReason({ since }: Bar): LawReason {
  return { code: 'law.contraindicated', params: { rule: 'S039', since } };
}

/** Days back over which staff count as exposed; the provider's infection plan may say otherwise. */
export const EXPOSURE_DAYS = 14;

/** A visit that took place. */
export interface PastVisit {
  readonly clientId: string;
  readonly staffId: string;
  readonly date: IsoDay;
}

/** Somebody who was at the home lately, with the last day and how often. */
export interface Exposed {
  readonly staffId: string;
  readonly lastOn: IsoDay;
  readonly visits: number;
}

/** Staff of every profession who were with the client from `from` to `to`, both included, who was there last first. */
export function exposedStaff(
  visits: readonly PastVisit[],
  { clientId, from, to }: { readonly clientId: string; readonly from: IsoDay; readonly to: IsoDay },
): readonly Exposed[] {
  const exposed = new Map<string, Exposed>();
  for (const { staffId, date } of visits.filter(
    (visit) => visit.clientId === clientId && from <= visit.date && visit.date <= to,
  )) {
    const before = exposed.get(staffId) ?? { staffId, lastOn: date, visits: 0 };
    exposed.set(staffId, { staffId, lastOn: before.lastOn > date ? before.lastOn : date, visits: before.visits + 1 });
  }
  return [...exposed.values()].sort((a, b) => b.lastOn.localeCompare(a.lastOn) || (a.staffId < b.staffId ? -1 : 1));
}

function answersOf(certificate: CertificateFacts): readonly Contraindication[] {
  return KINDS.filter((kind) => certificate[kind] === true);
}

function isClear(certificate: CertificateFacts): boolean {
  return KINDS.every((kind) => certificate[kind] === false);
}

function latest(days: readonly IsoDay[]): IsoDay | null {
  return [...days].sort().at(-1) ?? null;
}
