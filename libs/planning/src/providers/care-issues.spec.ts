import { describe, expect, it } from '@jest/globals';
import { providerFile, type ProviderFile } from '#contracts';
import { careIssues } from './care-issues.js';
import { importProvider } from './import-provider.js';

const pattern = (id: string, profession: string, tasks: string[]) => ({
  id,
  client: 'C1',
  tasks,
  durationMinutes: 45,
  profession,
  weekdays: ['MO'],
  windows: [{ from: '08:00', to: '10:00' }],
  validFrom: '2026-01-01',
});

const fileWith = (...patterns: object[]): ProviderFile =>
  providerFile.parse({
    format: 'apgaita-provider',
    version: 1,
    provider: { code: 'P', name: 'Provider' },
    municipalities: [],
    clients: [],
    staff: [],
    patterns,
  });

describe('careIssues', () => {
  it.each([
    ['a carer bathes', pattern('A', 'carer', ['BATH', 'LINEN']), []],
    ['a nurse dresses wounds', pattern('A', 'nurse', ['WOUND']), []],
    ['a physician assistant gives nursing care', pattern('A', 'feldsher', ['WOUND']), []],
    ['a carer never dresses wounds', pattern('A', 'carer', ['BATH', 'WOUND']), ['task.profession']],
    ['a nurse does not change linen', pattern('A', 'nurse', ['LINEN']), ['task.profession']],
    [
      'every fault at once',
      pattern('A', 'carer', ['NOSUCH', 'WOUND', 'INSULIN']),
      ['task.unknown', 'task.profession', 'task.profession'],
    ],
  ])('%s', (_, row, codes) => {
    expect(careIssues(fileWith(row)).map(({ code }) => code)).toEqual(codes);
  });

  it('names the place, the value and who does the task', () => {
    expect(careIssues(fileWith(pattern('A', 'carer', ['BATH']), pattern('B', 'carer', ['WOUND'])))).toEqual([
      expect.objectContaining({
        path: 'patterns[1].tasks',
        value: 'carer',
        message: expect.stringMatching(/^Pattern B: .* is not done by a carer; it is done by a nurse or a physician assistant\./),
      }),
    ]);
  });
});

describe('importProvider', () => {
  const store = () => {
    const written: unknown[] = [];
    const write = (...call: unknown[]) => {
      written.push(call);
      return Promise.resolve({ providerId: 'p', counts: {} });
    };
    return { written, write };
  };

  it('writes nothing of a file that breaks a rule of care', async () => {
    const { written, write } = store();
    const outcome = await importProvider({ write }, fileWith(pattern('A', 'carer', ['WOUND'])));
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'task.profession' }] });
    expect(written).toEqual([]);
  });

  it.each([[{ dryRun: true }], [{ dryRun: false }]])('hands %o on to storage', async (options) => {
    const { written, write } = store();
    const file = fileWith(pattern('A', 'carer', ['BATH']));
    expect(await importProvider({ write }, file, options)).toEqual({ ok: true, providerId: 'p', counts: {} });
    expect(written).toEqual([[file, options]]);
  });
});
