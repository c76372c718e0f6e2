import type { ConsentFacts, Profession } from '#care';
import { busyElsewhere, type BusyElsewhere } from '#planning';
import { dateOfDay, dayOfDate, secondsOf } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { DayRange } from '../providers/pattern-rows.js';

interface Row {
  readonly client_id: string;
  readonly date: Date;
  readonly profession: string;
  readonly tasks: readonly string[];
  readonly duration_seconds: number;
  readonly starts_at: Date;
  readonly consents: readonly ConsentFacts[];
}

/** What other providers tell of shared clients on the days; what may not be told is left out before anybody sees it. */
export async function readElsewhere(
  database: Transaction,
  providerId: string,
  { from, to }: DayRange,
): Promise<readonly BusyElsewhere[]> {
  const rows = await database.$queryRaw<Row[]>`
    SELECT * FROM shared_visits(${providerId}::uuid, ${dateOfDay(from)}::date, ${dateOfDay(to)}::date)`;
  return busyElsewhere(
    rows.map(({ client_id: clientId, date, profession, tasks, duration_seconds: durationSeconds, starts_at: at, consents }) => ({
      ...{ clientId, date: dayOfDate(date), profession: profession as Profession, tasks, durationSeconds, consents },
      start: secondsOf(at),
    })),
  );
}
