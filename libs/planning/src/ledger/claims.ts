import { lawWords, manipulationFor, practises } from '#care';
import type { LawReason, ManipulationCode, Profession, EpisodeKind, StaffMember, Visit, Words } from '#care';
import type { ClaimLineView, ClaimsView } from '#contracts';
import { sortByLaw } from '../law/owed-visits.js';
import { lawOf, type LawData } from '../law/law-data.js';
import { outcomeOf, standingEvents } from './delivery.js';
import type { ReportedEvent } from './ledger-facts.js';

/** A visit of an episode that staff reported something of. */
export interface GivenVisit {
  readonly visit: Visit;
  readonly events: readonly (ReportedEvent & { readonly task: string | null })[];
  /** What people call it. */
  readonly label: Pick<ClaimLineView, 'client' | 'clientNumber' | 'episode' | 'referral' | 'diagnosis'>;
  readonly referral: EpisodeKind;
}

/** What claims to the state are made of. */
export interface ClaimFacts {
  readonly visits: readonly GivenVisit[];
  /** By id. */
  readonly list: readonly ManipulationCode[];
  readonly staff: ReadonlyMap<string, StaffMember & { readonly name: string }>;
  readonly law: LawData;
}

/**
 * What the state may be asked to pay for: a line for every task done at a visit of an episode, with its code of the
 * provider's list, and everything that stands in the way of paying (S035): what the law says of the visit (referral,
 * diagnosis, term, paid number), a certificate that had run out, a code that lacks.
 */
export function claimsOf({ visits, list, staff, law }: ClaimFacts): ClaimsView {
  const given = visits.filter(({ events }) => outcomeOf(events).deliveries.length > 0);
  const { barred } = sortByLaw(
    given.map(({ visit }) => visit),
    law,
  );
  const against = new Map(barred.map(({ visit, reasons }) => [visit.key, reasons]));
  const owes = lawOf(law);
  const lines = given.flatMap((one) => {
    const { key, funding, date } = one.visit;
    return linesOf(one, { list, staff, reasons: against.get(key) ?? [], owed: owes.owes(funding, date) });
  });
  const payable = lines.filter(({ problems }) => problems.length === 0);
  const cents = payable.reduce((sum, line) => sum + (line.cents ?? 0), 0);
  return { lines, totals: { lines: lines.length, payable: payable.length, cents } };
}

interface Beside extends Pick<ClaimFacts, 'list' | 'staff'> {
  readonly reasons: readonly LawReason[];
  readonly owed: boolean;
}

function linesOf({ visit, events, label, referral }: GivenVisit, { list, staff, reasons, owed }: Beside): ClaimLineView[] {
  const notDone = new Set(
    standingEvents(events).flatMap((event) => (event.kind === 'task_not_done' ? [taskOf(events, event)] : [])),
  );
  const { deliveries } = outcomeOf(events);
  const [first] = [...deliveries].sort((a, b) => a.arrived - b.arrived);
  const member = staff.get(first.staffId);
  const profession = professionOf(member, visit.profession);
  const day = visit.date;
  const barring = reasons.map(({ code, params }) => problem(code, params.rule, lawWords({ code, params })));
  return visit.tasks
    .filter((task) => !notDone.has(task))
    .map((task) => {
      const found = manipulationFor(list, { task, profession, referral, day });
      const certified = member === undefined || practises(member, profession, day);
      return {
        ...{ ...label, visit: visit.key, date: day, task, staff: member?.name ?? '', profession },
        ...{ minutes: deliveries.reduce((sum, { minutes }) => sum + minutes, 0) },
        ...{ code: found?.code ?? null, name: found?.name ?? null, cents: found?.cents ?? null },
        problems: [
          ...barring,
          ...(owed ? [] : [problem('claim.not_owed', 'S031', NOT_OWED)]),
          ...(certified ? [] : [problem('claim.certificate', 'S017', CERTIFICATE)]),
          ...(found === null ? [problem('claim.no_code', 'S035', NO_CODE)] : []),
        ],
      };
    });
}

function taskOf(events: GivenVisit['events'], { id }: ReportedEvent): string | null {
  return events.find((event) => event.id === id)?.task ?? null;
}

/** Of several professions the one the visit was planned for, where the person has it. */
function professionOf(member: StaffMember | undefined, wanted: Profession): Profession {
  if (member === undefined || member.professions.includes(wanted)) return wanted;
  return member.professions[0];
}

const NOBODY_SAYS: Words = { lv: '', en: '', ru: '' };
const NOT_OWED: Words = {
  lv: 'Tajā dienā epizode vēl nebija sākusies vai jau bija pārtraukta. (S031)',
  en: 'That day the episode had not begun, or was over. (S031)',
  ru: 'В тот день эпизод ещё не начался или был уже прекращён. (S031)',
};
const CERTIFICATE: Words = {
  lv: 'Darbinieka sertifikāts tajā dienā nebija spēkā. (S017)',
  en: 'The staff member’s certificate was not in force that day. (S017)',
  ru: 'Сертификат сотрудника в тот день не действовал. (S017)',
};
const NO_CODE: Words = {
  lv: 'Manipulāciju sarakstā šim uzdevumam tajā dienā nav koda: papildiniet sarakstu. (S035)',
  en: 'The list of manipulations has no code for this task on that day: complete the list. (S035)',
  ru: 'В списке манипуляций нет кода для этой задачи в тот день: дополните список. (S035)',
};

function problem(code: string, rule: string, words: Words = NOBODY_SAYS): ClaimLineView['problems'][number] {
  return { code, rule, words: { ...words } };
}
