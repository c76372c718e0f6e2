/** A text and how its bytes were understood. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1257';
  /** True when nothing in the bytes says so: not UTF-8, hence most likely the Baltic code page. */
  readonly guessed: boolean;
}

const decode = (bytes: Uint8Array, encoding: Decoded['encoding'], guessed = false): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
  guessed,
});

/** Share of zero bytes at even or odd places; letters of Latin scripts have one in UTF-16. */
function zeros(bytes: Uint8Array, offset: 0 | 1): number {
  const looked = Math.min(bytes.length, 4_000);
  let count = 0;
  for (let at = offset; at < looked; at += 2) if (bytes[at] === 0) count++;
  return looked < 2 ? 0 : count / Math.floor(looked / 2);
}

/** Text from bytes: byte order mark, then UTF-16 by its zero bytes, then UTF-8 when valid, else windows-1257. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  if (zeros(bytes, 1) > 0.4) return decode(bytes, 'utf-16le');
  if (zeros(bytes, 0) > 0.4) return decode(bytes, 'utf-16be');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    return decode(bytes, 'windows-1257', true);
  }
}
