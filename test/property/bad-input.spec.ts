import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ZodType } from 'zod';
import * as contracts from '#contracts';
import { exampleProvider, readProviderFile, writeProviderFile } from '#provider-files';
import { TASKS } from '#care';
import { cases } from './cases.js';
import { anything, placesIn, spoiled } from './spoiled.js';

const SEED = 20261122;
const options = { taskCodes: TASKS.map(({ code }) => code) };
const NAMES = ['upload.json', 'upload.csv', 'upload.xlsx', 'upload.zip', 'upload.json.gz', 'upload.xls'] as const;

/** Reads bytes as a provider's file: a refusal must name codes of the registry and places; a file must be what it says. */
async function read(name: string, bytes: Uint8Array): Promise<boolean> {
  const result = await readProviderFile({ name, bytes }, options);
  const issues = result.ok ? result.warnings : [...result.issues, ...result.warnings];
  for (const issue of issues) {
    expect(Object.keys(contracts.errorCodes)).toContain(issue.code);
    expect(typeof issue.path).toBe('string');
  }
  if (result.ok) expect(contracts.providerFile.safeParse(result.file).success).toBe(true);
  else expect(result.issues.length).toBeGreaterThan(0);
  return result.ok;
}

describe('a provider’s file', () => {
  it('of any bytes is refused with a reason, under any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
        expect(await read(name, bytes)).toBe(false);
      }),
      { numRuns: cases(400), seed: SEED },
    );
  });

  it('with one value spoiled is refused at its place, or is a file all the same', async () => {
    const whole: unknown = JSON.parse(new TextDecoder().decode(await writeProviderFile(exampleProvider, 'json')));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: placesIn(whole) - 1 }), anything, async (place, by) => {
        await read('upload.json', Buffer.from(JSON.stringify(spoiled(whole, place, by))));
      }),
      { numRuns: cases(600), seed: SEED },
    );
  });

  it.each(['xlsx', 'csv-zip'] as const)('of type %s with bytes overwritten or cut off does not end the program', async (type) => {
    const whole = await writeProviderFile(exampleProvider, type);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.boolean(), async (at, bytes, cut) => {
        const place = at % whole.length;
        const damaged = Uint8Array.from(cut ? whole.slice(0, place) : whole);
        if (!cut) damaged.set(bytes.slice(0, whole.length - place), place);
        await read(`upload.${type === 'xlsx' ? 'xlsx' : 'zip'}`, damaged);
      }),
      { numRuns: cases(120), seed: SEED },
    );
  });
});

describe('the schemas', () => {
  const schemas = Object.entries(contracts).flatMap(([name, value]) =>
    value instanceof ZodType ? [[name, value] as const] : [],
  );

  it('are many, and none throws whatever it is given', () => {
    expect(schemas.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.constantFrom(...schemas), fc.oneof(anything, fc.object({ maxDepth: 3 })), ([, schema], value) => {
        const { success, error } = schema.safeParse(value);
        if (!success) expect(error.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: cases(3000), seed: SEED },
    );
  });
});
