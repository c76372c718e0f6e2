import { judgeMoves, type MoveVerdict } from '../advise/judge-move.js';
import type { PlanSession } from '../advise/plan-session.js';
import type { BrokenRule, RuleCode } from './broken-rule.js';

/** A shift that could give one part of an unserved visit, and what stands against it. */
export interface Candidate {
  readonly visit: string;
  readonly part: string;
  readonly shift: string;
  readonly staff: string;
  /**
   * `impossible`: the person or shift could not, even with nothing else to do.
   * `blocked`: could, but not beside what the plan gives them. `dearer`: has
   * room, and serving costs more than leaving out. `fits`: has room and pays.
   */
  readonly kind: 'impossible' | 'blocked' | 'dearer' | 'fits';
  /** Rules that stop it, at the place of the shift where fewest do. */
  readonly broken: readonly BrokenRule[];
  /** Visit parts of the shift before that place. */
  readonly position: number;
  /** Cost with it minus cost without, as far as that makes sense. */
  readonly delta: number;
}

/** Rules between a part and a person that no other order of stops can mend. */
const BY_PERSON = new Set<RuleCode>(['skill_missing', 'staff_not_allowed', 'staff_excluded', 'pin_staff', 'pin_shift']);
/** What a part alone of several breaks by itself. */
const BY_HALF = new Set<RuleCode>(['visit_partly_served', 'unserved_forbidden', 'link_served']);
/** Places of a shift that are judged. */
const MOST_PLACES = 4;

/** Every shift for every part of an unserved visit, in the problem's order. */
export function candidatesFor(session: PlanSession, visit: string): readonly Candidate[] {
  const v = session.index.visit.get(visit);
  if (v === undefined) throw new Error(`no visit ${visit} in this problem`);
  return session.problem.visits[v].parts.flatMap((_, k) =>
    session.index.shifts.map((__, r) => candidateAt(session, session.data.visitFirst[v] + k, r)),
  );
}

function candidateAt(session: PlanSession, node: number, r: number): Candidate {
  const { staff, shift } = session.index.shifts[r];
  const { visit, part } = session.index.parts[node];
  const ids = { visit: visit.id, part: part.id, shift: shift.id, staff: staff.id };
  let best: { readonly verdict: MoveVerdict; readonly broken: readonly BrokenRule[]; readonly position: number } | null = null;
  for (const position of places(session, node, r)) {
    const result = judgeMoves(session, [{ kind: 'put', ...ids, at: { position } }]);
    if (!result.ok) continue;
    const broken = result.verdict.caused.filter(({ code }) => !BY_HALF.has(code));
    const worse = best && (broken.length - best.broken.length || result.verdict.cost.total - best.verdict.cost.total) >= 0;
    if (!worse) best = { verdict: result.verdict, broken, position };
    // A person who may not come may not come anywhere on the route.
    if (broken.length === 0 || broken.some(({ code }) => BY_PERSON.has(code))) break;
  }
  if (!best) return { ...ids, kind: 'impossible', broken: [], position: 0, delta: 0 };
  const { verdict, broken, position } = best;
  const delta = verdict.delta.total;
  const fits = session.data.fit[node * session.data.routes + r] > 0;
  const kind = broken.length > 0 ? (fits ? 'blocked' : 'impossible') : delta > 0 ? 'dearer' : 'fits';
  return { ...ids, kind, broken, position, delta };
}

/** The places of a shift around the part's windows, from the earliest on. */
function places({ sequences, data, starts }: PlanSession, node: number, r: number): number[] {
  const visits = sequences[r].filter((other) => other < data.parts);
  const first = visits.filter((other) => starts[other] + data.duration[other] <= data.earliest[node]).length;
  const last = visits.filter((other) => starts[other] <= data.due[node]).length;
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_PLACES));
  const found: number[] = [];
  for (let position = first; position <= last; position += step) found.push(position);
  return found.length > 0 ? found : [first];
}
