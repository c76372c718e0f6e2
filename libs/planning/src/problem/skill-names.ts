import { mayPerform, PROFESSIONS } from '#care';
import type { Profession, StaffMember, Visit } from '#care';

/** Whether a person may work in a profession on a day: it is theirs and every certificate it needs is valid. */
export type Practises = (member: StaffMember, profession: Profession, date: string) => boolean;

const ALL = Object.keys(PROFESSIONS) as Profession[];

/**
 * Professions and skills as the engine's skills. A visit asks for its
 * profession or any other that may do all of its tasks (S017): one skill,
 * `profession:nurse|feldsher`. Certificates have dates while the engine's staff
 * have one set of skills for the whole horizon: what somebody gains or loses
 * between the days is therefore asked for by day
 * (`profession:nurse|feldsher@2026-11-24`), all else without.
 */
export class SkillNames {
  private readonly callings: ReadonlyMap<string, readonly Profession[]>;
  private readonly dated: ReadonlySet<string>;
  private readonly dates: readonly string[];

  constructor(
    staff: readonly StaffMember[],
    visits: readonly Visit[],
    private readonly practises: Practises,
  ) {
    this.callings = new Map(visits.map(callingOf).map((professions) => [professions.join('|'), professions]));
    this.dates = [...new Set(visits.map((visit) => visit.date))].sort();
    this.dated = new Set([...this.callings.keys()].filter((calling) => staff.some((member) => this.changes(member, calling))));
  }

  /** What somebody must have to make the visit. */
  needed(visit: Visit): string[] {
    return [this.name(callingOf(visit).join('|'), visit.date), ...visit.skills.map((skill) => `skill:${skill}`)];
  }

  /** What somebody has, as far as the visits ask for it by profession. */
  held(member: StaffMember): string[] {
    const callings = [...this.callings.keys()].flatMap((calling) =>
      this.dates.filter((date) => this.follows(member, calling, date)).map((date) => this.name(calling, date)),
    );
    return [...new Set(callings), ...member.skills.map((skill) => `skill:${skill}`)];
  }

  private changes(member: StaffMember, calling: string): boolean {
    const first = this.follows(member, calling, this.dates[0]);
    return this.dates.some((date) => this.follows(member, calling, date) !== first);
  }

  private follows(member: StaffMember, calling: string, date: string): boolean {
    return (this.callings.get(calling) ?? []).some((profession) => this.practises(member, profession, date));
  }

  private name(calling: string, date: string): string {
    return this.dated.has(calling) ? `profession:${calling}@${date}` : `profession:${calling}`;
  }
}

/** The visit's own profession first, then all others that may do every one of its tasks. */
function callingOf(visit: Visit): readonly Profession[] {
  const others = ALL.filter((profession) => profession !== visit.profession);
  return [visit.profession, ...others.filter((profession) => visit.tasks.every((task) => mayPerform(profession, task)))];
}
