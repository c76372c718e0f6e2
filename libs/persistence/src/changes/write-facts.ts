import type { ChangeOrder, ProviderSheet } from '#contracts';
import { addDays, CHRONIC_TERM_DAYS, instantOf, laterDay, POST_SURGERY_TERM_DAYS, termEnd } from '#time';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import { DECISION_WRITERS } from './decision-facts.js';
import type { FactWrite, Touch, Writer } from './fact-types.js';
import { defined, lastDay } from './row-fields.js';
import { idOf } from './known-rows.js';
import { STAY_WRITERS } from './stay-facts.js';

/** The transaction of a change and whose it is. */
export class FactWriter implements FactWrite {
  constructor(
    readonly transaction: Transaction,
    readonly providerId: string,
    readonly today: string,
  ) {}

  /** Writes what the change says and tells what it touches. */
  write(order: ChangeOrder): Promise<Touch> {
    return (WRITERS[order.kind] as Writer<ChangeOrder['kind']>)(this, order);
  }

  id(list: ProviderSheet | 'visits', id: string): Promise<string> {
    return idOf(this.transaction, this.providerId, { list, id });
  }
}

const WRITERS: { readonly [K in ChangeOrder['kind']]: Writer<K> } = {
  ...DECISION_WRITERS,
  ...STAY_WRITERS,

  async opinion_requested({ transaction, providerId }, { term, on }) {
    const found = await transaction.term.update({
      where: { providerId_externalId: { providerId, externalId: term } },
      data: { opinionRequestedOn: dateOfDay(on), updatedAt: new Date() },
      include: { episode: { include: { referral: true } } },
    });
    const day = dayOfDate(found.endsOn);
    const settles = { kinds: ['request_gp_visit'], about: { subjectId: found.episodeId } } as const;
    return { subject: ['term', found.id], clientId: found.episode.referral.clientId, from: day, to: day, settles };
  },

  async opinion_received({ transaction, providerId }, { opinion }) {
    const { id, episode: externalId, givenOn, verdict, givenBy } = opinion;
    const episode = await transaction.episode.findUniqueOrThrow({
      where: { providerId_externalId: { providerId, externalId } },
      include: { referral: true, terms: { orderBy: { endsOn: 'desc' }, take: 1 } },
    });
    const data = { providerId, externalId: id, episodeId: episode.id, givenOn: dateOfDay(givenOn), verdict, givenBy };
    await transaction.opinion.create({ data });
    const last = episode.terms[0];
    // What a late opinion continues begins on its own day.
    const from = last === undefined ? givenOn : laterDay(addDays(dayOfDate(last.endsOn), 1), givenOn);
    if (verdict === 'continue' && last !== undefined) {
      const days = episode.referral.kind === 'post_surgery' ? POST_SURGERY_TERM_DAYS : CHRONIC_TERM_DAYS;
      const next = { startsOn: dateOfDay(from), endsOn: dateOfDay(termEnd(from, days)) };
      await transaction.term.create({ data: { providerId, externalId: `${id}/term`, episodeId: episode.id, ...next } });
    }
    const settles = { kinds: ['request_gp_visit', 'chase_opinion'], about: { subjectId: episode.id } } as const;
    return { subject: ['episode', episode.id], clientId: episode.referral.clientId, from, to: null, settles };
  },

  async certificate_received(write, { certificate }) {
    const { id, client, issuedOn, validTo, ...rest } = certificate;
    const clientId = await write.id('clients', client);
    const made = await write.transaction.certificate.create({
      data: {
        ...defined(rest),
        ...{ providerId: write.providerId, externalId: id, clientId },
        ...{ issuedOn: dateOfDay(issuedOn), validTo: lastDay(validTo) },
      },
    });
    const settles = { kinds: ['renew_certificate'], about: { clientId } } as const;
    return { subject: ['certificate', made.id], clientId, from: issuedOn, to: null, settles };
  },

  async contraindication_reported(write, { client, on, contraindication: kind }) {
    const { providerId, transaction } = write;
    const clientId = await write.id('clients', client);
    const made = await transaction.contraindication.create({ data: { providerId, clientId, kind, setOn: dateOfDay(on) } });
    return { subject: ['contraindication', made.id], clientId, from: on, to: null };
  },

  async qualification_recorded(write, { qualification }) {
    const { id, staff, validFrom, validTo, ...rest } = qualification;
    const staffId = await write.id('staff', staff);
    const made = await write.transaction.qualification.create({
      data: {
        ...defined(rest),
        ...{ providerId: write.providerId, externalId: id, staffId },
        ...{ validFrom: dateOfDay(validFrom), validTo: lastDay(validTo) },
      },
    });
    const settles = { kinds: ['renew_qualification'], about: { staffId } } as const;
    return { subject: ['qualification', made.id], staffId, from: validFrom, to: null, settles };
  },

  async client_moved(write, { client, actualAddress, neighbourhood = null, latitude, longitude }) {
    const clientId = await write.id('clients', client);
    const data = { actualAddress, neighbourhood, latitude, longitude, updatedAt: new Date() };
    await write.transaction.client.update({ where: { id: clientId }, data });
    return { subject: ['client', clientId], clientId, from: write.today, to: null };
  },

  async staff_absent(write, { absence }) {
    const { id, staff, from, to, kind } = absence;
    const staffId = await write.id('staff', staff);
    const days = { fromDate: dateOfDay(from), toDate: dateOfDay(to) };
    const made = await write.transaction.absence.create({
      data: { providerId: write.providerId, externalId: id, staffId, ...days, kind },
    });
    return { subject: ['absence', made.id], staffId, from, to };
  },

  async staff_back(write, { staff, on }) {
    const staffId = await write.id('staff', staff);
    const { providerId, transaction } = write;
    const still = { providerId, staffId, toDate: { gte: dateOfDay(on) } };
    const { _max } = await transaction.absence.aggregate({ where: still, _max: { toDate: true } });
    await transaction.absence.deleteMany({ where: { ...still, fromDate: { gte: dateOfDay(on) } } });
    await transaction.absence.updateMany({ where: still, data: { toDate: dateOfDay(addDays(on, -1)), updatedAt: new Date() } });
    return { subject: ['staff', staffId], staffId, from: on, to: _max.toDate === null ? on : dayOfDate(_max.toDate) };
  },

  async visit_refused(write, { visit, reason }) {
    const { providerId, transaction } = write;
    const found = await transaction.visit.findUniqueOrThrow({ where: { providerId_key: { providerId, key: visit } } });
    const data = { visitId: found.id, providerId, reason };
    await transaction.visitCancellation.upsert({ where: { visitId: found.id }, create: data, update: { reason } });
    const day = dayOfDate(found.date);
    return { subject: ['visit', found.id], clientId: found.clientId, from: day, to: day };
  },

  async visit_runs_over(write, { visit, until }) {
    const { providerId, transaction } = write;
    const found = await transaction.visit.findUniqueOrThrow({
      where: { providerId_key: { providerId, key: visit } },
      include: { parts: { include: { assignments: { where: { published: true } } }, orderBy: { part: 'asc' } } },
    });
    const endsAt = new Date(until);
    const data = { visitId: found.id, providerId, endsAt };
    await transaction.visitOverrun.upsert({ where: { visitId: found.id }, create: data, update: { endsAt } });
    const day = dayOfDate(found.date);
    const staffId = found.parts.flatMap(({ assignments }) => assignments.map((one) => one.staffId)).at(0);
    return { subject: ['visit', found.id], clientId: found.clientId, ...(staffId && { staffId }), from: day, to: day };
  },

  async consent_given(write, { consent }) {
    const { id, client, givenOn, validTo, ...rest } = consent;
    const clientId = await write.id('clients', client);
    const made = await write.transaction.consent.create({
      data: {
        ...defined(rest),
        ...{ providerId: write.providerId, externalId: id, clientId },
        ...{ givenOn: dateOfDay(givenOn), validTo: lastDay(validTo) },
      },
    });
    return { subject: ['consent', made.id], clientId, from: givenOn, to: validTo ?? null };
  },

  async consent_withdrawn({ transaction, providerId }, { consent, on }) {
    const found = await transaction.consent.update({
      where: { providerId_externalId: { providerId, externalId: consent } },
      data: { withdrawnOn: dateOfDay(on), updatedAt: new Date() },
    });
    return { subject: ['consent', found.id], clientId: found.clientId, from: on, to: null };
  },

  async medicines_received(write, { client, medicines }) {
    const { transaction, providerId } = write;
    const clientId = await write.id('clients', client);
    await transaction.medicine.createMany({
      data: medicines.map(({ id: externalId, validFrom, validTo, ...rest }) => ({
        ...defined(rest),
        ...{ providerId, externalId, clientId, validFrom: dateOfDay(validFrom), validTo: lastDay(validTo) },
      })),
    });
    const [from] = medicines.map(({ validFrom }) => validFrom).sort();
    const settles = { kinds: ['bring_medicine_list'], about: { clientId } } as const;
    return { subject: ['client', clientId], clientId, from, to: null, settles };
  },

  async urgent_start(write, { client, pattern, day, from, to }) {
    const { transaction, providerId } = write;
    const clientId = await write.id('clients', client);
    const { id: externalId, ...rest } = pattern;
    const made = await transaction.visitPattern.create({
      data: {
        ...rest,
        ...{ providerId, externalId, clientId, windows: [{ from, to }], weekdays: [...WEEKDAYS], priority: 5 },
        ...{ minDaysBetween: 1, everyWeeks: 1, validFrom: dateOfDay(day), validTo: dateOfDay(day) },
      },
    });
    const home = { key: `prepare_home:${made.id}`, kind: 'prepare_home', subjectKind: 'client', subjectId: clientId } as const;
    const raises = [{ ...home, clientId, staffId: null, about: day, dueAt: instantOf(day, from) }];
    return { subject: ['pattern', made.id], clientId, from: day, to: day, raises };
  },
};

/** The day alone decides when an urgent visit is. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
