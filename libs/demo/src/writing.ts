import type { Book } from './book.js';
import type { DemoCalendar } from './calendar.js';
import type { Names } from './people/names.js';
import type { Random } from './random.js';
import type { DemoSettings } from './settings.js';

/** What writing a subject into the book needs. */
export interface Writing {
  readonly book: Book;
  readonly settings: DemoSettings;
  readonly calendar: DemoCalendar;
  readonly names: Names;
  readonly random: Random;
}

/** The same with the subject's own stream of draws. */
export function about(writing: Writing, subject: string): Writing {
  return { ...writing, random: writing.random.fork(subject) };
}
