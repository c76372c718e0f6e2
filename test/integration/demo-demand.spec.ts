import { describe, expect, it } from '@jest/globals';
import { linksBetween, mayPerform, practises, refusalsOf, TASKS, taskOf, type Visit, type VisitLink } from '#care';
import { checkPlan } from '#checker';
import { demoProvider, type DemoName } from '#demo';
import { type Plan, type ProblemInput, solve } from '#engine';
import { generateVisits, preparePlan } from '#planning';
import { readProviderFile, writeProviderFile } from '#provider-files';
import { daysFrom } from '#time';
import { createTravelTimes } from '#travel';
import { planningDataOf } from './demo-planning-data.js';

const TODAY = '2026-11-23';
/** The story's day: the next working day. */
const TUESDAY = '2026-11-24';
const WEEKDAYS = daysFrom('2026-11-23', '2026-11-27');
/** As few as the plans need to be well above what is asked of them. */
const ITERATIONS = { 'riga-400': 10_000, 'riga-40': 4000 } as const;
const WEEK = ['2026-11-23', '2026-11-29'] as const;

const files = new Map((['riga-400', 'riga-40'] as const).map((name) => [name, demoProvider(name, { today: TODAY })]));

function visitsOf(name: DemoName, from: string, to: string = from): readonly Visit[] {
  return generateVisits(planningDataOf(files.get(name)!, from, to), from, to);
}

const workHours = (visits: readonly Visit[]): number =>
  visits.reduce((sum, { durationSeconds, staffCount }) => sum + (durationSeconds * staffCount) / 3600, 0);

describe('the demand of riga-400', () => {
  const week = visitsOf('riga-400', ...WEEK);
  const social = week.filter(({ profession }) => profession === 'carer');

  it.each(WEEKDAYS)('has 170 to 215 social visits on %s, 3.5 to 5.5 for each carer on duty', (day) => {
    const today = social.filter(({ date }) => date === day);
    expect(today.length).toBeGreaterThanOrEqual(170);
    expect(today.length).toBeLessThanOrEqual(215);
    const carers = planningDataOf(files.get('riga-400')!, day, day).shifts.filter(({ staffId }) => staffId.startsWith('A'));
    expect(today.length / carers.length).toBeGreaterThanOrEqual(3.5);
    expect(today.length / carers.length).toBeLessThanOrEqual(5.5);
  });

  it('is 1,600 to 1,850 hours of care of all kinds in the week, four fifths of it social', () => {
    expect(workHours(week)).toBeGreaterThanOrEqual(1600);
    expect(workHours(week)).toBeLessThanOrEqual(1850);
    expect(workHours(social) / workHours(week)).toBeGreaterThan(0.75);
  });

  it('has 40 to 90 joint visits in the week: by two people, or linen changed while a nurse dresses', () => {
    const double = week.filter(({ staffCount }) => staffCount > 1).length;
    const flags = new Map(files.get('riga-400')!.clients.map((client) => [client.id, client.flags]));
    const { links } = linksBetween(week, (id) => flags.get(id) ?? []);
    const joined = links.filter(({ effect }) => effect === 'joined').length;
    expect(joined).toBeGreaterThanOrEqual(5);
    expect(double + joined).toBeGreaterThanOrEqual(40);
    expect(double + joined).toBeLessThanOrEqual(90);
  });

  it('has a bath van round of four in Ķengarags on the day of its story', () => {
    const home = new Map(files.get('riga-400')!.clients.map((client) => [client.id, client.neighbourhood]));
    const baths = week.filter(({ profession, date }) => profession === 'van_crew' && date === TUESDAY);
    expect(baths.map(({ clientId }) => home.get(clientId))).toEqual(Array(4).fill('Ķengarags'));
    expect(baths.map(({ clientId }) => clientId)).toContain('S11');
  });
});

describe.each(['riga-400', 'riga-40'] as const)('%s', (name) => {
  const file = files.get(name)!;

  it('plans tasks only by those who may do them', () => {
    for (const { profession, tasks } of file.patterns) for (const task of tasks) expect(mayPerform(profession, task)).toBe(true);
  });

  it('gives visits the time their tasks take', () => {
    for (const { tasks, durationMinutes } of file.patterns) {
      const minutes = tasks.map((code) => taskOf(code).minutes);
      expect(durationMinutes).toBeGreaterThanOrEqual(minutes.reduce((sum, { min }) => sum + min, 0));
      expect(durationMinutes).toBeLessThanOrEqual(minutes.reduce((sum, { max }) => sum + max, 0));
    }
  });

  it('employs nobody without a valid certificate', () => {
    const data = planningDataOf(file, ...WEEK);
    for (const member of data.staff) for (const day of WEEKDAYS) expect(practises(member, member.professions[0], day)).toBe(true);
  });

  it('asks for no skill nobody has', () => {
    for (const { skills, profession } of file.patterns) {
      const able = file.staff.filter(
        (member) => member.professions.includes(profession) && skills.every((skill) => member.skills.includes(skill)),
      );
      expect(able.length).toBeGreaterThan(0);
    }
  });

  it.each(['xlsx', 'csv-zip', 'json'] as const)('imports from %s without an issue or a warning', async (format) => {
    const bytes = await writeProviderFile(file, format);
    const ending = { xlsx: 'xlsx', 'csv-zip': 'zip', json: 'json' }[format];
    const read = await readProviderFile(
      { name: `demo.${ending}`, bytes },
      { taskCodes: TASKS.map(({ code }) => code), refusalsOf },
    );
    expect(read).toEqual({ ok: true, file, warnings: [] });
  });

  it('can be planned: 96 % of the visits of the next working day with no hard rule broken, and a fitting share of travel', async () => {
    const data = planningDataOf(file, TUESDAY, TUESDAY);
    const { problem, visits } = await preparePlan(data, { from: TUESDAY, to: TUESDAY }, createTravelTimes());
    const result = solve(problem, { seed: 1, iterations: ITERATIONS[name], now: () => 0 });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { plan, unserved } = result.solution;
    expect(checkPlan(problem, plan).violations).toEqual([]);
    expect(1 - unserved.length / visits.length).toBeGreaterThanOrEqual(0.96);
    if (name === 'riga-400') {
      const share = betweenClients(problem, plan);
      expect(share).toBeGreaterThanOrEqual(0.06);
      expect(share).toBeLessThanOrEqual(0.14);
    }
  }, 120_000);
});

/** Share of eight hours that carers travel between clients; the ways from and to their homes come beside. */
function betweenClients(problem: ProblemInput, plan: Plan): number {
  const places = new Map(problem.visits.map(({ id, place }) => [id, place]));
  const routes = plan.routes.filter(({ staff }) => staff.startsWith('A'));
  const seconds = routes.map(({ staff, stops }) => {
    const profile = problem.staff.find(({ id }) => id === staff)!.profile;
    const { durations } = problem.profiles.find(({ id }) => id === profile)!;
    const way = stops.filter(({ kind }) => kind === 'visit').map(({ id }) => places.get(id)!);
    return way.slice(1).reduce((sum, place, i) => sum + durations[way[i] * problem.places + place], 0);
  });
  return seconds.reduce((sum, value) => sum + value, 0) / (routes.length * 8 * 3600);
}

describe('the stories', () => {
  const file = files.get('riga-400')!;
  const visits = visitsOf('riga-400', TUESDAY);
  const flags = new Map(file.clients.map((client) => [client.id, client.flags]));
  const { links } = linksBetween(visits, (id) => flags.get(id) ?? []);
  const byKey = new Map(visits.map((visit) => [visit.key, visit]));
  const tasksOf = (client: string): string[] =>
    visits
      .filter(({ clientId }) => clientId === client)
      .map(({ tasks }) => tasks.join(' '))
      .sort();
  const linkOf = (client: string, rule: string): VisitLink | undefined =>
    links.find((link) => byKey.get(link.before)?.clientId === client && link.rules.includes(rule));

  it.each([
    ['S01', ['BATH DRESS GROOM', 'WOUND']],
    ['S02', ['INCONT BEDBATH POSITION LINEN FEED', 'PULCER']],
    ['S03', ['SHOP CLEAN', 'VITALS WOUND']],
    ['S04', ['GROOM COOK CLEAN']],
    ['S05', ['MEDSUP FEED', 'MEDSUP FEED', 'MEDSUP FEED', 'VITALS INSULIN']],
    ['S06', ['MEDSUP COOK FEED', 'SAMPLE LABDEL']],
    ['S07', ['MEDSUP COOK FEED', 'TRANSFER INCONT BEDBATH POSITION']],
    ['S08', ['SHOP COOK CLEAN']],
    ['S09', ['COOK GROOM CLEAN']],
    ['S10', ['BATH DRESS', 'HEAT COOK']],
    ['S11', ['MBATH']],
    ['S12', []],
    ['S13', ['SHOP COOK']],
    ['S14', ['COOK GROOM CLEAN']],
    ['S15', ['MEDSUP TRANSFER GROOM', 'MEDSUP TRANSFER GROOM']],
  ])('%s has its visits on the next working day', (client, expected) => {
    const words = (lines: readonly string[]): string[] => lines.map((line) => line.split(' ').sort().join(' ')).sort();
    expect(words(tasksOf(client))).toEqual(words(expected));
  });

  it.each([
    ['S01', 'BATH-WOUND-conflict', 'parted'],
    ['S02', 'PULCER-LINEN-should_overlap', 'joined'],
    ['S05', 'INSULIN-FEED-precede-insulin_rapid', 'ordered'],
    ['S06', 'SAMPLE-FEED-precede-fasting', 'ordered'],
    ['S10', 'HEAT-BATH-precede-stove_heating', 'ordered'],
  ])('%s turns on %s', (client, rule, effect) => {
    expect(linkOf(client, rule)?.effect).toBe(effect);
  });

  it('S03: thirty days over 18 November end in two working days', () => {
    const referral = file.referrals.find(({ client }) => client === 'S03')!;
    const episode = file.episodes.find((row) => row.referral === referral.id)!;
    expect(file.terms.filter((term) => term.episode === episode.id)).toMatchObject([
      { startsOn: '2026-10-27', endsOn: '2026-11-25' },
    ]);
    expect(file.opinions.some((opinion) => opinion.episode === episode.id)).toBe(false);
  });

  it('S04: twelve hours a week until the 15th, six from the 16th', () => {
    const decisions = file.decisions.filter(({ client }) => client === 'S04');
    expect(decisions.map(({ grantedMinutes, careLevel }) => [grantedMinutes, careLevel])).toEqual([
      [720, 3],
      [360, 2],
    ]);
    expect([decisions[0].endedOn, decisions[1].validFrom, decisions[1].replaces]).toEqual([
      '2026-11-15',
      '2026-11-16',
      decisions[0].id,
    ]);
  });

  it('S08: five clients wish for the carer who falls ill', () => {
    const own = file.preferences.filter(({ staff, kind, client }) => {
      const wishes = file.preferences.filter(
        (row) => row.client === client && row.kind === 'preferred' && row.staff.startsWith('A'),
      );
      return staff === 'A001' && kind === 'preferred' && wishes.length === 1;
    });
    expect(own.map(({ client }) => client)).toContain('S08');
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(planningDataOf(file, TUESDAY, TUESDAY).shifts.map(({ staffId }) => staffId)).toContain('A001');
  });

  it('S10 lives in Bolderāja over a stove, S12 is away for four days', () => {
    expect(file.clients.find(({ id }) => id === 'S10')).toMatchObject({ neighbourhood: 'Bolderāja', stoveHeating: true });
    const paused = file.patterns.filter(({ client }) => client === 'S12');
    expect(paused.map(({ pausedFrom, pausedTo }) => [pausedFrom, pausedTo])).toEqual([['2026-11-24', '2026-11-27']]);
  });
});
