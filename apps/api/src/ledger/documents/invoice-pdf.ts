import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { findTask } from '#care';
import type { DocumentQuery, InvoiceDocumentView } from '#contracts';
import { dayOf } from '#time';
import { documentTexts, type DocumentWords } from './document-texts.js';

type Pdf = InstanceType<typeof PDFDocument>;

/** A font with Latvian and Cyrillic letters; it is embedded, so that the file looks the same everywhere. */
const fonts = createRequire(import.meta.url);
const REGULAR = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

const MARGIN = 50;
const WIDTH = 595 - 2 * MARGIN;
const BOTTOM = 780;
/** How rows are laid out: each column's share of the width, and how many are texts; numbers stand at the right. */
interface Columns {
  readonly shares: readonly number[];
  readonly texts: number;
}

/** Account, services, price, visits, hours, sum. */
const ACCOUNTS: Columns = { shares: [0.25, 0.31, 0.11, 0.1, 0.11, 0.12], texts: 2 };
/** Account, service, code, times, price of one, sum. */
const SERVICES: Columns = { shares: [0.18, 0.34, 0.18, 0.08, 0.11, 0.11], texts: 3 };

/** An invoice as a PDF of A4 pages in a language; its date is that of issuing, so that it is the same whenever it is made. */
export async function invoicePdf(invoice: InvoiceDocumentView, { language }: DocumentQuery): Promise<Buffer> {
  const words = documentTexts[language];
  const info = { Title: `${words[invoice.kind]} ${invoice.number}`, CreationDate: new Date(invoice.issuedAt) };
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, info, lang: language });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  writeHead(pdf, invoice, { words, language });
  const head = [words.account, words.tasks, words.rate, words.lines, words.hours, words.sum];
  const write = beginTable(pdf, ACCOUNTS, head);
  for (const row of invoice.rows) write(cellsOf(row, words, language));
  write([words.total, '', '', '', hours(invoice.minutes), euros(language, invoice.cents)], BOLD);
  writeServices(pdf, invoice, { words, language });
  writeReasons(pdf, invoice, { words, language });
  pdf
    .font(REGULAR)
    .fontSize(8)
    .text(words.locked, MARGIN, pdf.y + 16, { width: WIDTH });
  pdf.end();
  return whole;
}

function writeHead(pdf: Pdf, invoice: InvoiceDocumentView, { words, language }: Spoken): void {
  const { kind, number, providerName, providerPhone, payer, from, to, issuedAt } = invoice;
  pdf.font(REGULAR).fontSize(10).text([providerName, providerPhone].filter(Boolean).join(', '));
  pdf.moveDown(1.5).font(BOLD).fontSize(18).text(`${words[kind]} ${words.number} ${number}`);
  pdf.moveDown(0.5).font(REGULAR).fontSize(10);
  pdf.text(`${words.payer}: ${payer ?? words.state}`);
  pdf.text(`${words.period}: ${dayIn(language, from)} – ${dayIn(language, to)}`);
  pdf.text(`${words.issued}: ${dayIn(language, dayOf(Date.parse(issuedAt) / 1000))}`);
  pdf.moveDown(1);
}

function cellsOf(row: InvoiceDocumentView['rows'][number], words: DocumentWords, language: DocumentQuery['language']): string[] {
  const who = [row.account, row.client ?? `${words.clientNumber} ${row.clientNumber}`, ...(row.correction ? [words.credit] : [])];
  const tasks = row.tasks.map((task) => findTask(task)?.names[language] ?? task).join(', ');
  const rate = row.centsPerHour === null ? '–' : euros(language, row.centsPerHour);
  return [who.join('\n'), tasks, rate, String(row.lines), hours(row.minutes), euros(language, row.cents)];
}

/** What a claim list asks for, by code; under a service stands what is missing for it to be paid. */
function writeServices(pdf: Pdf, { services }: InvoiceDocumentView, { words, language }: Spoken): void {
  if (services.length === 0) return;
  writeTitle(pdf, words.services);
  const write = beginTable(pdf, SERVICES, [words.account, words.tasks, words.code, words.times, words.each, words.sum]);
  for (const { account, clientNumber, task, code, times, cents, missing } of services) {
    const who = `${account}\n${words.clientNumber} ${clientNumber}`;
    const what = [findTask(task)?.names[language] ?? task, ...missing.map((one) => one[language])].join('\n');
    const money = cents === null ? ['–', '–'] : [euros(language, cents), euros(language, times * cents)];
    write([who, what, code ?? words.noCode, String(times), ...money]);
  }
}

function writeTitle(pdf: Pdf, title: string): void {
  pdf
    .font(BOLD)
    .fontSize(11)
    .text(title, MARGIN, pdf.y + 16, { width: WIDTH });
}

type WriteRow = (cells: readonly string[], font?: string) => void;

/** A table under its head, which is repeated on every page it goes on to. */
function beginTable(pdf: Pdf, columns: Columns, head: readonly string[]): WriteRow {
  const widths = columns.shares.map((share) => share * WIDTH - 6);
  const heightOf = (cells: readonly string[], font: string): number => {
    pdf.font(font).fontSize(9);
    return Math.max(...cells.map((cell, i) => pdf.heightOfString(cell, { width: widths[i] })));
  };
  const write = (cells: readonly string[], font = REGULAR): void => {
    if (pdf.y + heightOf(cells, font) > BOTTOM) {
      pdf.addPage();
      if (cells !== head) write(head, BOLD);
    }
    drawRow(pdf, cells, { columns, widths, height: heightOf(cells, font) });
  };
  write(head, BOLD);
  return write;
}

interface RowPlace {
  readonly columns: Columns;
  readonly widths: readonly number[];
  readonly height: number;
}

function drawRow(pdf: Pdf, cells: readonly string[], { columns: { shares, texts }, widths, height }: RowPlace): void {
  const top = pdf.y + 4;
  let left = MARGIN;
  cells.forEach((cell, i) => {
    pdf.text(cell, left, top, { width: widths[i], align: i < texts ? 'left' : 'right' });
    left += shares[i] * WIDTH;
  });
  const line = top + height + 3;
  pdf
    .moveTo(MARGIN, line)
    .lineTo(MARGIN + WIDTH, line)
    .lineWidth(0.5)
    .stroke('#999999');
  pdf.fillColor('black');
  pdf.x = MARGIN;
  pdf.y = line + 1;
}

interface Spoken extends DocumentQuery {
  readonly words: DocumentWords;
}

function writeReasons(pdf: Pdf, { reasons }: InvoiceDocumentView, { words, language }: Spoken): void {
  if (reasons.length === 0) return;
  writeTitle(pdf, words.why);
  pdf.font(REGULAR).fontSize(10);
  for (const reason of reasons) pdf.moveDown(0.3).text(reason[language], { width: WIDTH });
}

function hours(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '−' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}

function euros(language: DocumentQuery['language'], cents: number): string {
  const amount = (cents / 100).toFixed(2).replace('-', '−');
  return language === 'en' ? amount : amount.replace('.', ',');
}

function dayIn(language: DocumentQuery['language'], day: string): string {
  const [year, month, date] = day.split('-');
  return { lv: `${date}.${month}.${year}.`, en: day, ru: `${date}.${month}.${year}` }[language];
}
