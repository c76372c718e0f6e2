import { taskOf } from '#care';

/** One home that a carer and a nurse come to on one day; hours of the day. */
export interface Home {
  readonly flags: readonly string[];
  readonly carer: readonly string[];
  readonly nurse: readonly string[];
  readonly carerWindow: { readonly from: number; readonly to: number };
  readonly nurseWindow: { readonly from: number; readonly to: number };
}

/** Minutes from the carer's start. */
interface Run {
  readonly start: number;
  readonly end: number;
}
type Runs = ReadonlyMap<string, Run>;

const CARE = ['WOUND', 'PULCER'];
/** Tasks that hold the client. */
const HANDS = ['BATH', 'LINEN', 'POSITION', 'DRESS', 'GROOM', 'WOUND', 'PULCER', 'INJ'];

/**
 * The cheapest way to break wishes with the linen changed as the dressing
 * begins, and the cheapest with it changed at another time; Infinity when the
 * rules or the windows leave none. Tries every order of tasks at every minute,
 * and says the rules of these few tasks in its own words.
 */
export function bestTogether({ flags, carer, nurse, carerWindow, nurseWindow }: Home): {
  readonly together: number;
  readonly apart: number;
} {
  const least = (nurseWindow.from - carerWindow.to) * 60;
  const most = (nurseWindow.to - carerWindow.from) * 60;
  let [together, apart] = [Infinity, Infinity];
  for (const own of orders(carer).map((order) => runsFrom(order, 0))) {
    const inside = wishesInside(own);
    if (inside === Infinity) continue;
    for (const order of orders(nurse)) {
      for (let shift = least; shift <= most; shift++) {
        const theirs = runsFrom(order, shift);
        const { cost, joint } = judge(own, theirs, flags);
        if (joint) together = Math.min(together, cost + inside);
        else apart = Math.min(apart, cost + inside);
      }
    }
  }
  return { together, apart };
}

function orders(tasks: readonly string[]): readonly (readonly string[])[] {
  if (tasks.length === 0) return [[]];
  return tasks.flatMap((first) => orders(tasks.filter((task) => task !== first)).map((rest) => [first, ...rest]));
}

function runsFrom(order: readonly string[], from: number): Runs {
  let at = from;
  return new Map(order.map((code) => [code, { start: at, end: (at += taskOf(code).minutes.typical) }]));
}

/** Wishes about two tasks of the carer's visit; Infinity when dressing does not follow the bath at once. */
function wishesInside(runs: Runs): number {
  const wait = (a: string, b: string): number | null => {
    const [first, second] = [runs.get(a), runs.get(b)];
    return first && second ? second.start - first.end : null;
  };
  const broken = (gap: number | null, longest: number): boolean => gap !== null && (gap < 0 || gap > longest);
  if (broken(wait('BATH', 'DRESS'), 15)) return Infinity;
  return (
    (broken(wait('BATH', 'LINEN'), 60) ? 900 : 0) +
    (broken(wait('LINEN', 'POSITION'), 15) ? 1800 : 0) +
    (broken(wait('BATH', 'GROOM'), 60) ? 300 : 0)
  );
}

function judge(own: Runs, theirs: Runs, flags: readonly string[]): { readonly cost: number; readonly joint: boolean } {
  const care = CARE.find((code) => theirs.has(code)) as string;
  const dressing = theirs.get(care) as Run;
  const shared = care === 'PULCER' || flags.includes('bedbound') ? ['LINEN', 'POSITION'] : [];
  const price = care === 'PULCER' ? 1800 : 900;
  const joint = own.has('LINEN') && near(own.get('LINEN') as Run, dressing);
  for (const [a, mine] of own) {
    for (const [b, other] of theirs) {
      if (!HANDS.includes(a) || (b === care && shared.includes(a))) continue;
      if (mine.start < other.end && other.start < mine.end) return { cost: Infinity, joint };
    }
  }
  const bath = own.get('BATH');
  if (bath && !flags.includes('waterproof_dressing') && !(dressing.start >= bath.end && dressing.start <= bath.end + 60)) {
    return { cost: Infinity, joint };
  }
  const missed = shared.filter((code) => own.has(code) && !near(own.get(code) as Run, dressing));
  return { cost: missed.length * price, joint };
}

function near(a: Run, b: Run): boolean {
  return Math.abs(a.start - b.start) <= 10;
}
