import { addDays } from '#time';
import type { Writing } from '../writing.js';

/** An invented list, so that claims can be looked at: these are no codes of any real list. Cents of one. */
const LIST = [
  ['WOUND', 'Brūces pārsiešana', 950],
  ['PULCER', 'Izgulējumu aprūpe', 1100],
  ['INJ', 'Injekcija', 450],
  ['INSULIN', 'Insulīna ievadīšana', 400],
  ['INFUS', 'Infūzija', 1300],
  ['STOMA', 'Stomas aprūpe', 1000],
  ['CATH', 'Katetra aprūpe', 1000],
  ['VITALS', 'Vitālo rādītāju kontrole', 250],
  ['SAMPLE', 'Analīžu paņemšana', 500],
  ['EDU', 'Pacienta apmācība', 300],
] as const;

/** The invented list of manipulations of the demo. */
export function addManipulations({ book, calendar: { today } }: Writing): void {
  for (const [task, name, cents] of LIST) {
    book.manipulations.push({
      ...{ id: book.id('manipulations', 'X'), code: `PARAUGS-${task}`, name, task, cents },
      ...{ source: 'izdomāts paraugs', checkedOn: today, validFrom: addDays(today, -365) },
    });
  }
}
