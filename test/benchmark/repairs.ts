// Measures the bad morning against a running program that has a plan of one day:
// node dist/test/benchmark/repairs.js ADDRESS E-MAIL PASSWORD
import { loadavg } from 'node:os';
import { dutyView, planSummary, repairsView } from '#contracts';
import { Visitor } from '../e2e/visitor.js';

const [address = 'http://localhost:3000', email = '', password = ''] = process.argv.slice(2);
/** People who fall ill one after the other. */
const ILL = 3;

const visitor = new Visitor(address);
await visitor.logIn(email, password);
const plans = await visitor.get('/api/v1/plans', planSummary.array());
const plan = plans.find(({ from, to, status }) => from === to && (status === 'draft' || status === 'published'));
if (!plan) throw new Error('there is no plan of one day, draft or published');
const date = plan.from;
if (plan.status === 'draft') await visitor.post(`/api/v1/plans/${plan.id}/publish`, {}, planSummary);
const duty = await visitor.get(`/api/v1/repairs/duty?date=${date}`, dutyView);
const busiest = duty.toSorted((a, b) => b.visits - a.visits).slice(0, ILL);
for (const { staff, visits } of busiest) {
  const absence = { id: `ill-${staff}-${date}`, staff, from: date, to: date, kind: 'sick' };
  await visitor.send('POST', '/api/v1/changes', { kind: 'staff_absent', absence });
  const begun = performance.now();
  const { repairs } = await visitor.post('/api/v1/repairs', { date }, repairsView);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const figures = repairs
    .map(({ profile, figures: f }) => `${profile}: ${f.reassigned} moved, ${f.unserved} left out`)
    .join('; ');
  console.log(`${visits} visits: three repairs in ${seconds} s (load ${loadavg()[0].toFixed(1)}); ${figures}`);
}
