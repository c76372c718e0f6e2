import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Locator, Page } from 'playwright-core';
import { clientView, providerFile, type ProviderFile } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import { demandedVisits, linkVisits, runSchedules } from '#planning';
import { DAY, smallProvider } from '../e2e/small-provider.js';
import { settleTenant, type Tenant } from '../e2e/tenant.js';
import { listeningApi } from '../e2e/test-api.js';
import { axeFaults } from './axe.js';
import { openWindow, type Window } from './window.js';

const FIRST_START_MS = 600_000;
/** The morning of the small provider's Tuesday. */
const NOW = new Date(`${DAY}T07:00:00+02:00`);

let persistence: Persistence;
let queue: PlanQueue;
let api: NestExpressApplication;
let tenant: Tenant;
let window: Window;
let page: Page;

/** The small provider, whose third client has a term that waits for the GP, and whose second nobody can ring up. */
function officeProvider(): ProviderFile {
  const small = smallProvider('OFFICE');
  return providerFile.parse({
    ...small,
    certificates: [
      {
        ...{ id: 'CE1', client: 'C1', issuedOn: '2026-01-01', validTo: '2026-12-15', issuedBy: 'GP', severity: 'severe' },
        ...{ tuberculosis: false, acuteInfection: false, sexuallyTransmitted: false },
      },
    ],
    referrals: [
      {
        ...{ id: 'R1', client: 'C3', kind: 'chronic_mobility', issuedOn: '2026-10-25', issuerRole: 'gp', issuer: 'Dr Bērziņa' },
        ...{ careDiagnosis: 'L89.2', mobilityDiagnosis: 'G82.4', orders: 'dressing' },
      },
    ],
    episodes: [{ id: 'E1', referral: 'R1', startedOn: '2026-10-28', mainTasks: ['WOUND'] }],
    qualifications: [{ id: 'Q1', staff: 'S1', kind: 'LIFTING', validFrom: '2025-01-01', validTo: '2027-12-31' }],
    terms: [{ id: 'T1', episode: 'E1', startsOn: '2026-10-28', endsOn: '2026-11-26' }],
  });
}

beforeAll(async () => {
  const [databaseUrl, redisUrl] = await Promise.all([testDatabase(), testRedis()]);
  persistence = createPersistence({ databaseUrl });
  queue = createPlanQueue({ redisUrl, onError: () => undefined });
  tenant = await settleTenant(persistence, officeProvider());
  await runSchedules(persistence.schedules, NOW);
  const webRoot = fileURLToPath(new URL('../../apps/web', import.meta.url));
  api = await listeningApi({ persistence, queue, now: () => NOW, logged: [], webRoot });
  window = await openWindow(await api.getUrl());
  ({ page } = window);
  page.setDefaultTimeout(20_000);
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('E-mail').fill(tenant.email);
  await page.getByLabel('Password').fill(tenant.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('There are no plans yet').waitFor();
}, FIRST_START_MS);

afterAll(async () => {
  await window?.close();
  await api?.close();
  await queue?.close();
  await persistence?.close();
});

const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
const dialog = (): Locator => page.getByRole('dialog');

/** A colleague writes a door code meanwhile. */
async function colleagueWrites(doorCode: string): Promise<void> {
  const read = clientView.parse(await (await page.request.get('/api/v1/clients/C1')).json());
  const data = { revision: read.revision, dwelling: { ...read.dwelling, doorCode } };
  expect((await page.request.put('/api/v1/clients/C1/dwelling', { data })).status()).toBe(204);
}

describe('the office', () => {
  it('finds a client by any part of name, number or address', async () => {
    await link('Clients').click();
    await page.getByRole('searchbox').fill('street c1');
    await page.getByText('1 / 3').waitFor();
    await link('GivenC1 FamilyC1').click();
    await page.getByRole('heading', { name: 'GivenC1 FamilyC1' }).waitFor();
    expect(await page.locator('#decisions').textContent()).toContain('17/2026');
    expect(await page.locator('#hours').textContent()).not.toContain('€');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('shows a conflicting edit of the home, and loses neither', async () => {
    await page.locator('#home').getByRole('button', { name: 'Edit' }).click();
    await dialog().getByLabel('Key', { exact: true }).fill('with the neighbour');
    await colleagueWrites('17#');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody has changed it in the meantime').waitFor();
    expect(await dialog().locator('tbody').textContent()).toBe('Door code17#17#Key–with the neighbour');
    await dialog().getByRole('button', { name: 'Save mine' }).click();
    await dialog().waitFor({ state: 'detached' });
    const { dwelling } = clientView.parse(await (await page.request.get('/api/v1/clients/C1')).json());
    expect([dwelling.doorCode, dwelling.keyNote]).toEqual(['17#', 'with the neighbour']);
  });

  it('changes one visit of a pattern, all from a day on, and leaves what was changed one by one', async () => {
    const change = async (scope: string, from: string, minutes: string): Promise<void> => {
      await page.locator('#patterns').getByRole('button', { name: 'Change the visits' }).first().click();
      await dialog().getByLabel('Which visits').selectOption(scope);
      await dialog().getByLabel('Day to begin with').selectOption(from);
      await dialog().getByLabel('Length, minutes').fill(minutes);
      await dialog().getByLabel('Why').fill('asked for');
      await dialog().getByRole('button', { name: 'Save' }).click();
      await dialog().waitFor({ state: 'detached' });
    };
    const lengths = async (): Promise<number[]> => {
      const data = await persistence.providers.planningData(tenant.providerId, DAY, '2026-12-08');
      const { visits } = demandedVisits(data, DAY, '2026-12-08');
      return visits.filter(({ tasks }) => tasks.includes('BATH')).map(({ durationSeconds }) => durationSeconds / 60);
    };
    await change('this', '2026-12-01', '60');
    expect(await lengths()).toEqual([45, 60, 45]);
    await change('unchanged', '2026-11-24', '50');
    expect(await lengths()).toEqual([50, 60, 50]);
    await change('following', '2026-12-01', '40');
    expect(await lengths()).toEqual([50, 40, 40]);
  });

  it('cuts reduced hours into visits that are looked at before they stand', async () => {
    await page.locator('#decisions').getByRole('button', { name: 'Reduce' }).click();
    await dialog().getByLabel('From', { exact: true }).fill('2026-12-07');
    await dialog()
      .getByLabel(/^Minutes a/)
      .fill('150');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Visits from the granted hours' }).waitFor();
    await dialog().getByText('2 h 30 min').first().waitFor();
    expect(await dialog().locator('.entries').textContent()).toContain('Bath or shower');
    expect(await axeFaults(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Accept the visits' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('#patterns').getByText('D1/1').waitFor();
  });

  it('leads from a clock to its work item and to the opinion, and the clock is gone', async () => {
    await link(/^Clocks/).click();
    const row = page.locator('tr', { hasText: 'GivenC3 FamilyC3' });
    expect(await row.textContent()).toContain('Term of an opinion');
    await row.getByRole('button', { name: 'Take' }).click();
    await row.getByText(tenant.email).waitFor();
    await row.getByRole('button', { name: 'The GP was asked' }).click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await row.getByRole('button', { name: 'Record the opinion' }).click();
    await dialog().getByLabel('Given by').fill('Dr Bērziņa');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('leads from a gap in the data to the very field', async () => {
    await link('Data quality').click();
    await page.getByText('Nobody has a shift').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByText('No telephone').click();
    await page
      .locator('#improves li', { hasText: 'GivenC2 FamilyC2' })
      .filter({ visible: true })
      .first()
      .getByRole('link', { name: 'Put right' })
      .click();
    await dialog().getByLabel('Telephone').fill('+371 20000000');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('#home').getByText('+371 20000000').waitFor();
  });

  it('switches a rule off for one client with a reason that is kept; the links of plans follow', async () => {
    const parted = async (): Promise<boolean> => {
      const data = await persistence.providers.planningData(tenant.providerId, DAY, DAY);
      const { links } = linkVisits(data, demandedVisits(data, DAY, DAY).visits);
      return links.some(({ rules }) => rules.includes('BATH-WOUND-requires_after'));
    };
    expect(await parted()).toBe(true);
    await page.goto('/rules?client=C1');
    await page.getByRole('searchbox').fill('BATH-WOUND-requires_after');
    const row = page.locator('#tasks tbody tr', { hasText: 'Bath or shower ×' });
    await row.first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await row.getByRole('button', { name: /^Change:/ }).click();
    await dialog().getByLabel('How strictly').selectOption('off');
    await dialog().getByLabel('Why it is changed').fill('The dressing is waterproof');
    await dialog().getByRole('button', { name: 'Change' }).click();
    await row.getByText('off', { exact: true }).waitFor();
    await page.locator('#history').getByText('The dressing is waterproof').waitFor();
    expect(await page.locator('#history').textContent()).toContain(tenant.email);
    expect(await parted()).toBe(false);
    await row.getByRole('button', { name: 'As in the book' }).click();
    await row.getByText('must', { exact: true }).waitFor();
    expect(await parted()).toBe(true);
    expect(await row.locator('th').textContent()).toMatch(/at most 60 min \(unless the dressing is waterproof\)$/);
    await row.getByRole('button', { name: /^Change:/ }).click();
    await dialog().getByLabel('Longest gap, min').fill('30');
    await dialog().getByLabel('Why it is changed').fill('The wound is open');
    await dialog().getByRole('button', { name: 'Change' }).click();
    await row.getByText(/at most 30 min/).waitFor();
    await page.locator('#history li', { hasText: 'at most 30 min' }).waitFor();
    expect(await page.locator('#readings').textContent()).toContain('A manager changes it.');
  });

  it('shows what a member of staff is qualified for, and when they work', async () => {
    await link('Staff').click();
    await page.getByRole('searchbox').fill('familys1');
    await page.getByText('1 / 3').waitFor();
    await link('GivenS1 FamilyS1').click();
    await page.getByRole('heading', { name: 'GivenS1 FamilyS1' }).waitFor();
    expect(await page.locator('#qualifications li').textContent()).toMatch(/LIFTING.*valid.*31 December 2027/);
    const [day] = await page.locator('#weeks tbody tr:not(.week-head)', { hasText: '08:00' }).allTextContents();
    expect(day).toContain('no plan yet');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('records an absence, and the shift is off', async () => {
    await page.getByRole('button', { name: 'Record an absence' }).click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('#absences').getByText('illness').waitFor();
    await page.locator('#weeks').getByText('off', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('moves nothing on a page while its data arrive', async () => {
    for (const address of ['/', '/clients/C1', '/staff/S1', '/clocks', '/work', '/rules', '/data', '/import', '/morning']) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      expect([address, Math.round(100 * (await window.shifted()))]).toEqual([address, 0]);
    }
  });

  it('has had no error in the console', () => {
    expect(window.faults).toEqual([]);
  });
});
