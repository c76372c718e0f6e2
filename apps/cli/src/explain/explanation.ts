import { checkPlan, VIOLATIONS, type RouteFigures, type Verdict } from '#checker';
import { costBreakdown, type CostShare, type Plan } from '#engine';
import { repairs } from './repairs.js';
import { ownCost, type InstanceContext } from '#instances';
import { markdownTable } from '../text-table.js';
import { whyUnserved } from './why-unserved.js';

/** Clients shown, the dearest first. */
const MOST_CLIENTS = 20;

/** What a plan costs by component and by person, what it breaks, and why visits are left out; markdown. */
export function explanation(context: InstanceContext, plan: Plan): string {
  const verdict = checkPlan(context.problem, plan);
  const sections = [
    `# ${context.problem.name}`,
    summary(context, plan, verdict),
    section('Cost by component', components(context, verdict)),
    section('By person', people(context, verdict.routes)),
    ...(verdict.feasible ? spent(context, plan) : []),
    section('Broken rules', broken(verdict)),
    section('Left out', unserved(context, plan)),
    section('What would serve them', verdict.feasible ? repairs(context, plan) : ''),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function section(title: string, body: string): string {
  return body && `## ${title}\n\n${body}`;
}

function summary(context: InstanceContext, plan: Plan, verdict: Verdict): string {
  const visits = context.problem.visits.length;
  const served = visits - plan.unserved.length;
  const judgement = verdict.feasible ? 'no rule broken' : `${verdict.violations.length} broken rules`;
  return `${served} of ${visits} visits served on ${plan.routes.length} routes, cost ${ownCost(context, verdict.cost).total}, ${judgement}.`;
}

function components(context: InstanceContext, { cost }: Verdict): string {
  const { total, parts } = ownCost(context, cost);
  const rows = Object.entries(parts).map(([name, amount]) => [name, String(amount), share(amount, total)]);
  return markdownTable(['component', 'cost', 'share'], [...rows, ['total', String(total), share(total, total)]]);
}

function share(amount: number, total: number): string {
  return total === 0 ? '-' : `${((100 * amount) / total).toFixed(1)} %`;
}

function people({ timeUnit }: InstanceContext, routes: readonly RouteFigures[]): string {
  const own = (amount: number): string => String(amount / timeUnit);
  const rows = routes.map((route) => [
    route.staff === route.shift ? route.staff : `${route.staff} (${route.shift})`,
    String(route.parts),
    own(route.departure),
    own(route.return),
    ...[route.travel, route.service, route.waiting, route.overtime].map(own),
  ]);
  return markdownTable(['person (shift)', 'visits', 'departs', 'returns', 'travel', 'service', 'waiting', 'overtime'], rows);
}

/** On whom the cost is spent; every table adds up to the whole. */
function spent(context: InstanceContext, plan: Plan): string[] {
  const breakdown = costBreakdown(context.problem, plan);
  if (!breakdown) return [];
  return [
    section('Cost by person', shares(context, breakdown.byPerson)),
    section('Cost by client', shares(context, breakdown.byClient.slice(0, MOST_CLIENTS))),
  ];
}

function shares({ costUnit }: InstanceContext, all: readonly CostShare[]): string {
  const rows = all.map(({ id, cost }) => [
    id ?? 'nobody in particular',
    String(cost.total / costUnit),
    Object.entries(cost.parts)
      .map(([name, amount]) => `${name} ${(amount ?? 0) / costUnit}`)
      .join(', '),
  ]);
  return markdownTable(['whom', 'cost', 'of it'], rows);
}

function broken({ violations }: Verdict): string {
  return violations
    .map(
      ({ code, ...where }) =>
        `- ${code}: ${VIOLATIONS[code]} ${Object.entries(where)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ')}`,
    )
    .join('\n');
}

function unserved(context: InstanceContext, plan: Plan): string {
  if (plan.unserved.length === 0) return '';
  const reasons = whyUnserved(context, plan);
  return plan.unserved.map((visit) => `- ${visit}: ${reasons.get(visit) ?? 'unknown visit'}`).join('\n');
}
