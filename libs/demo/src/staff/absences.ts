import { addDays, daysFrom, type IsoDay } from '#time';
import type { Book } from '../book.js';
import type { DemoCalendar } from '../calendar.js';
import type { Random } from '../random.js';
import { ABSENCE_SHARE } from '../settings.js';

type Kind = 'sick' | 'holiday' | 'training' | 'other';

/** Reasons with their length in days, by weight. */
const SPELLS: readonly (readonly [readonly [Kind, number, number], number])[] = [
  [['sick', 2, 7], 60],
  [['holiday', 7, 14], 25],
  [['training', 1, 2], 15],
];

/** Somebody who may be away, and the group of which only one may be away at a time. */
export interface Absentable {
  readonly id: string;
  /** Early and late shifts have few people: at most one of a scarce group is away. */
  readonly group: string | null;
  /** Days on which the person must be there. */
  readonly bound: readonly IsoDay[];
}

/** Writes absences so that on every day of the rosters the usual share of the team is away. */
export function addAbsences(
  book: Book,
  team: readonly Absentable[],
  { rosterFrom, rosterTo }: DemoCalendar,
  random: Random,
): void {
  const awayUntil = new Map<string, IsoDay>();
  const queue = random.shuffled(team);
  daysFrom(rosterFrom, rosterTo).forEach((day, i) => {
    const wanted = Math.floor((i + 1) * ABSENCE_SHARE * team.length) - Math.floor(i * ABSENCE_SHARE * team.length);
    const isAway = (person: Absentable): boolean => (awayUntil.get(person.id) ?? '') >= day;
    while (team.filter(isAway).length < wanted) {
      const [kind, least, most] = random.weighted(SPELLS);
      const to = [addDays(day, random.between(least, most) - 1), rosterTo].sort()[0];
      const groups = new Set(team.filter(isAway).map(({ group }) => group));
      const index = queue.findIndex(
        (person) =>
          !isAway(person) &&
          (person.group === null || !groups.has(person.group)) &&
          !person.bound.some((date) => date >= day && date <= to),
      );
      if (index < 0) return;
      const [person] = queue.splice(index, 1);
      queue.push(person);
      awayUntil.set(person.id, to);
      book.absences.push({ id: book.id('absences', 'B'), staff: person.id, from: day, to, kind });
    }
  });
}
