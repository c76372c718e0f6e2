import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const program = fileURLToPath(new URL('main.js', import.meta.url));
const fixtures = fileURLToPath(new URL('../../../../test/fixtures/instances/', import.meta.url));
const instances = [
  ['hhcrsp', 'hhcrsp/mankowska/InstanzCPLEX_HCSRP_10_1.json.gz', 10],
  ['uhhc', 'uhhc/validation/i-116.json.gz', 10],
  ['vrptw', 'vrptw/solomon100/C101.txt.gz', 100],
  ['apgaita', 'apgaita/own/two-carers.json', 4],
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apgaita-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function apgaita(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function solve(format: string, input: string, output: string, ...more: readonly string[]) {
  return apgaita('solve', '--format', format, '--input', join(fixtures, input), '--output', join(folder, output), ...more);
}

describe('apgaita solve', () => {
  it.each(instances)(
    'answers %s %s with one line, and a solution the checker finds at the same cost',
    (format, input, visits) => {
      const { status, out } = solve(format, input, `${format}.solution`, '--iterations', '300', '--seed', '5', '--threads', '1');
      expect(status).toBe(0);
      expect(out.endsWith('\n') && out.trim().split('\n')).toHaveLength(1);
      const line = JSON.parse(out) as Record<string, number>;
      expect(line).toMatchObject({ format, feasible: true, seed: 5, threads: 1, iterations: 300 });
      expect(line['served'] + line['unserved']).toBe(visits);

      const judged = apgaita(
        'check',
        '--format',
        format,
        '--input',
        join(fixtures, input),
        '--solution',
        join(folder, `${format}.solution`),
      );
      expect(judged.status).toBe(0);
      const { cost, parts, served, unserved } = line;
      expect(JSON.parse(judged.out)).toEqual({ feasible: true, cost, parts, served, unserved, violations: [] });
    },
  );

  it.each(['1', '2'])('repeats itself with the same seed and iterations on %s threads', (threads) => {
    const [, [format, input]] = instances;
    const run = (output: string): string => {
      solve(format, input, output, '--iterations', '300', '--seed', '3', '--threads', threads);
      return readFileSync(join(folder, output), 'utf8');
    };
    expect(run('first.json')).toBe(run('second.json'));
  });

  it('writes progress as lines of JSON', () => {
    const [, [format, input]] = instances;
    const progress = join(folder, 'progress.jsonl');
    expect(solve(format, input, 'watched.json', '--seconds', '1', '--threads', '1', '--progress', progress).status).toBe(0);
    const lines = readFileSync(progress, 'utf8').trim().split('\n');
    const [first, ...later] = lines.map((line) => JSON.parse(line) as { seconds: number; cost: number; memoryMb: number });
    expect(Object.keys(first)).toEqual(['seconds', 'iterations', 'cost', 'served', 'memoryMb']);
    for (const { cost } of later) expect(cost).toBeLessThanOrEqual(first.cost);
  });

  it.each<readonly [string, readonly string[], string]>([
    ['a file that is not there', ['--input', 'nowhere.json'], 'nowhere.json: cannot be read (ENOENT)'],
    ['a folder that is not there', ['--output', 'nowhere/plan.json'], 'nowhere/plan.json: cannot be written (ENOENT)'],
    ['an output that is a folder', ['--output', fixtures], 'cannot be written (EISDIR)'],
    ['a format that is none', ['--format', 'tsp'], 'Allowed choices are'],
    ['no time at all', ['--seconds', '0'], 'Give a number above 0'],
    ['half a thread', ['--threads', '0.5'], 'Give a whole number from 1 to 64'],
    ['an unknown option', ['--fast'], "unknown option '--fast'"],
  ])('exits 2 for %s', (_name, args, message) => {
    const sound = [
      '--format',
      'apgaita',
      '--input',
      join(fixtures, 'apgaita/own/two-carers.json'),
      '--output',
      join(folder, 'x'),
    ];
    const { status, out, err } = apgaita('solve', ...sound, ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('lists every issue of a bad problem', () => {
    const problem = JSON.parse(readFileSync(join(fixtures, 'apgaita/own/two-carers.json'), 'utf8')) as {
      horizonEnd: number | string;
      visits: { place: number }[];
    };
    problem.horizonEnd = 'late';
    problem.visits[0].place = 9;
    writeFileSync(join(folder, 'bad.json'), JSON.stringify(problem));
    const { status, err } = apgaita(
      'solve',
      '--format',
      'apgaita',
      '--input',
      join(folder, 'bad.json'),
      '--output',
      join(folder, 'x'),
    );
    expect(status).toBe(2);
    expect(err).toContain('horizonEnd: wrong_type, found late');
    expect(err).toContain('visits[0].place: out_of_range, found 9, allowed: a whole number from 0 to 3');
  });
});

describe('apgaita check', () => {
  const input = join(fixtures, 'apgaita/own/two-carers.json');
  const check = (solution: string) => apgaita('check', '--format', 'apgaita', '--input', input, '--solution', solution);

  it('exits 1 for a plan that breaks a rule, whatever cost it claims', () => {
    const solution = readFileSync(join(fixtures, 'apgaita/own/two-carers.sol.json'), 'utf8');
    writeFileSync(join(folder, 'broken.json'), solution.replace('"unserved":["v4"]', '"unserved":[]').replace('21899', '1'));
    const { status, out } = check(join(folder, 'broken.json'));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      feasible: false,
      cost: 21_899,
      violations: [{ code: 'visit_missing', visit: 'v4' }],
    });
  });

  it('exits 2 for a solution that is none', () => {
    writeFileSync(join(folder, 'none.json'), '{"routes": 3}');
    const { status, err } = check(join(folder, 'none.json'));
    expect(status).toBe(2);
    expect(err).toContain('routes: wrong_type, found 3');
    expect(err).toContain('unserved: missing');
  });
});

describe('apgaita explain', () => {
  it('says what a plan costs, by whom, and why visits are left out', () => {
    const files = [
      '--input',
      join(fixtures, 'uhhc/validation/i-116.json.gz'),
      '--solution',
      join(fixtures, 'uhhc/validation/i-116.cp.json.gz'),
    ];
    const { status, out } = apgaita('explain', '--format', 'uhhc', ...files);
    expect(status).toBe(0);
    expect(out).toContain('8 of 10 visits served on 4 routes, cost 17117, no rule broken.');
    expect(out).toMatch(/\| max_idle_time +\| +12240 \| +71\.5 % \|/);
    expect(out).toMatch(/\| c4 +\| +3 \| +180 \| +428 \| +143 \| +75 \| +0 \| +0 \|/);
    expect(out).toContain('- p9: COSTS_MORE: the cheapest place changes the cost by 3162\n');
    // Left out because it does not pay: the one who could come is told apart from those who never could.
    expect(out).toContain(
      '- p9: 3 of 4 candidates impossible\n  - dearer: c1 +3162\n  - impossible (skill_missing): c3, c4, c2\n',
    );
    expect(out).toMatch(/ {2}- remedy: rearrange visit p9; cost \d+\n/);
    expect(out).toContain('  - remedy: add_shift visit p9 part s1 from 420 to 450; cost -200');
  });
});

describe('apgaita', () => {
  it.each(['--help', 'solve --help', 'check --help', 'explain --help', 'bench --help', 'import --help'])(
    '%s helps and exits 0',
    (args) => {
      const { status, out } = apgaita(...args.split(' '));
      expect(status).toBe(0);
      expect(out).toContain('Usage: apgaita');
    },
  );

  it('exits 2 for an unknown command', () => {
    expect(apgaita('frobnicate').status).toBe(2);
  });

  it('measures families in the order asked for, and resumes from its log', () => {
    const log = join(folder, 'runs.jsonl');
    const which = ['--families', 'own,hhcrsp/kummer', '--limit', '1', '--seconds', '0.1', '--threads', '1'];
    const first = apgaita('bench', ...which, '--log', log);
    expect(first.status).toBe(0);
    expect(first.err).toMatch(/1\/2 own\/two-carers 0\.1 s seed 1: cost \d+, gap – %, \d of 4 visits served/);
    expect(first.err).toMatch(/2\/2 kummer\/HHCRSP_50_10_97_0\.8_C_RC 0\.1 s seed 1: cost [\d.]+, gap [\d.]+ %/);
    expect(
      first.out
        .trim()
        .split('\n')
        .filter((line) => /^\| (?:own|kummer) /.test(line)),
    ).toHaveLength(2);
    expect(readFileSync(log, 'utf8').trim().split('\n')).toHaveLength(2);

    const again = apgaita('bench', ...which, '--log', log, '--resume');
    expect(again.err.match(/measured before/g)).toHaveLength(2);
    expect(again.out).toBe(first.out);
  });

  it.each([
    ['families nobody knows', ['--families', 'nonesuch'], 'No instance was chosen'],
    ['a folder without a list', ['--instances', tmpdir()], 'best_known.json'],
    ['nothing to compare with', ['--compare', 'nowhere.json'], 'nowhere.json'],
  ])('exits 2 for a bench of %s', (_name, args, message) => {
    const { status, out, err } = apgaita('bench', ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
