import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorCodes, errorCodesMarkdown } from './error-codes.js';

describe('error codes', () => {
  it('are what docs/errors.md says', () => {
    expect(readFileSync('docs/errors.md', 'utf8')).toBe(errorCodesMarkdown());
  });

  it.each(Object.entries(errorCodes))('%s is named thing.fault and ends its sentences', (code, entry) => {
    expect(code).toMatch(/^[a-z]+\.[a-z0-9_]+$/);
    expect(entry.meaning).toMatch(/\.$/);
    expect(entry.advice).toMatch(/\.$/);
  });
});
