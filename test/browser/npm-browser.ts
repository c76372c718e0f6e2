import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const run = promisify(execFile);

/** A Chromium for Linux on x64 inside an npm package (MIT), for machines that reach nothing but the registry. */
const PACKAGE = '@sparticuz/chromium';
const VERSION = '147.0.0';
const FOLDER = join(process.cwd(), '.data', 'browser');
const INSTALL_WITHIN_MS = 240_000;

/** The program that {@link installFromNpm} leaves behind. */
export const NPM_BROWSER = join(FOLDER, 'chromium');

/** Fetches and unpacks it into the data folder; false where it does not apply, cannot be had or does not run. */
export async function installFromNpm(): Promise<boolean> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  try {
    await mkdir(FOLDER, { recursive: true });
    await npm(['install', '--prefix', FOLDER, '--no-save', '--ignore-scripts', `${PACKAGE}@${VERSION}`]);
    const packed = join(FOLDER, 'node_modules', PACKAGE, 'bin');
    const program = join(FOLDER, 'chromium-unpacked');
    await unpack(join(packed, 'chromium.br'), program);
    await chmod(program, 0o755);
    // The shared libraries a bare system lacks, and a software renderer.
    for (const name of ['al2023', 'swiftshader']) {
      const archive = join(FOLDER, `${name}.tar`);
      await unpack(join(packed, `${name}.tar.br`), archive);
      await run('tar', ['-xf', archive, '-C', FOLDER]);
    }
    await writeFile(NPM_BROWSER, `#!/bin/sh\nLD_LIBRARY_PATH="${join(FOLDER, 'lib')}:$LD_LIBRARY_PATH" exec "${program}" "$@"\n`);
    await chmod(NPM_BROWSER, 0o755);
    await run(NPM_BROWSER, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    await rm(NPM_BROWSER, { force: true });
    return false;
  }
}

function npm(args: readonly string[]): Promise<unknown> {
  const script = process.env['npm_execpath'];
  const options = { timeout: INSTALL_WITHIN_MS };
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args], options) : run('npm', args, options);
}

async function unpack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}
