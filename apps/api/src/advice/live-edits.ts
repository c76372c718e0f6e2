import type { MessageEvent } from '@nestjs/common';
import { concatMap, distinctUntilChanged, filter, map, type Observable, takeWhile, timer } from 'rxjs';
import type { LiveView } from '#contracts';
import type { PlanEditStore } from '#planning';

/** Milliseconds between two looks: one row by its key, for everybody who has the plan open. */
const LOOK_EVERY_MS = 700;

/** How a plan stands, whenever it has been edited; by looking, so that edits through another process of the API are seen too. Ends with the draft. */
export function liveEdits(edits: PlanEditStore, providerId: string, planId: string): Observable<MessageEvent> {
  return timer(0, LOOK_EVERY_MS).pipe(
    concatMap(() => edits.version(providerId, planId)),
    filter((version) => version !== null),
    distinctUntilChanged((a, b) => a.revision === b.revision && a.status === b.status),
    // Only a draft is edited.
    takeWhile(({ status }) => status === 'draft', true),
    concatMap(async ({ revision, status }): Promise<LiveView> => {
      const last = (await edits.edits(providerId, planId)).find(
        (edit) => edit.revision === revision || edit.undoneRevision === revision,
      );
      if (last === undefined) return { revision, status, by: null, visits: [] };
      const by = (await edits.people(providerId, [last.actor])).get(last.actor) ?? null;
      return { revision, status, by, visits: [...last.visits] };
    }),
    map((data) => ({ type: 'edited', data })),
  );
}
