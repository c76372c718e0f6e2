import type { EditingView } from '#contracts';
import type { StoredEdit } from './edit-ports.js';
import { turnable } from './edit-plan.js';
import type { AdviceParts, OpenPlan } from './open-plans.js';

/** What the board needs beside the routes: whether and by whom the plan is edited, pins, and shifts without a visit too. */
export async function viewEditing({ edits }: Pick<AdviceParts, 'edits'>, open: OpenPlan, account: string): Promise<EditingView> {
  const { stored, names, people, providerId, data } = open;
  const made = await edits.edits(providerId, stored.id);
  const turns = [turnable(made, 'undo'), turnable(made, 'redo')];
  const authors = await edits.people(
    providerId,
    turns.flatMap((edit) => edit?.actor ?? []),
  );
  const said = (edit: StoredEdit | null): EditingView['undo'] =>
    edit === null ? null : { kind: edit.kind, by: authors.get(edit.actor) ?? '', own: edit.actor === account };
  const members = new Map(data.staff.map((member) => [member.id, member]));
  const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return {
    ...{ revision: stored.revision, editable: stored.status === 'draft' },
    pins: stored.pins.map(({ visitKey: visit, part, staffId, start, reason, pinnedBy }) => ({
      ...{ visit, part, reason, by: people.get(pinnedBy) ?? '' },
      staff: staffId === null ? null : (names.get(staffId) ?? null),
      start: start === null ? null : at(start),
    })),
    ...{ undo: said(turns[0]), redo: said(turns[1]) },
    shifts: data.shifts.flatMap(({ id: shift, staffId: staff, date, start, end }) => {
      const member = members.get(staff);
      if (member === undefined) return [];
      const who = { profession: member.professions[0], mode: member.travelMode, staffName: names.get(staff) ?? '' };
      return [{ ...{ shift, staff, date, ...who }, ...{ start: at(start), end: at(end) } }];
    }),
  };
}
