import { describe, expect, it } from '@jest/globals';
import { choose, named } from './choose.js';
import { loggedRun } from './testing/logged-run.js';

const KNOWN = [
  'hhcrsp/mankowska',
  'hhcrsp/kummer',
  'uhhc/bazirha',
  'uhhc/bazirha-caie',
  'uhhc/converted-kummer',
  'vrptw/solomon100',
  'vrptw/gh200',
];

describe('named', () => {
  it.each([
    ['hhcrsp', ['hhcrsp/mankowska', 'hhcrsp/kummer']],
    ['kummer', ['hhcrsp/kummer']],
    ['uhhc/bazirha', ['uhhc/bazirha']],
    ['uhhc-bazirha', ['uhhc/bazirha']],
    ['uhhc-caie', ['uhhc/bazirha-caie']],
    ['solomon', ['vrptw/solomon100']],
    ['converted', ['uhhc/converted-kummer']],
    ['gh', ['vrptw/gh200']],
    ['nothing', []],
  ])('%s', (name, families) => {
    expect(named(KNOWN, name)).toEqual(families);
  });
});

describe('choose', () => {
  const instance = (family: string, size: number) => ({ ...loggedRun('x', 1).instance, family, name: `${family}/${size}`, size });
  const all = [...[30, 10, 50, 20, 40].map((size) => instance('a', size)), instance('b', 5)];
  const names = (choice: Parameters<typeof choose>[1]): string[] => choose(all, choice).map(({ name }) => name);

  it('takes all in the order of the folder', () => {
    expect(names({})).toEqual(['a/30', 'a/10', 'a/50', 'a/20', 'a/40', 'b/5']);
  });

  it('takes families in the order asked for, each once', () => {
    expect(names({ families: ['b', 'a', 'hhcrsp'] }).slice(0, 2)).toEqual(['b/5', 'a/30']);
    expect(names({ families: ['b', 'a', 'hhcrsp'] })).toHaveLength(6);
  });

  it('spreads a limit over the sizes', () => {
    expect(names({ limit: 2 })).toEqual(['a/20', 'a/40', 'b/5']);
    expect(names({ limit: 1 })).toEqual(['a/30', 'b/5']);
  });
});
