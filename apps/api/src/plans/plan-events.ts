import type { MessageEvent } from '@nestjs/common';
import { concatMap, distinctUntilChanged, filter, map, type Observable, takeWhile, timer } from 'rxjs';
import type { PlanSummary } from '#contracts';

/** Milliseconds between two looks at a plan somebody watches. */
const LOOK_EVERY_MS = 500;

/** A plan's summary whenever it changes, the last one included; ends when the plan is finished or gone. */
export function planEvents(look: () => Promise<PlanSummary | null>): Observable<MessageEvent> {
  return timer(0, LOOK_EVERY_MS).pipe(
    concatMap(look),
    filter((plan) => plan !== null),
    distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    takeWhile((plan) => plan.status === 'requested' || plan.status === 'running', true),
    map((plan) => ({ type: 'progress', data: plan })),
  );
}
