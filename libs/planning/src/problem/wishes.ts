import type { Client, Preference, StaffMember } from '#care';
import type { PartInput } from '#engine';
import { grouped } from './lookup.js';

/** Who should, must and must not come to a client, as the engine's lists. */
export type StaffLists = Pick<PartInput, 'allowedStaff' | 'excludedStaff' | 'preferredStaff'>;

/**
 * The lists of every client who has any. Required people bind, excluded people
 * are barred, preferred people are wished for. Where nobody preferred is on
 * duty the wish falls to those who speak one of the client's languages, unless
 * everybody does. Only people of `staff` appear in the lists.
 */
export function staffLists(
  clients: readonly Client[],
  staff: readonly StaffMember[],
  preferences: readonly Preference[],
): ReadonlyMap<string, StaffLists> {
  const onDuty = new Set(staff.map((member) => member.id));
  const byClient = grouped(preferences, (preference) => preference.clientId);
  return new Map(
    clients.map((client) => {
      const own = byClient.get(client.id) ?? [];
      const listed = (kind: Preference['kind']): string[] =>
        own.filter((preference) => preference.kind === kind && onDuty.has(preference.staffId)).map((p) => p.staffId);
      const [excluded, preferred] = [listed('excluded'), listed('preferred')];
      const wished = preferred.length > 0 ? preferred : speakers(client, staff);
      const lists: StaffLists = {
        ...(own.some((preference) => preference.kind === 'required') && { allowedStaff: listed('required') }),
        ...(excluded.length > 0 && { excludedStaff: excluded }),
        ...(wished.length > 0 && { preferredStaff: wished }),
      };
      return [client.id, lists];
    }),
  );
}

/** Those who share a language with the client; nobody when all do or none does. */
function speakers(client: Client, staff: readonly StaffMember[]): string[] {
  const able = staff.filter((member) => member.languages.some((language) => client.languages.includes(language)));
  return able.length === staff.length ? [] : able.map((member) => member.id);
}
