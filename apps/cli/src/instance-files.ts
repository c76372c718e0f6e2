import { access, constants, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { validateProblem, type Plan } from '#engine';
import { readInstance, readSolution, type FormatName, type InstanceContext } from '#instances';

/** Exit code for input that cannot be used; every issue is on standard error. */
export const BAD_INPUT = 2;

/** Writes a line a person reads; standard output belongs to the answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Reads an instance; when it is bad, says so, sets the exit code and returns undefined. */
export async function openInstance(format: FormatName, file: string): Promise<InstanceContext | undefined> {
  const bytes = await openFile(file);
  if (!bytes) return undefined;
  const instance = readInstance(format, bytes, basename(file).replace(/(\.(json|txt|gz))+$/, ''));
  if (!instance.ok) return refuse(file, instance.issues);
  const issues = validateProblem(instance.problem);
  if (issues.length > 0) return refuse(file, issues);
  return instance.context;
}

/** Reads a solution of an instance; when it is bad, says so, sets the exit code and returns undefined. */
export async function openSolution(context: InstanceContext, file: string): Promise<Plan | undefined> {
  const bytes = await openFile(file);
  if (!bytes) return undefined;
  const solution = readSolution(context, bytes);
  return solution.ok ? solution.plan : refuse(file, solution.issues);
}

async function openFile(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    say(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); name a file that exists.`);
    process.exitCode = BAD_INPUT;
    return undefined;
  }
}

/** Whether a file can be written, asked before a long search; when not, says so and sets the exit code. */
export async function canWrite(file: string): Promise<boolean> {
  try {
    const there = await stat(file).catch(() => undefined);
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(there ? file : dirname(file), constants.W_OK);
    return true;
  } catch (error) {
    say(
      `${file}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); name a file in a folder that exists.`,
    );
    process.exitCode = BAD_INPUT;
    return false;
  }
}

/** An issue of a file or of the problem in it. */
interface FileIssue {
  readonly code: string;
  readonly path: string;
  readonly value?: string;
  readonly allowed?: string;
  readonly message: string;
}

/** Says what is wrong with a file, one issue a line, and sets the exit code. */
export function refuse(file: string, issues: readonly FileIssue[]): undefined {
  for (const { code, path, value, allowed, message } of issues) {
    const found = value === undefined ? '' : `, found ${value}`;
    const wanted = allowed === undefined ? '' : `, allowed: ${allowed}`;
    say(`${file}: ${path || '(file)'}: ${code}${found}${wanted}. ${message}`);
  }
  say(`${file}: ${issues.length} issue${issues.length === 1 ? '' : 's'}; nothing was done.`);
  process.exitCode = BAD_INPUT;
  return undefined;
}
