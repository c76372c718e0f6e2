import type { Plan, PlanCost } from '#engine';
import { FieldReader } from '../document/fields.js';
import { parseJson } from '../document/json.js';
import type { InstanceContext, InstanceFormat, ReadInstance, ReadSolution } from '../format.js';
import { readPlan } from './read-plan.js';
import { readProblem } from './read-problem.js';

/** The engine's own problem as JSON; a solution is `{plan, cost}`. */
export const apgaita: InstanceFormat = { readInstance, readSolution, writeSolution };

function readInstance(text: string, name: string): ReadInstance {
  const read = new FieldReader();
  const parsed = parseJson(read, text);
  if (!read.none) return { ok: false, issues: read.issues };
  const problem = readProblem(read, parsed, name);
  if (!read.none) return { ok: false, issues: read.issues };
  return { ok: true, problem, context: { format: 'apgaita', problem, timeUnit: 1, costUnit: 1, componentNames: {} } };
}

function readSolution(_context: InstanceContext, text: string): ReadSolution {
  const read = new FieldReader();
  const parsed = parseJson(read, text);
  if (!read.none) return { ok: false, issues: read.issues };
  const plan = readPlan(read, parsed);
  return read.none ? { ok: true, plan } : { ok: false, issues: read.issues };
}

function writeSolution(_context: InstanceContext, plan: Plan, cost: PlanCost): string {
  return `${JSON.stringify({ plan, cost })}\n`;
}
