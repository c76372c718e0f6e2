import type { CandidatesView } from '#contracts';
import type { Visit } from '#care';
import { judgeMove, type JudgeContext } from './judge-move.js';
import type { OpenPlan } from './open-plans.js';

type Miss = CandidatesView['misses'][number];

/** As many as somebody reads, out of as many as are tried. */
const SHOWN = 5;
const TRIED = 24;
/** What no talk with anybody changes weighs as much as so many hours of any other rule. */
const FOR_GOOD = new Set(['skill_missing', 'staff_not_allowed', 'staff_excluded']);
const FOR_GOOD_HOURS = 100;

/** Who comes nearest to taking a visit that nobody can take, each with the rules against it, the nearest first. */
export async function nearMisses(open: OpenPlan, visit: Visit, context: JudgeContext): Promise<readonly Miss[]> {
  const misses: Miss[] = [];
  for (const { id: shift, staffId, start } of shiftsFor(open, visit, context.now).slice(0, TRIED)) {
    const at = { start: new Date(start * 1000).toISOString() };
    const judged = await judgeMove(open, { moves: [{ kind: 'put', visit: visit.key, part: 1, shift, at }] }, context);
    if (!judged.ok || judged.view.rules.length === 0) continue;
    misses.push({ id: staffId, name: open.names.get(staffId) ?? '', start: at.start, rules: judged.view.rules });
  }
  return misses.sort((a, b) => distance(a) - distance(b) || a.name.localeCompare(b.name, 'lv')).slice(0, SHOWN);
}

/** Shifts of the visit's day with the start they would give it, those whose people have the skills first. */
function shiftsFor({ data, problem }: OpenPlan, visit: Visit, now: number) {
  const needed = problem.visits.find(({ id }) => id === visit.key)?.parts[0]?.skills ?? [];
  const skills = new Map(problem.staff.map(({ id, skills: held }) => [id, new Set(held)]));
  const lacks = (staff: string): number => needed.filter((skill) => !skills.get(staff)?.has(skill)).length;
  const [{ start: opens, end: closes }] = visit.windows;
  return data.shifts
    .filter(({ date }) => date === visit.date)
    .map(({ id, staffId, start }) => ({ id, staffId, start: Math.max(now, Math.min(closes, Math.max(opens, start))) }))
    .sort((a, b) => lacks(a.staffId) - lacks(b.staffId) || a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** Hours by which the rules are missed, and one for each. */
function distance({ rules }: Miss): number {
  return rules.reduce(
    (sum, { code, found, allowed }) => sum + 1 + (FOR_GOOD.has(code) ? FOR_GOOD_HOURS : hours(found, allowed)),
    0,
  );
}

function hours(found: Miss['rules'][number]['found'], allowed: Miss['rules'][number]['allowed']): number {
  if (typeof found === 'number' && typeof allowed === 'number') return Math.abs(found - allowed) / 3600;
  if (typeof found === 'string' && typeof allowed === 'string')
    return Math.abs(Date.parse(found) - Date.parse(allowed)) / 3_600_000;
  return 0;
}
