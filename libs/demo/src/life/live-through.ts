import type { ExecutionEvent } from '#contracts';

/** A part of a visit as it was published: whose it is, when (epoch seconds), and what is to be done. */
export interface PublishedPart {
  readonly visit: string;
  readonly client: string;
  readonly staff: string;
  readonly start: number;
  readonly end: number;
  readonly tasks: readonly string[];
}

/** What somebody did at a visit, in epoch seconds; `left` null: they never said that they went. */
export interface Stay {
  readonly came: number;
  readonly left: number | null;
}

/** Everything that happened, visit by visit and person by person: the simulation's own book. */
export type Book = Map<string, Map<string, Stay>>;

/** Reports of a day, and later ones that correct them. */
export interface Reported {
  readonly events: readonly ExecutionEvent[];
  readonly corrections: readonly ExecutionEvent[];
}

const MISSED = ['visit_refused', 'no_answer', 'client_absent'] as const;

/**
 * Lets a day of published routes happen: people come early or late, and stay late once they are; they take longer or
 * shorter; some visits are refused, some clients are in hospital; some forget to say that they left or to report at all.
 * The office sets some of it right on the day after. Writes what came of it into the book.
 */
export function liveThrough(
  parts: readonly PublishedPart[],
  { random, inHospital, book }: { readonly random: () => number; readonly inHospital: ReadonlySet<string>; readonly book: Book },
): Reported {
  const events: ExecutionEvent[] = [];
  const corrections: ExecutionEvent[] = [];
  const fates = new Map<string, ExecutionEvent['kind'] | 'given' | 'silent'>();
  const lateness = new Map<string, number>();
  const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const { visit, staff, client, start, end, tasks } = part;
    const dice = random();
    const fate =
      fates.get(visit) ??
      (inHospital.has(client)
        ? 'client_in_hospital'
        : dice < 0.03
          ? MISSED[Math.floor(random() * MISSED.length)]
          : dice < 0.04
            ? 'silent'
            : 'given');
    fates.set(visit, fate);
    if (fate === 'silent') continue;
    if (fate !== 'given') {
      events.push({ id: idOf(random), visit, staff, kind: fate, at: at(start + Math.floor(random() * 600)) });
      continue;
    }
    const late = Math.max(-600, (lateness.get(staff) ?? 0) * 0.7 + (random() - 0.4) * 1200);
    lateness.set(staff, late);
    const came = Math.round(start + late);
    const left = Math.round(came + (end - start) * (0.75 + random() * 0.5));
    const stay = (kind: 'checked_in' | 'checked_out', when: number): ExecutionEvent => ({
      id: idOf(random),
      visit,
      staff,
      kind,
      at: at(when),
    });
    const [arrival, departure] = [stay('checked_in', came), stay('checked_out', left)];
    const done = tasks.map((task): ExecutionEvent => {
      const refused = random() < 0.02;
      const kind = refused ? 'task_not_done' : 'task_done';
      return { id: idOf(random), visit, staff, kind, task, at: at(left), ...(refused && { reason: 'refused' }) };
    });
    const people = book.get(visit) ?? new Map<string, Stay>();
    book.set(visit, people);
    const forgets = random() < 0.02;
    events.push(arrival, ...done, ...(forgets ? [] : [departure]));
    people.set(staff, { came, left: forgets ? null : left });
    if (forgets && end >= came && random() < 0.5) {
      corrections.push({ ...departure, at: at(end) });
      people.set(staff, { came, left: end });
    } else if (!forgets && random() < 0.03) {
      const earlier = Math.max(came, left - 900);
      corrections.push({ ...departure, id: idOf(random), at: at(earlier), corrects: departure.id });
      people.set(staff, { came, left: earlier });
    }
  }
  return { events, corrections };
}

/** Whole minutes of the clock somebody was there. */
export function minutesOf({ came, left }: Stay): number {
  return left === null ? 0 : Math.floor(left / 60) - Math.floor(came / 60);
}

/** An id of version 4, made of the same numbers as all else. */
function idOf(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'[Math.floor(random() * 4)];
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
