import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const PAGE = 'docs/reliability.md';

/**
 * Puts what a long test has measured into its place in docs/reliability.md: between the marks of that name.
 * @throws Error when the page has no such place
 */
export function writeFigures(name: string, lines: readonly string[]): void {
  const page = readFileSync(at(PAGE), 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${name}`);
  writeFileSync(at(PAGE), `${page.slice(0, from)}${begin}\n\n${lines.join('\n')}\n\n${page.slice(to)}`);
  execFileSync(process.execPath, [at('node_modules/prettier/bin/prettier.cjs'), '--write', PAGE], { cwd: at('.') });
}

/** When and on what something was measured. */
export function circumstances(loadBefore: number): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${availableParallelism()} processors, load ${loadBefore.toFixed(1)} before it began, ${loadavg()[0].toFixed(1)} at its end`;
}

/** A table of a page: its head, then rows. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line)];
}
