import { describe, expect, it } from '@jest/globals';
import { errorCodes, issue, type Issue } from '#contracts';
import { readProviderFile } from './read-provider-file.js';
import { asFolder, asWorkbook, exampleSheets, FORMS, TASK_CODES, withCells } from './testing/cells.js';

const read = async (...change: Parameters<typeof withCells>) => {
  const result = await readProviderFile(asFolder(withCells(...change)), { taskCodes: TASK_CODES });
  return result.ok ? [] : result.issues;
};

describe('what an issue says', () => {
  it.each<[string, Parameters<typeof withCells>[0], Partial<Issue>]>([
    [
      'a cell, what it takes and what to do',
      [['clients', 2, 'lift', 'varbūt']],
      {
        code: 'cell.boolean',
        path: 'clients[0].lift',
        sheet: 'clients.csv',
        row: 2,
        column: 'lift',
        value: 'varbūt',
        allowed: 'yes or no, or empty',
        message: 'Write yes or no.',
      },
    ],
    [
      'both rows of a doubled id',
      [
        ['preferences', 3, 'reason', 'vēl'],
        ['preferences', 4, 'id', 'W-2'],
        ['preferences', 3, 'id', 'W-2'],
      ],
      { row: 4, value: 'W-2', message: 'Row 3 and row 4 have the same id. Give each row its own id, or delete one row.' },
    ],
    [
      'the id that was meant, by case and zeros',
      [['preferences', 2, 'client', 'k-1']],
      { value: 'k-1', allowed: 'an id of clients', message: 'Did you mean K-001? Correct the id, or add the row it names.' },
    ],
    [
      'the id that was meant, by an edit',
      [['clients', 2, 'municipality', 'RIGAS']],
      { message: 'Did you mean RIGA? Correct the id, or add the row it names.' },
    ],
    [
      'the task that was meant',
      [['decisions', 2, 'tasks', 'BAHT; CLEAN']],
      { value: 'BAHT; CLEAN', message: 'There is no task BAHT. Did you mean BATH? Use a code of the task catalogue.' },
    ],
    [
      'that coordinates are swapped',
      [
        ['places', 2, 'latitude', '24,1133'],
        ['places', 2, 'longitude', '56,9512'],
      ],
      { value: '24,1133', allowed: 'degrees from 55.6 to 58.2', message: 'longitude is 56.9512. Swap the two columns.' },
    ],
    [
      'that the decimal point is lost',
      [['places', 2, 'latitude', 569_512]],
      { message: expect.stringMatching(/^The decimal separator seems to be lost\./) as never },
    ],
    [
      'which shift the other is',
      [
        ['shifts', 3, 'id', 'M-2'],
        ['shifts', 3, 'start', '06:00'],
        ['shifts', 3, 'end', '09:00'],
      ],
      { row: 2, message: expect.stringContaining('row 3 (2026-11-24 06:00-09:00)') as never },
    ],
  ])('names %s', async (_, changes, expected) => {
    expect(await read(changes)).toEqual([expect.objectContaining(expected)]);
  });

  it('cuts a value at 80 characters', async () => {
    const [found] = await read([['clients', 2, 'lift', 'x'.repeat(500)]]);
    expect(found.value).toHaveLength(80);
  });
});

describe('all issues at once', () => {
  it.each(FORMS)('come in the order of the file ($form)', async ({ make, label }) => {
    const dirty = withCells([
      ['provider', 2, 'code', ''],
      ['clients', 3, 'id', 'K-001'],
      ['clients', 4, 'id', 'K-003'],
      ['clients', 4, 'birthDate', '1.1.41'],
      ['clients', 2, 'latitude', 'ziemeļi'],
      ['shifts', 2, 'end', '24:10'],
      ['decisions', 2, 'client', 'K-9'],
      ['decisions', 2, 'tasks', 'X; Y'],
      ['patterns', 3, 'validTo', '2026-11-01'],
    ]);
    const result = await readProviderFile(await make(dirty), { taskCodes: TASK_CODES });
    expect(result.ok ? [] : result.issues.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      [label('provider'), 2, 'code', 'cell.required'],
      [label('clients'), 2, 'latitude', 'cell.number'],
      [label('clients'), 3, 'id', 'id.duplicate'],
      [label('clients'), 4, 'birthDate', 'cell.date_ambiguous'],
      [label('shifts'), 2, 'end', 'cell.time'],
      [label('decisions'), 2, 'client', 'reference.unknown'],
      [label('decisions'), 2, 'tasks', 'task.unknown'],
      [label('decisions'), 2, 'tasks', 'task.unknown'],
      [label('patterns'), 3, 'validTo', 'date.order'],
    ]);
  });

  it('have registered codes and the agreed form', async () => {
    const dirty = exampleSheets();
    for (const rows of dirty.values()) for (const row of rows.slice(1)) row.fill('?');
    const result = await readProviderFile(await asWorkbook(dirty), { taskCodes: TASK_CODES });
    const issues = result.ok ? [] : result.issues;
    expect(issues.length).toBeGreaterThan(100);
    for (const found of issues) {
      expect(issue.safeParse(found).success).toBe(true);
      expect(errorCodes).toHaveProperty([found.code]);
    }
  });
});

describe('competence', () => {
  const refusalsOf = (profession: string, tasks: readonly string[]) =>
    profession === 'carer' && tasks.includes('WOUND') ? [{ reason: { en: 'A carer does not dress wounds.' } }] : [];

  it('is asked of whoever knows, for known tasks, and reported with the rest', async () => {
    const dirty = withCells([
      ['patterns', 3, 'profession', 'carer'],
      ['patterns', 3, 'tasks', 'WOUND; NOSUCH'],
    ]);
    const result = await readProviderFile(asFolder(dirty), { taskCodes: TASK_CODES, refusalsOf });
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'task.unknown', row: 3, column: 'tasks' },
      {
        code: 'task.profession',
        row: 3,
        column: 'profession',
        value: 'carer',
        message: expect.stringMatching(/^A carer does not dress wounds\./),
      },
    ]);
  });
});
