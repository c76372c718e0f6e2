import { dutyView, planSummary, repairedView, repairsView } from '#contracts';
import { demoProvider } from '#demo';
import { dayOf, addDays, isoWeekStart } from '#time';
import { load, report, startRunning } from './running.js';

/*
 * The bad morning on riga-400: the busiest people of a published Tuesday fall ill one after the other, and each time three
 * repairs are asked for through the real API, while the worker recomputes the day too. The last one is applied.
 * `node dist/test/benchmark/repairs.js [--write]`.
 */
const ILL = 3;

const today = dayOf(Date.now() / 1000);
const date = addDays(isoWeekStart(today), 8);
const running = await startRunning(demoProvider('riga-400', { today }));
try {
  const { visitor } = running;
  const { id } = await running.plan(date, date, 20);
  await visitor.post(`/api/v1/plans/${id}/publish`, {}, planSummary);
  const duty = await visitor.get(`/api/v1/repairs/duty?date=${date}`, dutyView);
  const visits = duty.reduce((sum, one) => sum + one.visits, 0);
  const rows: string[][] = [];
  for (const ill of duty.toSorted((a, b) => b.visits - a.visits).slice(0, ILL)) {
    const absence = { id: `ill-${ill.staff}`, staff: ill.staff, from: date, to: date, kind: 'sick' };
    await visitor.send('POST', '/api/v1/changes', { kind: 'staff_absent', absence });
    const begun = performance.now();
    const { repairs } = await visitor.post('/api/v1/repairs', { date }, repairsView);
    const found = seconds(begun);
    const figures = repairs.map(({ figures: f }) => `${f.newFaces} / ${f.changedTimes} / ${f.unserved}`);
    const applied = performance.now();
    const [{ profile, fingerprint }] = repairs;
    await visitor.post('/api/v1/repairs/apply', { date, profile, fingerprint }, repairedView);
    rows.push([`${ill.visits} of ${visits}`, found, seconds(applied), ...figures, load()]);
  }
  const head = ['Visits of the ill person', 'Three repairs', 'Applying one', 'Fewest new faces', 'Least travel'];
  report('repairs', [...head, 'Fewest changed times', 'Load'], rows);
} finally {
  await running.close();
}

function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
