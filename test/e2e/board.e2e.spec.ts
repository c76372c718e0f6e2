import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  candidatesView,
  comparisonView,
  editedView,
  editingView,
  planSummary,
  publicationView,
  verdictView,
  weightProfileView,
} from '#contracts';
import type { EditedView, PlanSummary, StopView, VerdictView } from '#contracts';
import { House, type Office } from './house.js';
import { boardProvider } from './board-provider.js';
import { storyProvider } from './story-provider.js';
import type { Visitor } from './visitor.js';

const DAY = '2026-11-24';

let house: House;
let office: Office;
let colleague: Visitor;
let plan: PlanSummary;

beforeAll(async () => {
  house = await House.open('2026-11-23T10:05:00+02:00');
  office = await house.settle(boardProvider(DAY));
  colleague = await office.colleague('coordinator');
  const { id } = await office.visitor.post('/api/v1/plans', { from: DAY, to: DAY, seconds: 1, threads: 1 }, planSummary);
  plan = await office.drafted(id);
});

afterAll(() => house.close());

let stops: (StopView & { readonly staff: string })[] = [];

async function read(): Promise<void> {
  stops = await office.stops(plan.id);
}

const at = (path: string): string => `/api/v1/plans/${plan.id}/${path}`;
const given = (client: string): string[] =>
  stops.filter((stop) => stop.client.startsWith(client)).map(({ staff, start }) => `${staff.split(' ')[0]} ${clock(start)}`);

function clock(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

async function put(
  visit: string,
  shiftOf: string,
  time: string,
  part = 1,
): Promise<{ kind: 'put'; visit: string; part: number; shift: string; at: { start: string } }> {
  const { shifts } = await office.visitor.get(at('editing'), editingView);
  const shift = shifts.find(({ staffName }) => staffName.startsWith(shiftOf))?.shift ?? '';
  return { kind: 'put', visit, part, shift, at: { start: `${DAY}T${time}:00+02:00` } };
}

async function judge(visit: string, shiftOf: string, time: string): Promise<VerdictView> {
  return office.visitor.post(at('moves/judge'), { moves: [await put(visit, shiftOf, time)] }, verdictView);
}

describe('a draft at the board', () => {
  it('says of a move what it costs, and of a forbidden one which rule stands against it, by how much and for whom', async () => {
    await read();
    const [first] = stops.filter((stop) => stop.client.startsWith('Given1'));
    const late = await judge(first.visit, 'S1', '11:30');
    expect(late.verdict).toBe('refused');
    expect(
      late.rules.map(({ code, client, found, allowed }) => [code, client, clock(String(found)), clock(String(allowed))]),
    ).toEqual([['window_missed', 'Given1 Client1', '11:30', '11:00']]);
    const nurse = await judge(first.visit, 'N1', '10:00');
    expect(nurse.rules.map(({ code, staff }) => [code, staff])).toEqual([['skill_missing', 'N1 Staff']]);
    const fine = await judge(first.visit, 'S1', '10:15');
    expect(fine).toMatchObject({ verdict: 'allowed', rules: [], revision: 0 });
    expect(fine.shifted.find(({ visit }) => visit === first.visit)?.after?.start).toBe('2026-11-24T08:15:00.000Z');
    expect(given('Given1')).not.toEqual(['S1 10:15']);
  });

  it('re-times the partner of a joint visit with it', async () => {
    const [joint] = stops.filter((stop) => stop.client.startsWith('Given3'));
    const verdict = await judge(joint.visit, joint.staff.split(' ')[0], '13:20');
    expect(verdict.verdict).toBe('allowed');
    const moved = verdict.shifted.filter(({ visit }) => visit === joint.visit).map(({ after }) => clock(after?.start ?? ''));
    expect(moved).toEqual(['13:20', '13:20']);
  });

  it('stores a move, and takes it back and does it again to the second', async () => {
    const visit = stops.find((stop) => stop.client.startsWith('Given1'))?.visit ?? '';
    const before = JSON.stringify(stops);
    const edited = await office.visitor.post(at('moves'), { moves: [await put(visit, 'S1', '10:15')], revision: 0 }, editedView);
    expect(edited.revision).toBe(1);
    await read();
    expect(given('Given1')).toEqual(['S1 10:15']);
    const after = JSON.stringify(stops);
    await office.visitor.post(at('undo'), { revision: 1 }, editedView);
    await read();
    expect(JSON.stringify(stops)).toBe(before);
    const again = await office.visitor.post(at('redo'), { revision: 2 }, editedView);
    expect(again.revision).toBe(3);
    await read();
    expect(JSON.stringify(stops)).toBe(after);
  });

  it('keeps a start chosen by hand while other visits move', async () => {
    const other = stops.find((stop) => stop.client.startsWith('Given2'))?.visit ?? '';
    await office.visitor.post(at('moves'), { moves: [await put(other, 'S2', '08:30')], revision: 3 }, editedView);
    await read();
    expect(given('Given1')).toEqual(['S1 10:15']);
    expect(given('Given2')).toEqual(['S2 08:30']);
  });

  it('names what a colleague did when an edit comes too late, and loses neither', async () => {
    const visit = stops.find((stop) => stop.client.startsWith('Given2'))?.visit ?? '';
    const problem = await colleague.refused('POST', at('moves'), { moves: [await put(visit, 'S2', '09:30')], revision: 3 });
    expect(problem).toMatchObject({ status: 409, code: 'edit.conflict' });
    expect(problem.issues.map(({ path, value }) => [path, value])).toEqual([[visit, `moved ${office.tenant.email}`]]);
    await read();
    expect(given('Given2')).toEqual(['S2 08:30']);
    expect(await colleague.refused('POST', at('undo'), { revision: 4 })).toMatchObject({ code: 'edit.of_somebody_else' });
  });

  it('asks for a reason where a wish is set aside, with its price before and after', async () => {
    const visit = stops.find((stop) => stop.client.startsWith('Given1'))?.visit ?? '';
    const moves = [await put(visit, 'S2', '10:30')];
    const judged = await office.visitor.post(at('moves/judge'), { moves }, verdictView);
    expect(judged).toMatchObject({ verdict: 'reason_needed', wishes: [{ name: 'preference', before: 0, after: 3600 }] });
    expect(await office.visitor.refused('POST', at('moves'), { moves, revision: 4 })).toMatchObject({
      ...{ status: 422, code: 'edit.reason_needed' },
      issues: [{ code: 'move.wish', value: 'preference' }],
    });
    const done = await office.visitor.post(at('moves'), { moves, revision: 4, reason: 'S1 is at a training' }, editedView);
    expect(done.revision).toBe(5);
    await office.visitor.post(at('undo'), { revision: 5 }, editedView);
  });

  it('ranks who can take a visit; each offer can be done as it is', async () => {
    await read();
    const visit = stops.find((stop) => stop.client.startsWith('Given1'))?.visit ?? '';
    const { candidates } = await office.visitor.get(at(`visits/${encodeURIComponent(visit)}/candidates`), candidatesView);
    expect(candidates.map(({ staff: [{ name }] }) => name)).not.toContain('N1 Staff');
    const other = candidates.find(({ staff: [{ name }] }) => name === 'S2 Staff');
    expect(other?.wishes).toEqual([{ name: 'preference', before: 0, after: 3600 }]);
    const done = await office.visitor.post(at('moves'), { moves: other?.moves, revision: 6, reason: 'asked for' }, editedView);
    expect(done.verdict?.costDelta).toBe(other?.costDelta);
    await read();
    expect(given('Given1')[0]).toMatch(/^S2 /);
  });

  it('keeps a pin against everybody, saying whose it is and why', async () => {
    const [stop] = stops.filter(({ client: name }) => name.startsWith('Given1'));
    const pin = { visit: stop.visit, person: true, time: true, reason: 'promised to the daughter' };
    const pinned = await office.visitor.post(at('pins'), { ...pin, revision: 7 }, editedView);
    expect(pinned.revision).toBe(8);
    const refused = await colleague.post(at('moves/judge'), { moves: [await put(stop.visit, 'S1', '09:45')] }, verdictView);
    expect(refused.rules.map(({ code, pin: whose }) => [code, whose?.by, whose?.reason])).toEqual([
      ['pin_staff', office.tenant.email, 'promised to the daughter'],
      ['pin_start', office.tenant.email, 'promised to the daughter'],
    ]);
    const { pins } = await colleague.get(at('editing'), editingView);
    expect(pins).toEqual([
      {
        visit: stop.visit,
        part: 1,
        staff: 'S2 Staff',
        start: stop.start,
        reason: 'promised to the daughter',
        by: office.tenant.email,
      },
    ]);
  });

  it('takes a visit out into the tray and puts it back, with its two people at once', async () => {
    const visit = stops.find((stop) => stop.client.startsWith('Given3'))?.visit ?? '';
    await office.visitor.post(at('moves'), { moves: [{ kind: 'remove', visit }], revision: 8 }, editedView);
    const [left] = await office.unserved(plan.id);
    expect(left).toMatchObject({ visit, reasons: [{ code: 'REMOVED_BY_HAND' }] });
    expect((await office.plan(plan.id)).figures).toMatchObject({ visits: 3, served: 2 });
    const { candidates } = await office.visitor.get(at(`visits/${encodeURIComponent(visit)}/candidates`), candidatesView);
    expect(candidates[0].moves).toHaveLength(2);
    const back: EditedView = await office.visitor.post(at('moves'), { moves: candidates[0].moves, revision: 9 }, editedView);
    expect(back.revision).toBe(10);
    expect(await office.unserved(plan.id)).toEqual([]);
    await read();
    expect(new Set(given('Given3').map((one) => one.split(' ')[1])).size).toBe(1);
  });

  it('is no business of another provider, and cannot be edited once published', async () => {
    const stranger = await house.settle(storyProvider('STRANGER', {}));
    expect(await stranger.visitor.refused('GET', at('editing'))).toMatchObject({ status: 404 });
    await office.visitor.post(at('publish'), undefined, planSummary);
    const [stop] = stops.filter(({ kind }) => kind === 'visit');
    const problem = await office.visitor.refused('POST', at('moves'), {
      moves: [{ kind: 'remove', visit: stop.visit }],
      revision: 10,
    });
    expect(problem).toMatchObject({ status: 409, code: 'edit.not_a_draft' });
  });

  it('weighs another plan as asked: who wants stability keeps everybody with whom they have been', async () => {
    const weights = { continuity: 1, punctuality: 0, travel: 1, fairness: 0, stability: 3 };
    const { id: profile } = await office.visitor.post('/api/v1/weight-profiles', { name: 'Mierīgi', weights }, weightProfileView);
    const known = await office.visitor.get('/api/v1/weight-profiles', z.array(weightProfileView));
    expect(known.map(({ name }) => name)).toContain('Mierīgi');
    const order = { from: DAY, to: DAY, seconds: 1, threads: 1 };
    const unknown = await office.visitor.refused('POST', '/api/v1/plans', { ...order, profile: 'nothing' });
    expect(unknown).toMatchObject({ status: 400, issues: [{ code: 'plan.profile', value: 'nothing' }] });
    const { id } = await office.visitor.post('/api/v1/plans', { ...order, profile }, planSummary);
    expect(await office.drafted(id)).toMatchObject({ profile: 'Mierīgi' });
    const comparison = await office.visitor.get(`/api/v1/plans/${id}/comparison?with=${plan.id}`, comparisonView);
    expect(comparison).toMatchObject({ days: { from: DAY, to: DAY }, prices: [] });
    expect(comparison.visits.filter(({ effect }) => effect !== 'moved')).toEqual([]);
    expect(comparison.clients.map(({ newFaces }) => newFaces).filter((n) => n > 0)).toEqual([]);
  });

  it('shows what a plan weighed as usual changes, for whom and why, and tells just that when it is published', async () => {
    const { id } = await office.visitor.post('/api/v1/plans', { from: DAY, to: DAY, seconds: 1, threads: 1 }, planSummary);
    await office.drafted(id);
    const { visits, causes, clients, figures } = await office.visitor.get(
      `/api/v1/plans/${id}/comparison?with=${plan.id}`,
      comparisonView,
    );
    // The hand had given the first client to S2; the search gives her the person she wishes for.
    const [first] = visits.filter(({ client }) => client === 'Given1 Client1');
    expect(first).toMatchObject({ effect: 'reassigned', after: { staff: ['S1 Staff'] } });
    expect(causes.reduce((sum, { visits: n }) => sum + n, 0)).toBe(visits.length);
    expect(figures.find(({ name }) => name === 'changedVisits')?.after).toBe(visits.length);
    expect(clients.map(({ name }) => name)).toContain('Given1 Client1');
    const preview = await office.visitor.get(`/api/v1/plans/${id}/publication`, publicationView);
    expect(preview.changes).toBe(visits.length);
    expect(preview.staff.find(({ name }) => name === 'S1 Staff')?.changes.map(({ visit }) => visit)).toContain(first.visit);
    const limit = Date.parse('2026-11-23T10:05:00+02:00') + preview.lateHours * 3_600_000;
    const late = visits.filter(({ before, after }) => Date.parse((before ?? after)?.start ?? '') < limit).length;
    const published = await office.visitor.post(`/api/v1/plans/${id}/publish`, { reason: 'S1 is back' }, planSummary);
    expect([preview.lateChanges, published.lateChanges]).toEqual([late, late]);
    const told = (await office.differences(id)).map(({ visit, cause }) => [visit, cause]);
    expect(told.sort()).toEqual(visits.map(({ visit }) => [visit, 'chosen']).sort());
  });

  it('stops a search that has found enough and keeps its best plan; a finished one has ended already', async () => {
    const { id } = await office.visitor.post('/api/v1/plans', { from: DAY, to: DAY, seconds: 600, threads: 1 }, planSummary);
    const at = async () => (await office.visitor.get(`/api/v1/plans/${id}`, planSummary)).progress?.phase;
    while ((await at()) !== 'searching') await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await office.visitor.send('POST', `/api/v1/plans/${id}/stop`)).status).toBe(204);
    const { figures } = await office.drafted(id);
    expect(figures?.served).toBe(3);
    expect(figures?.seconds).toBeLessThan(600);
    expect(await office.visitor.refused('POST', `/api/v1/plans/${id}/stop`)).toMatchObject({
      status: 409,
      code: 'plan.finished',
    });
  });
});
