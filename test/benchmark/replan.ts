import { cpus } from 'node:os';
import { changeOrder, differenceView, planSummary, routeView, type PlanSummary } from '#contracts';
import { demoProvider } from '#demo';
import { addDays, dayOf, isoWeekStart, weekdayOf } from '#time';
import { load, pause, startRunning } from './running.js';

/*
 * How long after a change of a decision its draft with differences is there, on riga-400: through the real API, the queue
 * and a worker, by a person who looks every 50 ms; then that somebody has fallen ill, which asks others to make room.
 * `node dist/test/benchmark/replan.js [rounds] [seconds of the first search]`. The published plan covers a working day, then a week.
 */
const [rounds, seconds] = [Number(process.argv[2] ?? 3), Number(process.argv[3] ?? 20)];
const today = dayOf(Date.now() / 1000);
const monday = addDays(isoWeekStart(today), 7);
const file = demoProvider('riga-400', { today });

const running = await startRunning(file);
const { tenant, visitor, persistence, worker } = running;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function published(from: string, to: string): Promise<PlanSummary> {
  const { id } = await running.plan(from, to, seconds);
  return visitor.post(`/api/v1/plans/${id}/publish`, undefined, planSummary);
}

/** A decision in force with a pattern that comes on the day, cut to half its minutes by a new one. */
function cut(round: number, day: string): object {
  const kept = file.decisions.filter(({ form, validTo, endedOn, id }) => {
    const open = (validTo === undefined || validTo > addDays(day, 7)) && endedOn === undefined;
    return form === 'provider' && open && file.patterns.some((row) => row.decision === id && comesOn(row, day));
  });
  const old = kept[7 + 13 * round];
  const { endedOn: _, ...decision } = old;
  const patterns = file.patterns
    .filter((row) => row.decision === old.id)
    .map(({ client: __, decision: ___, episode: ____, ...row }) => ({
      ...row,
      ...{
        id: `${row.id}/${round}${day}`,
        validFrom: day,
        durationMinutes: Math.max(15, Math.round(row.durationMinutes / 10) * 5),
      },
    }));
  const minutes = Math.round(old.grantedMinutes / 2);
  const next = { ...decision, id: `${old.id}/${round}${day}`, validFrom: day, replaces: old.id, grantedMinutes: minutes };
  return changeOrder.parse({ kind: 'decision_made', decision: next, patterns });
}

function comesOn({ validFrom, everyWeeks, weekdays }: (typeof file.patterns)[number], day: string): boolean {
  return validFrom <= day && everyWeeks === 1 && weekdays.includes(weekdayOf(day));
}

/** Whoever has the most stops on the plan's first day falls ill for that day: others must make room. */
async function ill(plan: PlanSummary): Promise<object> {
  const routes = await visitor.get(`/api/v1/plans/${plan.id}/routes`, routeView.array());
  const ofDay = routes.filter(({ date }) => date === plan.from).sort((a, b) => b.stops.length - a.stops.length);
  const staff = file.staff.find(({ givenName, familyName }) => `${givenName} ${familyName}` === ofDay[0].staffName)?.id;
  const absence = { id: `ILL-${plan.from}`, staff, from: plan.from, to: plan.from, kind: 'sick' };
  return changeOrder.parse({ kind: 'staff_absent', absence });
}

async function measure(name: string, plan: PlanSummary, firstRound: number): Promise<void> {
  const orders = Array.from({ length: rounds }, (_, n) => cut(firstRound + n, plan.from));
  for (const order of [...orders, await ill(plan)]) {
    const begun = performance.now();
    const answer = await visitor.send('POST', '/api/v1/changes', order);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    for (;;) {
      const seen = (await persistence.replans.unsettled(tenant.providerId)) === 0;
      const plans = await visitor.get('/api/v1/plans', planSummary.array());
      const draft = plans.find(({ basedOn, status }) => basedOn === plan.id && status === 'draft');
      if (seen && !draft) throw new Error('the cut made no draft');
      if (seen && draft) {
        const differences = await visitor.get(`/api/v1/plans/${draft.id}/differences`, differenceView.array());
        const took = ((performance.now() - begun) / 1000).toFixed(1);
        say(`${name}: ${differences.length} differences after ${took} s, load ${load()}; draft ${draft.from} to ${draft.to}`);
        break;
      }
      await pause(50);
    }
  }
}

try {
  say(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, load ${load()}`);
  const day = await published(monday, monday);
  say(`day ${monday}: ${day.figures?.visits} visits, ${day.figures?.served} served`);
  await measure('day', day, 0);
  const week = await published(addDays(monday, 7), addDays(monday, 13));
  say(`week ${week.from} to ${week.to}: ${week.figures?.visits} visits, ${week.figures?.served} served`);
  await measure('week', week, rounds);
  for (const { msg, ms, cpuMs } of worker.log) {
    if (msg === 'replan job done') say(`job: ${String(ms)} ms on the clock, ${String(cpuMs)} ms of processor time`);
  }
} finally {
  await running.close();
}
