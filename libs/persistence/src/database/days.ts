/** A `date` column as Prisma reads it (midnight UTC) -> ISO day. */
export function dayOfDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** ISO day -> what Prisma writes into a `date` column. */
export function dateOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** {@link dayOfDate} for a day that may be open. */
export function openDay(date: Date | null): string | null {
  return date === null ? null : dayOfDate(date);
}

/** Epoch seconds of an instant. */
export function secondsOf(instant: Date): number {
  return Math.round(instant.getTime() / 1000);
}

/** The instant at epoch seconds. */
export function instantAt(seconds: number): Date {
  return new Date(seconds * 1000);
}
