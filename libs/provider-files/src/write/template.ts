import type { Cell, Sheet as WorkbookSheet } from 'write-excel-file/node';
import { allowed, type Language } from '../columns/allowed.js';
import { sheets, type Column, type Sheet } from '../columns/sheets.js';
import { exampleProvider } from './example.js';
import { workbookBytes, workbookSheets, type HeaderLanguage } from './workbook.js';

const LANGUAGES: readonly Language[] = ['lv', 'en', 'ru'];
const REQUIRED = { lv: 'obligāts', en: 'required', ru: 'обязательно' };
const OPTIONAL = { lv: 'var būt tukšs', en: 'may be empty', ru: 'можно не заполнять' };
const REFERS = { lv: 'ID no lapas', en: 'an id of sheet', ru: 'идентификатор с листа' };

/** One line of a language about a column: meaning, what is allowed, whether it must be filled in. */
function line(column: Column, language: Language): string {
  const { refers } = column.text;
  const takes = refers === undefined ? allowed(column.kind, language) : `${REFERS[language]} ${refers}`;
  return `${column.text[language]}. ${takes}; ${(column.required ? REQUIRED : OPTIONAL)[language]}`;
}

const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
const plain = (value: string): Cell => ({ value, type: String, format: '@' });

function sheetLines(sheet: Sheet): Cell[][] {
  return [
    [bold(sheet.name), bold(sheet.header), null, ...LANGUAGES.map((language) => bold(sheet.meaning[language]))],
    ...sheet.columns.map((column) => [
      plain(sheet.name),
      plain(column.field),
      plain(column.text.header),
      ...LANGUAGES.map((language) => plain(line(column, language))),
    ]),
  ];
}

const NOTES: readonly (readonly [string, string, string])[] = [
  [
    'Piemēra rindas aizstājiet ar savām. Kolonnu secība nav svarīga; lapas un kolonnas var saukt latviski vai angliski.',
    'Replace the example rows with your own. The order of columns does not matter; sheets and columns may have their Latvian or English names.',
    'Замените строки-примеры своими. Порядок столбцов не важен; листы и столбцы можно называть по-латышски или по-английски.',
  ],
  [
    'Krāsotie virsraksti ir obligāti. Neko neieraksta, kamēr visā failā ir kāda kļūda.',
    'Shaded headers are required. Nothing is written while anything in the file is wrong.',
    'Выделенные заголовки обязательны. Ничего не записывается, пока в файле есть хоть одна ошибка.',
  ],
];

function readMe(): WorkbookSheet<never> {
  const header = ['Lapa / Sheet', 'Kolonna / Column', 'Latviski', 'Latviešu', 'English', 'Русский'];
  return {
    sheet: 'Lasi mani - Read me',
    columns: [18, 24, 24, 70, 70, 70].map((width) => ({ width })),
    data: [
      ...NOTES.map((note): Cell[] => [null, null, null, ...note.map(plain)]),
      header.map(bold),
      ...sheets.flatMap(sheetLines),
    ],
  };
}

/**
 * A workbook to fill in: the explanations in Latvian, English and Russian, then a sheet a list with headers and an
 * example. It imports cleanly as it is.
 */
export async function writeTemplate(options: { readonly language?: HeaderLanguage } = {}): Promise<Uint8Array> {
  return workbookBytes([readMe(), ...workbookSheets(exampleProvider, options.language ?? 'en')]);
}
