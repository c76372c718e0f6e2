import type { BenchResults } from './results-file.js';
import type { BenchRow } from './rows.js';
import { curveTable, familyTable, growthTable, HELD_UP_MARK, memoryTable, sizeTable } from './tables.js';

const BEGIN = '<!-- bench: what follows is written by `npm run bench -- --write`; the text around it is kept -->';
const END = '<!-- bench: end -->';

/** What a reader must know before comparing a family's figures with others'. */
const NOTES: Readonly<Record<string, string>> = {
  'hhcrsp/mankowska':
    'mankowska: best known costs are recomputed from the published solution files of Ceschia et al. (ITOR 2024); only the smallest are proved optimal.',
  'hhcrsp/italian':
    'italian: windows are whole minutes (the published files carry float noise in them), the rule under which the published costs were obtained.',
  'uhhc/validation':
    "uhhc validation, bazirha, bazirha-caie: weights from the file; best known is the better of the authors' simulated annealing and CP-SAT, proved optimal only where CP-SAT says so.",
  'uhhc/small':
    'uhhc small, mixed: nobody has published a cost. Some of the small ones have no plan without a broken rule: a patient who must be visited has a window that ends before anybody able works.',
  'uhhc/converted-mankowska':
    'uhhc converted-…: the same instances as in their own families, at three times the cost; best known is taken from there.',
  'vrptw/solomon100':
    'solomon100, gh200, gh400, gh1000: distances truncated to one decimal and summed, number of vehicles free (the DIMACS convention); not comparable with tables that minimise vehicles first.',
  'apgaita/riga':
    "riga: the demo provider riga-400, Monday 23.11.2026 and the week from it; nobody else has solved it. The gap is to this engine's own best search of ten minutes or more, and stays empty until there is one.",
  'apgaita/growth':
    'growth: made-up weeks of home care in a city that grows with them, so that a visit would cost the same at every size; cost a visit leaves out the price of visits not served. In the smallest teams nobody works at the hour of a few visits.',
};

/** The measured part of docs/benchmarks.md; `picture` is where the curves are drawn. */
export function report(results: BenchResults, picture: string): string {
  const sets = setsOf(results.rows);
  const setOf = (row: BenchRow): string => String.fromCharCode(97 + (sets.findIndex((set) => sameSet(set, row)) % 26));
  const open = results.rows.filter(({ family }) => !family.startsWith('apgaita/'));
  const own = results.rows.filter(({ family }) => family.startsWith('apgaita/'));
  const long = results.rows.filter(({ seconds, moments }) => seconds >= 30 && moments.length > 2);
  const curves = long.filter(({ moments }) => moments.some(({ gap }) => gap !== null));
  const parts = [
    'Gap: percent above the best known cost, negative is better. An instance counts with the mean of its seeds; worst is the worst instance. Below, at: instances whose mean is below or equal to best known; new best: some seed is below. Broken: plans in which the independent checker finds a broken rule; their instances have no gap. Served: share of the visits. Places: insertion places priced. MB: most memory of the whole process.',
    open.length > 0 && `### By family\n\n${familyTable(open)}`,
    open.length > 0 && `### By family and size\n\n${sizeTable(open, setOf)}`,
    own.length > 0 && `### Problems of our own\n\n${growthTable(own, setOf)}`,
    curves.length > 0 &&
      `### While one search runs\n\nMean gap in percent after some seconds of one search. Annealing is planned for the whole time: a search of 10 s is better after 10 s than one of 60 s.\n\n${curveTable(curves)}\n\n![Mean gap over time](${picture})`,
    long.length > 0 && `### Memory over time\n\n${memoryTable(long)}`,
    `### Notes\n\n${[...setLines(sets, setOf), ...notes(results.rows)].map((line) => `- ${line}`).join('\n')}`,
  ];
  return parts.filter((part) => part !== false).join('\n\n');
}

/** The text with the measured part put between the markers; at the end when it has none. */
export function withReport(text: string, measured: string): string {
  const section = `${BEGIN}\n\n${measured}\n\n${END}`;
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) return `${text.trimEnd()}\n\n## Measured by \`npm run bench\`\n\n${section}\n`;
  return `${text.slice(0, begin)}${section}${text.slice(end + END.length)}`;
}

const sameSet = (a: BenchRow, b: BenchRow): boolean =>
  a.version === b.version && a.machine === b.machine && a.date === b.date && a.seeds.join() === b.seeds.join();

function setsOf(rows: readonly BenchRow[]): BenchRow[] {
  return rows.filter((row, at) => rows.findIndex((other) => sameSet(other, row)) === at);
}

function setLines(sets: readonly BenchRow[], setOf: (row: BenchRow) => string): string[] {
  return sets.map((set) => {
    const seeds = `seed${set.seeds.length > 1 ? 's' : ''} ${set.seeds.join(', ')}`;
    return `set ${setOf(set)}: ${set.date}, version ${set.version}, ${seeds}; ${set.machine}`;
  });
}

function notes(rows: readonly BenchRow[]): string[] {
  const known = Object.entries(NOTES).filter(([family]) => rows.some((row) => row.family === family));
  const held = rows.filter(({ processor }) => processor < 0.9);
  if (held.length === 0) return known.map(([, note]) => note);
  const shares = held.map(({ processor }) => Math.round(100 * processor));
  const loads = held.flatMap(({ load }) => load);
  const got = `${Math.min(...shares)} to ${Math.max(...shares)} %`;
  return [
    `${HELD_UP_MARK} measured while the machine did other work (load average up to ${Math.max(...loads).toFixed(0)}): these searches got ${got} of the processor time they asked for, and would do better on a quiet machine.`,
    ...known.map(([, note]) => note),
  ];
}
