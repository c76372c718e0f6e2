import { checkWorkingTime, workedSeconds, type WorkingTimeContext, type WorkSpan } from '#care';
import { addDays } from '#time';

/**
 * How many people it takes to work shifts of one week: each shift in order of time goes to the first who works no other
 * that day, stays within the contract and breaks no hard rule of working time with it (day, week, rests), the weeks before
 * and after being the same; else to somebody new. An upper bound on the fewest there could be; the same shifts give the
 * same number.
 */
export function peopleForShifts(shifts: readonly WorkSpan[], context: Omit<WorkingTimeContext, 'history'>): number {
  const people: WorkSpan[][] = [];
  for (const shift of [...shifts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const willing = people.find((own) => mayWork(own, shift, context));
    if (willing) willing.push(shift);
    else people.push([shift]);
  }
  return people.length;
}

const WEEK_SECONDS = 7 * 86_400;

function mayWork(own: readonly WorkSpan[], shift: WorkSpan, context: Omit<WorkingTimeContext, 'history'>): boolean {
  if (own.some(({ date }) => date === shift.date)) return false;
  const all = [...own, shift];
  const worked = all.reduce((sum, span) => sum + workedSeconds(span, 'work'), 0);
  if (worked > context.terms.contractMinutesPerWeek * 60) return false;
  const history = [-1, 1].flatMap((weeks) => all.map((span) => weeksLater(span, weeks)));
  return checkWorkingTime(all, { ...context, history }).every(({ severity }) => severity !== 'hard');
}

/** The same work some weeks later; only rests matter of it, so that a change of the clocks between may be left aside. */
function weeksLater({ date, start, end, breaks, journeySeconds }: WorkSpan, weeks: number): WorkSpan {
  const by = weeks * WEEK_SECONDS;
  return {
    ...{ date: addDays(date, 7 * weeks), start: start + by, end: end + by, journeySeconds },
    breaks: breaks.map((pause) => ({ start: pause.start + by, end: pause.end + by })),
  };
}
