import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { providerFile, type ProviderFile } from '#contracts';
import { addDays, opinionWindow } from '#time';
import { demoProvider } from './demo-provider.js';
import { demoStories } from './stories/demo-stories.js';
import { NEIGHBOURHOODS } from './neighbourhoods.js';

const TODAY = '2026-11-23';
const large = demoProvider('riga-400', { today: TODAY });
const small = demoProvider('riga-40', { today: TODAY });
const both = [
  ['riga-400', large],
  ['riga-40', small],
] as const;

const digest = (file: ProviderFile): string => createHash('sha256').update(JSON.stringify(file)).digest('hex');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('demoProvider', () => {
  it.each(both)('%s is the same every time', (name, file) => {
    expect(digest(demoProvider(name, { today: TODAY }))).toBe(digest(file));
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('is the same where the clock is that of %s', (zone) => {
    const script =
      "const { demoProvider } = await import('#demo'); const { createHash } = await import('node:crypto');" +
      `process.stdout.write(createHash('sha256').update(JSON.stringify(demoProvider('riga-40', { today: '${TODAY}' }))).digest('hex'));`;
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { TZ: zone, LANG: 'C' }, encoding: 'utf8' }),
    ).toBe(digest(small));
  });

  it('keeps its people from day to day', () => {
    const later = demoProvider('riga-40', { today: '2027-02-01' });
    const who = ({ clients, staff }: ProviderFile): string[] =>
      [...clients, ...staff].map(({ id, givenName, familyName }) => `${id} ${givenName} ${familyName}`);
    expect(who(later)).toEqual(who(small));
  });

  it.each(['2026-02-30', 'today', ''])('refuses %p as a day', (today) => {
    expect(() => demoProvider('riga-40', { today })).toThrow(RangeError);
  });

  it.each(both)('%s passes the import format and repeats itself through it', (_, file) => {
    expect(providerFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });
});

describe.each(both)('the rows of %s', (_, file) => {
  const lists = Object.entries(file).flatMap(([list, rows]) =>
    Array.isArray(rows) ? [[list, rows as readonly { readonly id: string }[]] as const] : [],
  );
  const ids = new Map(lists.map(([list, rows]) => [list, new Set(rows.map(({ id }) => id))]));

  it.each(lists)('%s have ids of their own', (list, rows) => {
    expect(ids.get(list)?.size).toBe(rows.length);
  });

  it('name only what exists', () => {
    const references: [string, (string | undefined)[]][] = [
      ['clients', [...file.informalCarers, ...file.consents, ...file.barthel, ...file.certificates].map(({ client }) => client)],
      ['clients', [...file.decisions, ...file.referrals, ...file.patterns, ...file.preferences].map(({ client }) => client)],
      ['staff', [...file.qualifications, ...file.shifts, ...file.absences, ...file.preferences].map(({ staff }) => staff)],
      ['municipalities', [...file.clients, ...file.decisions, ...file.prices].map(({ municipality }) => municipality)],
      ['equipment', file.shifts.map(({ vehicle }) => vehicle)],
      ['certificates', file.decisions.map(({ certificate }) => certificate)],
      ['decisions', [...file.decisions.map(({ replaces }) => replaces), ...file.patterns.map(({ decision }) => decision)]],
      ['referrals', file.episodes.map(({ referral }) => referral)],
      ['episodes', [...file.terms, ...file.opinions, ...file.patterns].map(({ episode }) => episode)],
    ];
    for (const [list, named] of references) {
      for (const id of named) if (id !== undefined) expect(ids.get(list)).toContain(id);
    }
  });

  it('give every pattern one owner of the same client, whose tasks it keeps to', () => {
    for (const pattern of file.patterns) {
      expect([pattern.decision, pattern.episode].filter((owner) => owner !== undefined)).toHaveLength(1);
      const decision = file.decisions.find(({ id }) => id === pattern.decision);
      const episode = file.episodes.find(({ id }) => id === pattern.episode);
      const referral = file.referrals.find(({ id }) => id === episode?.referral);
      expect((decision ?? referral)?.client).toBe(pattern.client);
      const tasks = decision?.tasks ?? [...(episode?.mainTasks ?? []), ...(episode?.additionalTasks ?? [])];
      expect(tasks).toEqual(expect.arrayContaining(pattern.tasks));
    }
  });

  it('plan no more work than the decision grants', () => {
    for (const decision of file.decisions) {
      const perWeek = decision.grantedPer === 'week' ? decision.grantedMinutes : (decision.grantedMinutes * 12) / 52;
      const planned = file.patterns
        .filter((pattern) => pattern.decision === decision.id)
        .map(
          ({ durationMinutes, staffCount, timesPerWeek, weekdays, windows, everyWeeks }) =>
            (durationMinutes * staffCount * (timesPerWeek ?? weekdays.length) * windows.length) / everyWeeks,
        );
      expect(sum(planned)).toBeLessThanOrEqual(perWeek);
    }
  });

  it('add Barthel items up to their scores, and give two carers to those without a point for the transfer', () => {
    for (const { client, items, score } of file.barthel) {
      expect(sum(items)).toBe(score);
      if (file.clients.find(({ id }) => id === client)?.flags.includes('two_person')) expect(items[1]).toBe(0);
    }
  });

  it('send two carers who can lift wherever one cannot move the client', () => {
    const together = ['TRANSFER', 'POSITION', 'BATH', 'BEDBATH', 'INCONT', 'LINEN'];
    const flagged = new Set(file.clients.filter(({ flags }) => flags.includes('two_person')).map(({ id }) => id));
    const visits = file.patterns.filter(
      ({ client, tasks }) => flagged.has(client) && tasks.some((task) => together.includes(task)),
    );
    expect(visits.length).toBeGreaterThan(0);
    for (const { staffCount, skills } of visits) expect([staffCount, skills]).toEqual([2, ['heavy_transfer']]);
  });

  it('end every visit by 21:00 and begin none before 07:00', () => {
    for (const { windows, durationMinutes } of file.patterns) {
      for (const { from, to } of windows) {
        const [hours, minutes] = to.split(':').map(Number);
        expect(from >= '07:00' && hours * 60 + minutes + durationMinutes <= 21 * 60 && from < to).toBe(true);
      }
    }
  });

  it('live in Riga, in a neighbourhood that is theirs', () => {
    for (const { neighbourhood, latitude, longitude } of file.clients) {
      const place = NEIGHBOURHOODS.find(({ name }) => name === neighbourhood)!;
      const [north, east] = [(latitude - place.latitude) * 111.2, (longitude - place.longitude) * 60.7];
      expect(Math.hypot(north, east)).toBeLessThan(Math.sqrt(place.areaKm2 / Math.PI) + 0.1);
    }
  });
});

describe('riga-400', () => {
  const active = large.episodes.filter(({ endedOn }) => endedOn === undefined || endedOn >= addDays(TODAY, -7));
  const clientOf = new Map(large.referrals.map(({ id, client }) => [id, client]));
  const healthy = new Set(active.map(({ referral }) => clientOf.get(referral)));
  const social = new Set(large.decisions.map(({ client }) => client));

  it('has the people it says', () => {
    expect(large.clients).toHaveLength(440);
    expect([social.size, healthy.size, [...social].filter((id) => healthy.has(id)).length]).toEqual([400, 110, 70]);
    const staff = (profession: string): number =>
      large.staff.filter(({ professions }) => professions.includes(profession as 'carer')).length;
    expect(['carer', 'nurse', 'physio', 'ergo', 'speech', 'van_crew'].map(staff)).toEqual([60, 12, 4, 1, 1, 2]);
    expect(large.staff.filter(({ contractMinutesPerWeek }) => contractMinutesPerWeek === 1440)).toHaveLength(14);
    expect(new Set(large.patterns.filter(({ tasks }) => tasks.includes('MBATH')).map(({ client }) => client)).size).toBe(40);
    expect(large.referrals.filter(({ kind }) => kind === 'rehab')).toHaveLength(34);
  });

  it.each([
    ['bedbound', 0.09],
    ['two_person', 0.05],
    ['pressure_risk', 0.12],
    ['dementia', 0.18],
    ['diabetes', 0.2],
    ['stove_heating', 0.06],
    ['oxygen', 0.015],
    ['pets', 0.12],
    ['infectious', 0.01],
    ['cytostatic', 0.01],
  ])('has the flag %s on its share of %d', (flag, share) => {
    expect(large.clients.filter(({ flags }) => flags.includes(flag))).toHaveLength(Math.round(share * 440));
  });

  it('has decisions in every state', () => {
    const inForce = large.decisions.filter(({ validTo, endedOn }) => (validTo ?? '9') >= TODAY && (endedOn ?? '9') >= TODAY);
    expect(inForce.filter(({ validTo }) => validTo !== undefined && validTo <= addDays(TODAY, 30)).length).toBeGreaterThanOrEqual(
      18,
    );
    expect(large.decisions.filter(({ replaces }) => replaces !== undefined).length).toBeGreaterThanOrEqual(15);
    const expired = large.decisions.filter(({ validTo }) => validTo !== undefined && validTo < TODAY).map(({ client }) => client);
    expect(expired.filter((client) => !inForce.some((decision) => decision.client === client)).length).toBeGreaterThanOrEqual(3);
  });

  it('has terms in every state', () => {
    const last = (episode: string): string =>
      large.terms
        .filter((term) => term.episode === episode)
        .map(({ endsOn }) => endsOn)
        .sort()
        .at(-1)!;
    const running = large.episodes.filter(({ endedOn }) => endedOn === undefined).map(({ id }) => last(id));
    expect(running.filter((end) => opinionWindow(end).from <= TODAY && end >= TODAY).length).toBeGreaterThanOrEqual(15);
    expect(running.filter((end) => end === addDays(TODAY, 3)).length).toBeGreaterThanOrEqual(7);
    expect(running.filter((end) => end < TODAY).length).toBeGreaterThanOrEqual(2);
    expect(large.opinions.filter(({ verdict }) => verdict === 'stop').length).toBeGreaterThanOrEqual(4);
  });

  it('grants 1,600 to 1,850 hours of social care a week', () => {
    const inForce = large.decisions.filter(
      ({ validFrom, validTo, endedOn }) => validFrom <= TODAY && (validTo ?? '9') >= TODAY && (endedOn ?? '9') >= TODAY,
    );
    const minutes = inForce.map(({ grantedPer, grantedMinutes }) =>
      grantedPer === 'week' ? grantedMinutes : (grantedMinutes * 12) / 52,
    );
    expect(sum(minutes) / 60).toBeGreaterThanOrEqual(1600);
    expect(sum(minutes) / 60).toBeLessThanOrEqual(1850);
  });
});

describe('demoStories', () => {
  it.each(both)('of %s are clients of that id, the staff they turn on work there', (name, file) => {
    const stories = demoStories(name);
    expect(stories.map(({ id }) => id)).toEqual(stories.map(({ client }) => client));
    expect(stories).toHaveLength(name === 'riga-400' ? 15 : 14);
    for (const { client, staff } of stories) {
      expect(file.clients.some(({ id }) => id === client)).toBe(true);
      expect(staff === null || file.staff.some(({ id }) => id === staff)).toBe(true);
    }
  });
});
