import { describe, expect, it } from '@jest/globals';
import { gzipSync, strToU8, zipSync, Zip, ZipDeflate } from 'fflate';
import { LIMITS } from '../limits.js';
import { readProviderFile } from '../read-provider-file.js';
import { gunzip, unzip } from './archive.js';

const zeros = (size: number) => new Uint8Array(size);
const all = () => true;

/** A zip written as a stream: sizes stand behind the entries. */
function streamed(name: string, content: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const entry = new ZipDeflate(name);
  zip.add(entry);
  entry.push(content, true);
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

/** Overwrites the sizes an archive claims for its entries, in the local header and in the directory. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

describe('unpacking', () => {
  it('returns the wanted entries whole', () => {
    const content = strToU8('a;b\n'.repeat(50_000));
    const bytes = zipSync({ 'a.csv': content, 'b.txt': strToU8('b'), 'c.png': zeros(9) }, { level: 6 });
    const unpacked = unzip(bytes, (name) => !name.endsWith('.png'));
    expect(unpacked.ok && unpacked.value.map(({ name, bytes: found }) => [name, found.length])).toEqual([
      ['a.csv', content.length],
      ['b.txt', 1],
    ]);
    expect(unpacked.ok && Buffer.compare(unpacked.value[0].bytes, content)).toBe(0);
  });

  it('reads archives that were written as a stream, also past unwanted entries', () => {
    const content = strToU8('a;b\n'.repeat(50_000));
    const unpacked = unzip(streamed('a.csv', content), all);
    expect(unpacked.ok && Buffer.compare(unpacked.value[0].bytes, content)).toBe(0);
    expect(unzip(streamed('a.csv', content), () => false)).toEqual({ ok: true, value: [] });
  });

  it('stops a bomb by what comes out, whatever its header says', () => {
    const bomb = lying(zipSync({ 'xl/workbook.xml': zeros(12_000_000) }, { level: 1 }), 100);
    expect(bomb.length).toBeLessThan(100_000);
    expect(unzip(bomb, all)).toMatchObject({ ok: false, fault: 'too_large' });
    expect(gunzip(gzipSync(zeros(12_000_000), { level: 1 }))).toMatchObject({ ok: false, fault: 'too_large' });
  });

  it('counts entries', () => {
    const many = Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, at) => [`${at}.csv`, zeros(0)]));
    expect(unzip(zipSync(many), all)).toMatchObject({ ok: false, fault: 'too_large' });
  });

  it('tells an archive that lost its last entries', () => {
    const bytes = zipSync({ 'a.csv': strToU8('a'), 'b.csv': strToU8('b') });
    const second = Buffer.from(bytes).indexOf(Uint8Array.of(0x50, 0x4b, 3, 4), 4);
    expect(unzip(bytes.subarray(0, second), all)).toMatchObject({ ok: false, fault: 'damaged' });
  });

  it('tells a gzip stream cut short', () => {
    const bytes = gzipSync(strToU8('a;b'.repeat(1_000)));
    expect(gunzip(bytes.subarray(0, 20))).toMatchObject({ ok: false, fault: 'damaged' });
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['of noise', (bytes: Uint8Array) => bytes.map((byte, at) => (at > 60 && at < 900 ? byte ^ 0x5a : byte))],
  ])('tells an archive %s', (_, harm) => {
    const noise = Uint8Array.from({ length: 5_000 }, (__, at) => (at * at * 31) % 251);
    expect(unzip(harm(zipSync({ 'a.csv': noise })), all)).toMatchObject({ ok: false, fault: 'damaged' });
  });

  it('is reported as an issue of the file', async () => {
    const bomb = zipSync({ 'clients.csv': zeros(12_000_000) }, { level: 1 });
    const result = await readProviderFile({ name: 'bomb.zip', bytes: bomb }, { taskCodes: [] });
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'file.too_large', sheet: 'bomb.zip' }] });
    const large = await readProviderFile({ name: 'a.csv', bytes: zeros(LIMITS.fileBytes + 1) }, { taskCodes: [] });
    expect(large).toMatchObject({ ok: false, issues: [{ code: 'file.too_large', value: `${LIMITS.fileBytes + 1} bytes` }] });
  });
});
