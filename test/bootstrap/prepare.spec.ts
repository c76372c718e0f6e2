import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'apgaita-bootstrap-'));
  cpSync(join(process.cwd(), 'apps/cli/bootstrap'), join(project, 'apps/cli/bootstrap'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/typescript': { version: '6.0.3' } } }));
  write('node_modules/.package-lock.json', readFileSync(join(project, 'package-lock.json'), 'utf8'));
  symlinkSync(join(process.cwd(), 'node_modules/typescript'), join(project, 'node_modules/typescript'));
  // Stands for the program that generates the database client.
  write(
    'node_modules/prisma/build/index.js',
    `const { mkdirSync, writeFileSync } = require('node:fs');
     mkdirSync('libs/persistence/src/generated', { recursive: true });
     writeFileSync('libs/persistence/src/generated/client.js', '');`,
  );
  write('node_modules/prisma/package.json', '{}');
  write('prisma/schema.prisma', 'model A {}');
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        ...{ target: 'ES2023', module: 'nodenext', rootDir: '.', outDir: 'dist', strict: true, types: [], lib: ['ES2023'] },
        ...{ incremental: true, tsBuildInfoFile: 'dist/.tsbuildinfo' },
      },
      include: ['libs/*/src', 'apps/cli/src'],
    }),
  );
  write('apps/cli/src/main.ts', `declare const process: any; process.exitCode = Number(process.argv[2]);`);
  write('libs/a/src/one.ts', 'export const one: number = 1;');
  write('libs/a/src/two.ts', 'export const two: number = 2;');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the preparation of a command', () => {
  it('does each step once, on standard error only, and passes the exit code on', () => {
    const first = apgaita('7');
    expect(first).toMatchObject({ status: 7, stdout: '' });
    expect(steps(first.stderr)).toEqual(['generate the database client', 'compile']);
    expect(apgaita('0')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('compiles again after a change, and forgets what a deleted source left behind', () => {
    write('libs/a/src/one.ts', 'export const one: number = 11;');
    rmSync(join(project, 'libs/a/src/two.ts'));
    write('dist/apps/web/sw.js', '// copied by the build of the browser app');
    expect(steps(apgaita('0').stderr)).toEqual(['compile']);
    expect(readFileSync(join(project, 'dist/libs/a/src/one.js'), 'utf8')).toContain('11');
    expect(existsSync(join(project, 'dist/libs/a/src/two.js'))).toBe(false);
    expect(existsSync(join(project, 'dist/apps/web/sw.js'))).toBe(true);
  });

  it('makes a compiled file again that somebody deleted', () => {
    rmSync(join(project, 'dist/libs/a/src/one.js'));
    apgaita('0');
    expect(existsSync(join(project, 'dist/libs/a/src/one.js'))).toBe(true);
  });

  it('generates the client and compiles again when the schema changes', () => {
    write('prisma/schema.prisma', 'model B {}');
    expect(steps(apgaita('0').stderr)).toEqual(['generate the database client', 'compile']);
  });

  it('stops with the errors of the compiler, each time until they are gone', () => {
    write('libs/a/src/one.ts', `export const one: number = 'one';`);
    for (const run of [apgaita('0'), apgaita('0')]) {
      expect(run).toMatchObject({ status: 1, stdout: '' });
      expect(run.stderr).toContain(`libs/a/src/one.ts(1,14): error TS2322`);
    }
    write('libs/a/src/one.ts', 'export const one: number = 1;');
    expect(apgaita('0').status).toBe(0);
  });

  it('takes over the lock of a preparation that was killed', () => {
    write('.data/prepare.lock', String(endedProcess()));
    write('libs/a/src/one.ts', 'export const one: number = 111;');
    expect(apgaita('0').status).toBe(0);
    expect(existsSync(join(project, '.data/prepare.lock'))).toBe(false);
  });
});

function apgaita(argument: string) {
  const program = join(project, 'apps/cli/bootstrap/apgaita.mjs');
  return spawnSync(process.execPath, [program, argument], { cwd: tmpdir(), encoding: 'utf8' });
}

/** Titles of the steps that were done. */
function steps(stderr: string): string[] {
  return stderr
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/:.*/, ''));
}

function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}
