import type { Profession, StaffMember, Visit } from '#care';

/** Whether a person may work in a profession on a day: it is theirs and every certificate it needs is valid. */
export type Practises = (member: StaffMember, profession: Profession, date: string) => boolean;

/**
 * Professions and skills as the engine's skills. Certificates have dates while
 * the engine's staff have one set of skills for the whole horizon: a profession
 * that somebody gains or loses between the days is therefore asked for by day
 * (`profession:nurse@2026-11-24`), all others without.
 */
export class SkillNames {
  private readonly dated: ReadonlySet<Profession>;
  private readonly professions: readonly Profession[];
  private readonly dates: readonly string[];

  constructor(
    staff: readonly StaffMember[],
    visits: readonly Visit[],
    private readonly practises: Practises,
  ) {
    this.professions = [...new Set(visits.map((visit) => visit.profession))].sort();
    this.dates = [...new Set(visits.map((visit) => visit.date))].sort();
    this.dated = new Set(this.professions.filter((profession) => staff.some((member) => this.changes(member, profession))));
  }

  /** What somebody must have to make the visit. */
  needed(visit: Visit): string[] {
    return [this.name(visit.profession, visit.date), ...visit.skills.map((skill) => `skill:${skill}`)];
  }

  /** What somebody has, as far as the visits ask for it by profession. */
  held(member: StaffMember): string[] {
    const professions = this.professions.flatMap((profession) =>
      this.dates.filter((date) => this.practises(member, profession, date)).map((date) => this.name(profession, date)),
    );
    return [...new Set(professions), ...member.skills.map((skill) => `skill:${skill}`)];
  }

  private changes(member: StaffMember, profession: Profession): boolean {
    const first = this.practises(member, profession, this.dates[0]);
    return this.dates.some((date) => this.practises(member, profession, date) !== first);
  }

  private name(profession: Profession, date: string): string {
    return this.dated.has(profession) ? `profession:${profession}@${date}` : `profession:${profession}`;
  }
}
