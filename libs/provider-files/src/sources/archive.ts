import { Gunzip, Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { LIMITS } from '../limits.js';
import type { NamedBytes } from './input.js';

/** Why an archive was not unpacked: damaged, or a larger thing than an import may be. */
export type Unpacked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: 'damaged' | 'too_large'; readonly detail: string };

/** Stops unpacking; carries the reason out of fflate's callbacks. */
class TooLarge extends Error {}

/** Joins chunks while counting what really comes out; sizes in headers can lie and are not looked at. */
class Meter {
  #total = 0;
  #entries = 0;

  entry(): void {
    if (++this.#entries > LIMITS.entries) throw new TooLarge(`more than ${LIMITS.entries} entries`);
  }

  add(bytes: number, entryBytes: number, packedBytes: number): void {
    this.#total += bytes;
    if (this.#total > LIMITS.unpackedBytes) throw new TooLarge(`unpacks to more than ${LIMITS.unpackedBytes} bytes`);
    if (entryBytes > LIMITS.ratioFromBytes && entryBytes > packedBytes * LIMITS.ratio) {
      throw new TooLarge(`unpacks to more than ${LIMITS.ratio} times its size`);
    }
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Bytes pushed into the unpacker at a time, so that a bomb is noticed after a little of it. */
const STEP = 65_536;

function push(bytes: Uint8Array, sink: (chunk: Uint8Array, last: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += STEP) sink(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
}

function guarded<T>(unpack: () => T): Unpacked<T> {
  try {
    return { ok: true, value: unpack() };
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, fault: 'too_large', detail: `It ${error.message}.` };
    // fflate's own errors carry a numeric code; anything else is a slip of ours.
    if (typeof (error as { code?: unknown }).code !== 'number' && !(error instanceof RangeError)) throw error;
    return { ok: false, fault: 'damaged', detail: 'It cannot be unpacked.' };
  }
}

/** Unpacks the wanted entries of a zip archive within {@link LIMITS}. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked<NamedBytes[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
  if (!isZip) return { ok: false, fault: 'damaged', detail: 'It is not a zip archive.' };
  return guarded(() => {
    const meter = new Meter();
    const files: NamedBytes[] = [];
    let open = 0;
    const unpacker = new Unzip((file) => {
      meter.entry();
      if (!wanted(file.name)) return;
      open++;
      collect(file, meter, bytes.length, (content) => {
        open--;
        files.push({ name: file.name, bytes: content });
      });
    });
    unpacker.register(UnzipInflate);
    push(bytes, (chunk, last) => unpacker.push(chunk, last));
    // A truncated archive ends while an entry is still open.
    if (open > 0) throw Object.assign(new Error('truncated'), { code: 0 });
    return files;
  });
}

function collect(file: UnzipFile, meter: Meter, archiveBytes: number, done: (content: Uint8Array) => void): void {
  const chunks: Uint8Array[] = [];
  let size = 0;
  file.ondata = (error, chunk, last) => {
    if (error) throw error;
    size += chunk.length;
    meter.add(chunk.length, size, file.size ?? archiveBytes);
    if (chunk.length > 0) chunks.push(chunk);
    if (last) done(joined(chunks, size));
  };
  file.start();
}

/** Unpacks a gzip stream within {@link LIMITS}. */
export function gunzip(bytes: Uint8Array): Unpacked<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { ok: false, fault: 'damaged', detail: 'It is not a gzip file.' };
  return guarded(() => {
    const meter = new Meter();
    const chunks: Uint8Array[] = [];
    let size = 0;
    const unpacker = new Gunzip((chunk) => {
      size += chunk.length;
      meter.add(chunk.length, size, bytes.length);
      chunks.push(chunk);
    });
    push(bytes, (chunk, last) => unpacker.push(chunk, last));
    return joined(chunks, size);
  });
}
