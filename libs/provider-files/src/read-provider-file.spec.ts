import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '#contracts';
import type { SheetName } from './columns/texts.js';
import { readProviderFile, type ReadResult } from './read-provider-file.js';
import { exampleSheets, FORMS, TASK_CODES, withCells, type Typed, type TypedSheets } from './testing/cells.js';
import { exampleProvider } from './write/example.js';

const options = { taskCodes: TASK_CODES };
/** Code, sheet, row and column of every issue. */
const placesOf = (result: ReadResult) =>
  result.ok ? [] : result.issues.map(({ code, sheet, row, column }) => [code, sheet, row, column]);

type Change = readonly [SheetName, number, string, Typed];

describe.each(FORMS)('a provider as $form', ({ make, label }) => {
  const read = async (found: TypedSheets) => readProviderFile(await make(found), options);

  it('reads the example unchanged', async () => {
    expect(await read(exampleSheets())).toEqual({ ok: true, file: exampleProvider, warnings: [] });
  });

  // Dirt that means what it says: the file is the example all the same.
  it.each<[string, ...Change[]]>([
    ['a decimal comma', ['clients', 2, 'latitude', '56,9568']],
    ['a number stored as text', ['clients', 2, 'longitude', '24.1912']],
    ['dd.mm.yyyy', ['clients', 2, 'birthDate', '17.05.1941']],
    ['d.m.yyyy with a dot behind', ['clients', 2, 'birthDate', '17.5.1941.']],
    ['an ISO day with a midnight', ['clients', 2, 'birthDate', '1941-05-17 00:00:00']],
    ['an Excel serial', ['clients', 2, 'birthDate', 15_113]],
    ['8.00 and 16.30', ['shifts', 2, 'start', '8.00'], ['shifts', 2, 'end', '16.30']],
    ['fractions of a day', ['shifts', 2, 'start', 1 / 3], ['shifts', 2, 'end', 0.6875]],
    ['blanks, also non-breaking ones', ['clients', 2, 'id', ' K-001\u00A0'], ['clients', 2, 'familyName', ' Paraudziņa  ']],
    ['a decomposed letter', ['clients', 2, 'familyName', 'Paraudzin\u0327a']],
    ['jā', ['clients', 2, 'livesAlone', 'Jā']],
    ['да', ['clients', 2, 'livesAlone', 'да']],
    ['x', ['clients', 2, 'livesAlone', 'x']],
    ['1', ['clients', 2, 'livesAlone', 1]],
    ['a list with commas', ['clients', 2, 'languages', 'lv, ru']],
    ['a list of words of the language', ['clients', 2, 'languages', 'latviešu; krievu']],
    ['lower-case codes between blanks', ['decisions', 2, 'tasks', 'bath clean shop']],
    ['Latvian weekdays', ['patterns', 2, 'weekdays', 'P, Ceturtdiena']],
    ['windows with dots and a long dash', ['patterns', 2, 'windows', '9.00 – 11.00;']],
    ['a number where a text is meant', ['clients', 2, 'floor', '3'], ['barthel', 2, 'score', '12']],
    ['a row of blanks', ['clients', 3, 'id', ''], ...emptyRow('clients', 3)],
  ])('takes %s', async (_, ...changes) => {
    expect(await read(withCells(changes))).toEqual({ ok: true, file: exampleProvider, warnings: [] });
  });

  // One fault, one issue, at its cell.
  it.each<[string, readonly Change[], ErrorCode, SheetName, number, string]>([
    ['a required cell left empty', [['clients', 2, 'familyName', '']], 'cell.required', 'clients', 2, 'familyName'],
    ['a blank required cell', [['clients', 2, 'familyName', '  ']], 'cell.required', 'clients', 2, 'familyName'],
    [
      'words for a number',
      [['staff', 2, 'contractMinutesPerWeek', 'pilna slodze']],
      'cell.number',
      'staff',
      2,
      'contractMinutesPerWeek',
    ],
    ['1,5 where whole', [['patterns', 2, 'durationMinutes', '37,5']], 'cell.number', 'patterns', 2, 'durationMinutes'],
    ['a number out of range', [['patterns', 2, 'durationMinutes', 1000]], 'cell.range', 'patterns', 2, 'durationMinutes'],
    ['a date that is none', [['absences', 2, 'to', '31.11.2026']], 'cell.date', 'absences', 2, 'to'],
    ['a two-digit year', [['absences', 2, 'to', '31.12.26']], 'cell.date_ambiguous', 'absences', 2, 'to'],
    ['03/04/2027', [['absences', 2, 'to', '03/04/2027']], 'cell.date_ambiguous', 'absences', 2, 'to'],
    ['a year alone', [['absences', 2, 'to', 2027]], 'cell.date_ambiguous', 'absences', 2, 'to'],
    ['25:00', [['shifts', 2, 'end', '25:00']], 'cell.time', 'shifts', 2, 'end'],
    ['8.3 as a time', [['shifts', 2, 'start', 8.3]], 'cell.time', 'shifts', 2, 'start'],
    ['24:00 where a shift begins', [['shifts', 2, 'start', '24:00']], 'time.start_at_24', 'shifts', 2, 'start'],
    ['24:00 where a window begins', [['patterns', 2, 'windows', '24:00-24:00']], 'time.start_at_24', 'patterns', 2, 'windows'],
    ['a window backwards', [['patterns', 2, 'windows', '11:00-09:00']], 'time.order', 'patterns', 2, 'windows'],
    ['a window that is none', [['patterns', 2, 'windows', 'no rīta']], 'cell.windows', 'patterns', 2, 'windows'],
    ['maybe for yes or no', [['clients', 2, 'lift', 'varbūt']], 'cell.boolean', 'clients', 2, 'lift'],
    ['a choice nobody offers', [['staff', 2, 'travelMode', 'helikopters']], 'cell.choice', 'staff', 2, 'travelMode'],
    ['an id with a blank', [['places', 2, 'id', 'galvenais birojs']], 'cell.format', 'places', 2, 'id'],
    ['an e-mail that is none', [['staff', 2, 'email', 'ilze(at)example.org']], 'cell.format', 'staff', 2, 'email'],
    ['an empty list', [['staff', 2, 'professions', ' ; ']], 'cell.list_size', 'staff', 2, 'professions'],
    ['the result of a broken formula', [['clients', 2, 'floor', '#DIV/0!']], 'cell.formula_error', 'clients', 2, 'floor'],
    ['an unknown task', [['decisions', 2, 'tasks', 'BATH; CLEEN']], 'task.unknown', 'decisions', 2, 'tasks'],
    ['an unknown client', [['preferences', 2, 'client', 'K-002']], 'reference.unknown', 'preferences', 2, 'client'],
    ['an unknown member of staff', [['preferences', 2, 'staff', 'D-9']], 'reference.unknown', 'preferences', 2, 'staff'],
    ['an unknown decision', [['patterns', 2, 'decision', 'L-X']], 'reference.unknown', 'patterns', 2, 'decision'],
    ['an unknown episode', [['terms', 2, 'episode', 'E-2']], 'reference.unknown', 'terms', 2, 'episode'],
    ['an unknown municipality', [['clients', 2, 'municipality', 'RIGA2']], 'reference.unknown', 'clients', 2, 'municipality'],
    ['swapped coordinates', swapped('clients', 'latitude', 'longitude'), 'coordinates.swapped', 'clients', 2, 'latitude'],
    ['swapped starts', swapped('staff', 'startLatitude', 'startLongitude'), 'coordinates.swapped', 'staff', 2, 'startLatitude'],
    ['a place in Vilnius', [['clients', 2, 'latitude', 54.69]], 'coordinates.outside', 'clients', 2, 'latitude'],
    ['a lost decimal point', [['clients', 2, 'longitude', 241_912]], 'coordinates.outside', 'clients', 2, 'longitude'],
    ['half a position', [['equipment', 2, 'longitude', '']], 'coordinates.incomplete', 'equipment', 2, 'longitude'],
    [
      'the same id twice',
      [
        ['qualifications', 4, 'number', 'B'],
        ['qualifications', 3, 'id', 'Q-2'],
      ],
      'id.duplicate',
      'qualifications',
      4,
      'id',
    ],
    ['to before from', [['absences', 2, 'to', '2026-12-20']], 'date.order', 'absences', 2, 'to'],
    ['a pause backwards', [['patterns', 2, 'pausedTo', '2026-12-23']], 'date.order', 'patterns', 2, 'pausedTo'],
    ['a pause without a beginning', [['patterns', 2, 'pausedFrom', '']], 'pattern.pause', 'patterns', 2, 'pausedFrom'],
    ['weekdays and times a week', [['patterns', 2, 'timesPerWeek', 2]], 'pattern.days', 'patterns', 2, 'weekdays'],
    ['neither', [['patterns', 2, 'weekdays', '']], 'pattern.days', 'patterns', 2, 'weekdays'],
    [
      'three times with three days between',
      [['patterns', 3, 'minDaysBetween', 3]],
      'pattern.spacing',
      'patterns',
      3,
      'timesPerWeek',
    ],
    ['a decision and an episode', [['patterns', 2, 'episode', 'E-001']], 'pattern.owner', 'patterns', 2, 'decision'],
    [
      'two shifts at once',
      [
        ['shifts', 3, 'id', 'M-2'],
        ['shifts', 3, 'start', '15:00'],
      ],
      'shift.overlap',
      'shifts',
      3,
      'start',
    ],
    ['a break as long as the shift', [['shifts', 2, 'end', '08:30']], 'shift.break', 'shifts', 2, 'breakMinutes'],
    ['a hoist for a vehicle', [['equipment', 2, 'kind', 'hoist']], 'reference.unsuitable', 'shifts', 2, 'vehicle'],
    ['an episode before its referral', [['referrals', 2, 'issuedOn', '2026-11-13']], 'date.order', 'episodes', 2, 'startedOn'],
    [
      'an opinion before its episode',
      [['opinions', 2, 'givenOn', '2026-11-11']],
      'term.outside_episode',
      'opinions',
      2,
      'givenOn',
    ],
    ['a term before its episode', [['terms', 2, 'startsOn', '2026-11-10']], 'term.outside_episode', 'terms', 2, 'startsOn'],
    [
      'terms that overlap',
      [
        ['terms', 3, 'id', 'R-2'],
        ['terms', 3, 'startsOn', '2026-12-11'],
      ],
      'term.overlap',
      'terms',
      3,
      'startsOn',
    ],
    [
      'prices that overlap',
      [
        ['prices', 3, 'id', 'C-2'],
        ['prices', 3, 'validFrom', '2026-06-01'],
      ],
      'price.overlap',
      'prices',
      3,
      'validFrom',
    ],
    [
      '21 points of 20',
      [
        ['barthel', 2, 'score', 21],
        ['barthel', 2, 'items', ''],
      ],
      'barthel.score',
      'barthel',
      2,
      'score',
    ],
    ['points that do not add up', [['barthel', 2, 'score', 13]], 'barthel.score', 'barthel', 2, 'score'],
    ['a decision of another client', otherClient('patterns', 2), 'reference.other_client', 'patterns', 2, 'decision'],
    ['an episode of another client', otherClient('patterns', 3), 'reference.other_client', 'patterns', 3, 'episode'],
    [
      'a decision that replaces itself',
      [['decisions', 2, 'replaces', 'L-001']],
      'reference.unsuitable',
      'decisions',
      2,
      'replaces',
    ],
  ])('refuses %s', async (_, changes, code, sheet, row, column) => {
    expect(placesOf(await read(withCells(changes)))).toEqual([[code, label(sheet), row, column]]);
  });
});

/** Every cell of a row blank. */
function emptyRow(name: SheetName, row: number): Change[] {
  return exampleSheets()
    .get(name)![0]
    .map((field) => [name, row, String(field), ' '] as const);
}

/** A second client, to whom a row is given. */
function otherClient(name: SheetName, row: number): Change[] {
  return [
    ['clients', 3, 'id', 'K-002'],
    [name, row, 'client', 'K-002'],
  ];
}

function swapped(name: SheetName, north: string, east: string): Change[] {
  const [header, cells] = exampleSheets().get(name)! as [Typed[], Typed[]];
  const [lat, lon] = [cells[header.indexOf(north)]!, cells[header.indexOf(east)]!];
  return [
    [name, 2, north, lon],
    [name, 2, east, lat],
  ];
}
