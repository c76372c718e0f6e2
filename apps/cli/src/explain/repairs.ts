import { candidatesFor, openPlan, remediesFor, type Plan, type Remedy, type RemedyOptions, type RemedyStep } from '#engine';
import type { InstanceContext } from '#instances';
import { whoCould } from './who-could.js';

/** Unserved visits that repairs are looked for; each takes a few searches. */
const MOST_VISITS = 5;

/**
 * What arranging a change is worth in hours of a coordinator's patience: a
 * wider window is a phone call, one more shift is the last resort.
 */
function options({ timeUnit }: InstanceContext): RemedyOptions {
  const minute = 60 * timeUnit;
  return {
    prices: {
      widen_window: { once: 10 * minute, perUnit: 1 },
      start_earlier: { once: 10 * minute, perUnit: 1 },
      move_visit: { once: 15 * minute, perUnit: 1 },
      extend_shift: { once: 20 * minute, perUnit: 2 },
      allow_person: { once: 60 * minute },
      drop_pin: { once: 30 * minute },
      add_shift: { once: 480 * minute },
    },
    ...{ count: 3, tries: 6, iterations: 200, step: 1 },
  };
}

/** For the first unserved visits: who could give them and what stands against it, and the cheapest changes that would serve them; markdown. */
export function repairs(context: InstanceContext, plan: Plan): string {
  if (plan.unserved.length === 0) return '';
  const opened = openPlan(context.problem, plan);
  if (!opened.ok) return '';
  const lines = plan.unserved.slice(0, MOST_VISITS).map((visit) => {
    const candidates = candidatesFor(opened.session, visit);
    const impossible = candidates.filter(({ kind }) => kind === 'impossible').length;
    const found = remediesFor(opened.session, visit, options(context), candidates);
    const words = [
      ...whoCould(candidates, context),
      ...found.map((remedy) => `remedy: ${remedyWords(remedy, context)}`),
      ...(found.length === 0 ? ['remedy: none found'] : []),
    ];
    const head = `- ${visit}: ${impossible} of ${candidates.length} candidates impossible`;
    return [head, ...words.map((line) => `  - ${line}`)].join('\n');
  });
  return lines.join('\n');
}

function remedyWords({ steps, delta }: Remedy, context: InstanceContext): string {
  return `${steps.map((step) => stepWords(step, context)).join(', ')}; cost ${delta / context.costUnit}`;
}

function stepWords(step: RemedyStep, { timeUnit }: InstanceContext): string {
  const { kind, ...rest } = step;
  const words = Object.entries(rest).map(([name, value]) => `${name} ${typeof value === 'number' ? value / timeUnit : value}`);
  return [kind, ...words].join(' ');
}
