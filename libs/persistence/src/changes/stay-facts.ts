import type { ChangeOrder } from '#contracts';
import { addDays, earlierDay, instantOf } from '#time';
import { StorageRefusal } from '../database/refusal.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Writer } from './fact-types.js';
import { lastDay } from './row-fields.js';

type StayKind = 'client_away' | 'client_back' | 'discharge_announced';

/** On the day of a discharge: by when the home is warm and has food and medicines (S095), and the hospital is asked. */
const HOME_READY = '09:00';
const CONFIRMED_BY = '10:00';

/** Clients who are not at home, and who come home. */
export const STAY_WRITERS: { readonly [K in Extract<ChangeOrder['kind'], StayKind>]: Writer<K> } = {
  async client_away(write, { client, from, to, reason }) {
    const clientId = await write.id('clients', client);
    const data = { providerId: write.providerId, clientId, fromDate: dateOfDay(from), toDate: lastDay(to), reason };
    // It has no id of its own by which a second sending would be known.
    if ((await write.transaction.clientAbsence.count({ where: data })) > 0) throw new StorageRefusal('duplicate', null);
    const made = await write.transaction.clientAbsence.create({ data });
    return { subject: ['client_absence', made.id], clientId, from, to: to ?? null };
  },

  async client_back(write, { client, on }) {
    const clientId = await write.id('clients', client);
    const { providerId, transaction } = write;
    const still = { providerId, clientId, OR: [{ toDate: null }, { toDate: { gte: dateOfDay(on) } }] };
    await transaction.clientAbsence.deleteMany({ where: { ...still, fromDate: { gte: dateOfDay(on) } } });
    const { _min } = await transaction.clientAbsence.aggregate({ where: still, _min: { expectedOn: true } });
    const early = { ...still, expectedOn: { gte: dateOfDay(on) } };
    await transaction.clientAbsence.updateMany({ where: early, data: { expectedOn: null } });
    await transaction.clientAbsence.updateMany({ where: still, data: { toDate: dateOfDay(addDays(on, -1)) } });
    const from = _min.expectedOn === null ? on : earlierDay(on, dayOfDate(_min.expectedOn));
    const settles = { kinds: ['confirm_discharge'], about: { clientId } } as const;
    return { subject: ['client', clientId], clientId, from, to: null, settles };
  },

  async discharge_announced(write, { client, on }) {
    const clientId = await write.id('clients', client);
    const { transaction, providerId, today } = write;
    const stays = await transaction.clientAbsence.findMany({
      where: {
        providerId,
        clientId,
        fromDate: { lte: dateOfDay(on) },
        OR: [{ toDate: null }, { toDate: { gte: dateOfDay(today) } }],
      },
    });
    // Whoever announces a discharge says that the client is in hospital until then.
    const since = dateOfDay(earlierDay(today, on));
    const stay =
      stays.length > 0
        ? { id: stays[0].id }
        : await transaction.clientAbsence.create({ data: { providerId, clientId, fromDate: since, reason: 'hospital' } });
    const ids = stays.length > 0 ? stays.map(({ id }) => id) : [stay.id];
    await transaction.clientAbsence.updateMany({ where: { id: { in: ids } }, data: { toDate: null, expectedOn: dateOfDay(on) } });
    const known = stays.flatMap(({ expectedOn, toDate }) => [
      ...(expectedOn === null ? [] : [dayOfDate(expectedOn)]),
      ...(toDate === null ? [] : [addDays(dayOfDate(toDate), 1)]),
    ]);
    const about = { subjectKind: 'client', subjectId: clientId, clientId, staffId: null, about: on } as const;
    const raises = [
      { ...about, key: `prepare_home:${stay.id}:${on}`, kind: 'prepare_home', dueAt: instantOf(on, HOME_READY) },
      { ...about, key: `confirm_discharge:${stay.id}:${on}`, kind: 'confirm_discharge', dueAt: instantOf(on, CONFIRMED_BY) },
    ] as const;
    // Saying the same day again asks for nothing new.
    const settles = known.includes(on) ? {} : { settles: { kinds: ['confirm_discharge'] as const, about: { clientId } } };
    const from = stays.length === 0 ? today : [on, ...known].sort()[0];
    return { subject: ['client_absence', stay.id], clientId, from, to: null, ...settles, raises };
  },
};
