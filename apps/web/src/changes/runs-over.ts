import type { ChangeOrder, StopView } from '#contracts';
import { changeWords } from '../text/change-texts.js';
import { instantAtWall, wallClock, wallMinutes } from '../text/format.js';
import type { Language } from '../text/language.js';
import type { ChangeForm } from './change-button.js';

/** Minutes by which a visit is first thought to run over. */
const MINUTES = 15;
const DAY_MINUTES = 24 * 60;

/** A visit takes longer than planned: until when. */
export function runsOver(language: Language, { visit, start, end }: StopView, day: string): ChangeForm {
  const thought = wallMinutes(end, day) + MINUTES;
  const label = changeWords.until[language];
  return {
    title: changeWords.runsOver[language],
    fields: [{ kind: 'time', name: 'until', label, value: wallClock(thought), required: true }],
    order: (values) => overrunOrder(visit, { day, after: start, clock: values['until'] ?? '' }),
  };
}

interface Overrun {
  readonly day: string;
  /** Riga's wall clock, `HH:MM`. */
  readonly clock: string;
  /** An instant before which it is the next day's clock. */
  readonly after?: string;
}

/** The change that says so. */
export function overrunOrder(visit: string, { day, after, clock }: Overrun): ChangeOrder {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const at = 60 * hours + minutes;
  const until = instantAtWall(day, after !== undefined && at < wallMinutes(after, day) ? at + DAY_MINUTES : at);
  return { kind: 'visit_runs_over', visit, until };
}
