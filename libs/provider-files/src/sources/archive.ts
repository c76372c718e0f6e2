import { crc32 } from 'node:zlib';
import { Gunzip, Inflate } from 'fflate';
import { LIMITS } from '../limits.js';
import type { NamedBytes } from './input.js';
import { zipEntries, type ZipEntry } from './zip-directory.js';

/** What was unpacked, or why it was not: damaged, or larger than an import may be. */
export type Unpacked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: 'damaged' | 'too_large'; readonly detail: string };

/** Leaves the unpacker in the middle, with the reason. */
class Stop extends Error {
  constructor(
    readonly fault: 'damaged' | 'too_large',
    message: string,
  ) {
    super(message);
  }
}

/** Counts what really comes out; sizes in headers can lie and are not looked at. */
class Meter {
  #total = 0;

  add(bytes: number, entryBytes: number, packedBytes: number): void {
    this.#total += bytes;
    if (this.#total > LIMITS.unpackedBytes) throw new Stop('too_large', `It unpacks to more than ${LIMITS.unpackedBytes} bytes.`);
    if (entryBytes > LIMITS.ratioFromBytes && entryBytes > packedBytes * LIMITS.ratio) {
      throw new Stop('too_large', `It unpacks to more than ${LIMITS.ratio} times its size.`);
    }
  }
}

/** Bytes pushed into an unpacker at a time, so that a bomb is noticed after a little of it. */
const STEP = 65_536;

/** Pushes packed bytes through one of fflate's streams and joins what comes out. */
function pumped(packed: Uint8Array, meter: Meter, open: (sink: (chunk: Uint8Array) => void) => Inflate | Gunzip): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = open((chunk) => {
    size += chunk.length;
    meter.add(chunk.length, size, packed.length);
    chunks.push(chunk);
  });
  for (let at = 0; at === 0 || at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function guarded<T>(unpack: () => T): Unpacked<T> {
  try {
    return { ok: true, value: unpack() };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault, detail: error.message };
    // fflate's own errors carry a numeric code; anything else is a slip of ours.
    if (typeof (error as { code?: unknown }).code !== 'number') throw error;
    return { ok: false, fault: 'damaged', detail: 'It cannot be unpacked.' };
  }
}

/** Unpacks the wanted entries of a zip archive within {@link LIMITS}; a checksum that does not fit is damage. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked<NamedBytes[]> {
  return guarded(() => {
    const entries = zipEntries(bytes, LIMITS.entries);
    if (entries === undefined) throw new Stop('damaged', 'It is not a whole zip archive.');
    if (entries === 'too_many') throw new Stop('too_large', `It has more than ${LIMITS.entries} entries.`);
    const meter = new Meter();
    const files = entries.filter(({ name }) => !name.endsWith('/') && wanted(name));
    return files.map((entry) => ({ name: entry.name, bytes: contentOf(entry, meter) }));
  });
}

const STORED = 0;
const DEFLATED = 8;

function contentOf({ locked, method, packed, crc }: ZipEntry, meter: Meter): Uint8Array {
  if (locked) throw new Stop('damaged', 'It is locked with a password.');
  if (method !== STORED && method !== DEFLATED) throw new Stop('damaged', 'It is packed in a way that is not known.');
  if (method === STORED) meter.add(packed.length, packed.length, packed.length);
  const content = method === STORED ? packed : pumped(packed, meter, (sink) => new Inflate(sink));
  if (crc32(content) !== crc) throw new Stop('damaged', 'Its content does not fit its checksum.');
  return content;
}

/** Unpacks a gzip stream within {@link LIMITS}. */
export function gunzip(bytes: Uint8Array): Unpacked<Uint8Array> {
  return guarded(() => pumped(bytes, new Meter(), (sink) => new Gunzip(sink)));
}
