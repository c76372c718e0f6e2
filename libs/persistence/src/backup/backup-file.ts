import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { once } from 'node:events';

export const FORMAT = 'apgaita-backup';
/** Version of the file's own form; the schema's is told by the migrations. */
export const VERSION = 1;

/** First line of a back-up. */
export interface BackupHeader {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Of the schema the rows are of, in their order. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
}

/** Begins a table: the following lines, each a JSON text, are its rows as Postgres writes them. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Where a sequence stands. */
export interface SequenceLine {
  readonly sequence: string;
  readonly value: string;
  readonly called: boolean;
}

/** Last line: the file is whole when the hash over all lines before is this. */
export interface EndLine {
  readonly end: true;
  readonly rows: number;
  readonly sha256: string;
}

export type Line = BackupHeader | TableLine | SequenceLine | EndLine | string;

/** Why a back-up cannot be restored: its code, and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly code: 'backup.damaged' | 'backup.newer' | 'backup.changed' | 'backup.not_empty',
    message: string,
  ) {
    super(message);
  }
}

/** Writes lines of JSON, zipped, into a file that only its owner may read. */
export class BackupWriter {
  private readonly hash = createHash('sha256');
  private readonly zip = createGzip();
  private readonly done: Promise<void>;

  /** @throws the system's EEXIST (from `end`) where the file is there already */
  constructor(path: string) {
    this.done = pipeline(this.zip, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    // Told by `add` and `end`; a file that cannot be written must not end the process before.
    this.done.catch(() => undefined);
    this.zip.on('error', () => undefined);
  }

  async add(line: Line): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.hash.update(text);
    await this.write(text);
  }

  async end(rows: number): Promise<void> {
    const last: EndLine = { end: true, rows, sha256: this.hash.digest('hex') };
    await this.write(`${JSON.stringify(last)}\n`);
    this.zip.end();
    await this.done;
  }

  private async write(text: string): Promise<void> {
    if (this.zip.destroyed) await this.done;
    if (!this.zip.write(text)) await Promise.race([once(this.zip, 'drain'), this.done]);
  }
}

/**
 * The lines of a back-up without the last, which is compared with them.
 * @throws BackupError backup.damaged
 */
export async function* readBackup(path: string): AsyncGenerator<Exclude<Line, EndLine>> {
  const damaged = new BackupError('backup.damaged', `${path} is no whole back-up: take another.`);
  const hash = createHash('sha256');
  let end: EndLine | undefined;
  try {
    for await (const text of linesOf(path)) {
      if (end) throw damaged;
      const line = JSON.parse(text) as Line;
      if (typeof line === 'object' && 'end' in line) end = line;
      else yield counted(hash, text, line);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    throw error instanceof SyntaxError || code?.startsWith('Z_') ? damaged : error;
  }
  if (end?.sha256 !== hash.digest('hex')) throw damaged;
}

function counted<T>(hash: Hash, text: string, line: T): T {
  hash.update(`${text}\n`);
  return line;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const unzipped = createGunzip().setEncoding('utf8');
  // An error of the file or the zip is one of what is read below; nobody need read to the end.
  pipeline(createReadStream(path), unzipped).catch(() => undefined);
  let rest = '';
  for await (const chunk of unzipped) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
