import type { PublishedPart, PublishedParts } from './field-ports.js';

/** One appointment with its whole history folded. */
interface Appointment {
  readonly visit: string;
  readonly part: number;
  readonly start: number;
  readonly end: number;
  readonly sequence: number;
  readonly changedAt: number;
  readonly cancelled: boolean;
}

/**
 * A calendar (RFC 5545) of one person's visits, without names, addresses or tasks: it travels through other people's
 * servers. A visit keeps its UID however often it is planned again, SEQUENCE counts its changes, and one that is taken
 * away stays as CANCELLED. `uidOf` makes an opaque text of a visit's key; `summary` is what every appointment is called.
 */
export function calendarFeed(
  parts: PublishedParts,
  { uidOf, summary }: { readonly uidOf: (text: string) => string; readonly summary: string },
): string {
  const lines = appointmentsOf(parts).flatMap(({ visit, part, start, end, sequence, changedAt, cancelled }) => [
    'BEGIN:VEVENT',
    `UID:${uidOf(`${visit}/${part}`)}@apgaita`,
    `DTSTAMP:${stamp(changedAt)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `SUMMARY:${summary}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Apgaita//Apgaita//LV', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'];
  return [...head, ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function appointmentsOf({ parts, publications }: PublishedParts): readonly Appointment[] {
  const all = new Map<string, PublishedPart[]>();
  for (const part of parts) {
    const key = `${part.visit}/${part.part}`;
    all.set(key, [...(all.get(key) ?? []), part]);
  }
  return [...all.values()]
    .map((history) => folded(history, publications.get(history[0].day) ?? []))
    .sort((a, b) => a.start - b.start || a.visit.localeCompare(b.visit, 'en'));
}

/** SEQUENCE is the number of the day's publication that changed it last, so that it can only grow. */
function folded(history: readonly PublishedPart[], published: readonly number[]): Appointment {
  const byTime = [...history].sort((a, b) => a.publication - b.publication);
  const last = byTime[byTime.length - 1];
  const cancelled = last.publication < published.length - 1;
  let sequence = byTime[0].publication;
  byTime.slice(1).forEach(({ start, end, publication }, n) => {
    const before = byTime[n];
    // Taken away in between and given back, it has changed as well.
    const same = start === before.start && end === before.end && publication === before.publication + 1;
    if (!same) sequence = publication;
  });
  if (cancelled) sequence = last.publication + 1;
  const { visit, part, start, end } = last;
  return { visit, part, start, end, sequence, changedAt: published[sequence], cancelled };
}

function stamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
