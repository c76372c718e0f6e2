import type { Issue } from '#contracts';
import type { ImportCounts } from '#planning';

/** Rows shown of a group of like issues, and groups shown; counting is never cut. */
const ROWS = 10;
const GROUPS = 60;

/** Issues of one sheet, column and code. */
interface Group {
  readonly first: Issue;
  readonly issues: Issue[];
}

function groupsOf(issues: readonly Issue[]): Group[] {
  const groups = new Map<string, Group>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.sheet ?? listOf(issue), issue.column ?? fieldOf(issue), issue.code]);
    const group = groups.get(key);
    if (group) group.issues.push(issue);
    else groups.set(key, { first: issue, issues: [issue] });
  }
  return [...groups.values()];
}

const listOf = (issue: Issue): string => /^\w*/.exec(issue.path)![0];
const fieldOf = (issue: Issue): string => /\.(\w+)/.exec(issue.path)?.[1] ?? '';

/** Longest text of what is allowed: the task catalogue alone would fill a screen. */
const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

function placeName(issue: Issue): string {
  if (issue.row !== undefined) return `row ${issue.row}`;
  return issue.path === '' ? 'file' : issue.path;
}

function groupLines({ first, issues }: Group): string[] {
  const where = [first.sheet ?? listOf(first), first.column ?? fieldOf(first)].filter((part) => part !== '').join(' · ');
  const sameMessage = issues.every((issue) => issue.message === first.message);
  const head = `${where === '' ? 'file' : where} — ${first.code}${issues.length > 1 ? ` (${issues.length})` : ''}`;
  const rows = issues.slice(0, ROWS).map((issue) => {
    const value = issue.value === undefined ? '' : `: ${issue.value}`;
    return `    ${placeName(issue)}${value}${sameMessage ? '' : `  ${issue.message}`}`;
  });
  const more = issues.length > ROWS ? [`    … and ${issues.length - ROWS} more`] : [];
  return [head, `  allowed: ${shortened(first.allowed)}`, ...(sameMessage ? [`  ${first.message}`] : []), ...rows, ...more];
}

/** Issues for people: grouped by sheet, column and code, long groups cut, every one counted. */
export function issueReport(issues: readonly Issue[]): string {
  const groups = groupsOf(issues);
  const lines = groups.slice(0, GROUPS).flatMap((group) => [...groupLines(group), '']);
  const left = groups.slice(GROUPS).reduce((sum, group) => sum + group.issues.length, 0);
  return [
    ...lines,
    ...(left > 0 ? [`… and ${left} issues in ${groups.length - GROUPS} more groups; --json lists all`, ''] : []),
  ].join('\n');
}

const HEADS = ['created', 'changed', 'unchanged'] as const;

/** Rows by sheet, what happened to them, and the sums. */
export function countTable(counts: Readonly<Record<string, ImportCounts>>): string {
  const total = { created: 0, changed: 0, unchanged: 0 };
  const rows = Object.entries(counts)
    .filter(([, count]) => HEADS.some((head) => count[head] > 0))
    .map(([sheet, count]) => {
      for (const head of HEADS) total[head] += count[head];
      return [sheet, ...HEADS.map((head) => String(count[head]))];
    });
  const lines = [['sheet', ...HEADS], ...rows, ['total', ...HEADS.map((head) => String(total[head]))]];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '))
    .join('\n');
}
