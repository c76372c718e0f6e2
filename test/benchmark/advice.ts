import { judgeMoves, openPlan, recommend, solve, type Move, type Plan, type PlanSession, type ProblemInput } from '#engine';
import { Dice } from '../property/tiny-problem.js';
import { townProblem, withProviderRules } from './town-problem.js';

/**
 * How long the engine takes to answer a coordinator, in CPU milliseconds of
 * one thread: `node dist/test/benchmark/advice.js [visits] [staff] [questions]`.
 */
const [visits, staff, questions] = [1200, 60, 200].map((standard, k) => Number(process.argv[2 + k] ?? standard));

function cpu<T>(task: () => T): { readonly ms: number; readonly answer: T } {
  const before = process.cpuUsage();
  const answer = task();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, answer };
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
  process.stdout.write(`${name}: ${sorted.length} questions, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms\n`);
}

function randomMove(dice: Dice, { problem }: PlanSession): Move {
  const part = (): { visit: string; part: string } => ({ visit: dice.of(problem.visits).id, part: '1' });
  if (dice.oneIn(8)) return { kind: 'remove', visit: part().visit };
  if (dice.oneIn(4)) return { kind: 'swap', first: part(), second: part() };
  const { shifts } = dice.of(problem.staff);
  const at = dice.oneIn(2) ? { position: dice.from(0, 12) } : { start: 900 * dice.from(32, 72) };
  return { kind: 'put', ...part(), shift: shifts[0].id, at };
}

function measure(name: string, problem: ProblemInput, plan: Plan): void {
  const opened = cpu(() => openPlan(problem, plan, { holdStarts: true }));
  process.stdout.write(`\n${name}\nopening the plan: ${opened.ms.toFixed(0)} ms\n`);
  if (!opened.answer.ok) throw new Error(opened.answer.code);
  const { session } = opened.answer;
  const dice = new Dice(7);
  const five = { count: 5, perStaff: 5 };
  const pairs = problem.links.filter((link) => link.before.visit !== link.after.visit);
  const alone = (): string[] => [dice.of(problem.visits).id];
  const times = (ask: () => unknown): number[] => Array.from({ length: questions }, () => cpu(ask).ms);
  for (let warm = 0; warm < 20; warm++) recommend(session, alone(), five);
  report(
    'recommend a place for a visit',
    times(() => recommend(session, alone(), five)),
  );
  report(
    'recommend places for a linked pair',
    times(() => {
      const { before, after } = dice.of(pairs);
      return recommend(session, [before.visit, after.visit], five);
    }),
  );
  const seen = { feasible: 0, broken: 0, refused: 0 };
  report(
    'judge a move',
    times(() => {
      const result = judgeMoves(session, [randomMove(dice, session)]);
      seen[!result.ok ? 'refused' : result.verdict.feasible ? 'feasible' : 'broken']++;
    }),
  );
  process.stdout.write(`verdicts: ${JSON.stringify(seen)}\n`);
}

const town = townProblem(visits, staff, 1);
const solved = solve(town, { seed: 1, iterations: 20_000, now: () => 0 });
if (!solved.ok) throw new Error(`${solved.issues[0].path} ${solved.issues[0].message}`);
const { plan } = solved.solution;
process.stdout.write(`${visits} visits, ${staff} staff, ${plan.unserved.length} left out\n`);
measure('visits, windows, breaks and links alone', town, plan);
measure('with the rules of a provider', withProviderRules(town, plan), plan);
