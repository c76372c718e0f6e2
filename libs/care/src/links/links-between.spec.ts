import { describe, expect, it } from '@jest/globals';
import type { Visit, VisitLink } from '../model.js';
import { ruleBook } from '../rules/rule-book.js';
import { linksBetween, type VisitLinks } from './links-between.js';
import { visit } from './visits.fixture.js';

const DAY = [7, 20] as const;
const linksOf = (visits: readonly Visit[], flags = ''): VisitLinks => linksBetween(visits, () => flags.split(' '));
const only = (visits: readonly Visit[], flags = ''): VisitLink => {
  const { links } = linksOf(visits, flags);
  expect(links).toHaveLength(1);
  return links[0];
};
/** Gaps in minutes, `from..to cost`; a bound a second beside the minute is written with `+` or `-`. */
const gaps = (link: VisitLink): string =>
  link.gaps.map(({ min, max, cost }) => `${minutes(min)}..${minutes(max)}${cost > 0 ? ` ${cost}` : ''}`).join(', ');
const minutes = (seconds: number | null): string => {
  if (seconds === null) return '';
  const nearest = Math.round(seconds / 60);
  return `${nearest}${seconds > nearest * 60 ? '+' : seconds < nearest * 60 ? '-' : ''}`;
};
const issues = ({ issues }: VisitLinks): string[] =>
  issues.map(({ kind, rule, visits }) => `${kind} ${rule} ${visits.join(' ')}`);

describe('a link between two visits', () => {
  it('bath and linen by the carer, a pressure ulcer by the nurse: the nurse comes as the bath ends', () => {
    expect(linksOf([visit('carer', 'BATH LINEN', 60, DAY), visit('nurse', 'PULCER', 30, DAY)])).toMatchObject({
      links: [
        {
          before: 'carer',
          after: 'nurse',
          effect: 'parted',
          gaps: [
            { min: 2700, max: 3300, cost: 0 },
            { min: 3301, max: 6300, cost: 1800 },
          ],
          served: 'beforeNeedsAfter',
          rules: ['BATH-PULCER-conflict', 'BATH-PULCER-requires_after', 'PULCER-LINEN-should_overlap'],
        },
      ],
      issues: [],
    });
  });

  it('a bath and a wound whose dressing is not waterproof: care of the wound within an hour after the bath', () => {
    const link = only([visit('nurse', 'WOUND', 30, DAY), visit('carer', 'BATH', 45, DAY)]);
    expect([link.before, link.after, gaps(link), link.served]).toEqual(['carer', 'nurse', '45..105', 'beforeNeedsAfter']);
  });

  it('a waterproof dressing: either first, never at once', () => {
    const link = only([visit('nurse', 'WOUND', 30, DAY), visit('carer', 'BATH', 45, DAY)], 'waterproof_dressing');
    expect([link.before, gaps(link), link.served, link.rules]).toEqual([
      'carer',
      '..-30, 45..',
      'ifBoth',
      ['BATH-WOUND-conflict'],
    ]);
  });

  it.each([
    ['two at the body', 'FEED', 25, 'GROOM', 12, '', 'ordered', '..-12 900, 25..85, 85+.. 900'],
    ['no rule of their own', 'DRESS', 12, 'GROOM', 12, '', 'parted', '..-12, 12..'],
    ['insulin, then a meal at once', 'INSULIN', 12, 'FEED', 25, 'insulin_rapid', 'ordered', '12..27'],
    ['insulin, then a meal in half an hour', 'INSULIN', 12, 'FEED', 25, 'insulin_regular', 'ordered', '27..57'],
    ['insulin and a meal, kind unknown', 'INSULIN', 12, 'FEED', 25, '', 'parted', '..-25, 12..'],
    ['blood before breakfast', 'SAMPLE', 12, 'FEED', 25, 'fasting', 'ordered', '12..102'],
    ['after tube feeding a bath waits', 'ENTERAL', 35, 'BATH', 45, '', 'parted', '..-45, 95..'],
    ['tube feedings three to six hours apart', 'ENTERAL', 35, 'ENTERAL', 35, '', 'parted', '-395..-215, 215..395'],
    ['sessions with a rest between', 'PHYSIO', 45, 'SPEECH', 40, '', 'parted', '..-70, -70+..-40 900, 45..75- 900, 75..'],
    ['two workers turn the client', 'PULCER', 30, 'POSITION', 10, 'two_person', 'joined', '-10..10'],
    ['wanted together', 'PULCER', 30, 'POSITION', 10, '', 'joined', '..-10- 1800, -10..10, 10+.. 1800'],
    [
      'cleaning and a sterile procedure',
      'CLEAN',
      45,
      'CATH',
      30,
      '',
      'parted',
      '..-30, -30+..0- 900, 0..45- 1200, 45..75- 300, 75..',
    ],
    ['a stove and oxygen', 'HEAT', 25, 'VENT', 45, 'oxygen', 'parted', '..-45, 25..'],
    ['an errand away from home', 'ESCORT', 120, 'CLEAN', 45, '', 'parted', '..-45, 120..'],
    ['to the laboratory within two hours', 'SAMPLE', 12, 'LABDEL', 15, '', 'ordered', '12..132'],
    ['the surer of two rules that meet', 'VITALS', 8, 'MBATH', 50, '', 'ordered', '8..38'],
  ] as const)('%s: %s %d, %s %d', (_, a, lengthA, b, lengthB, flags, effect, expected) => {
    const link = only([visit('a', a, lengthA, DAY), visit('b', b, lengthB, DAY)], flags);
    expect([link.before, link.after]).toEqual(['a', 'b']);
    expect([link.effect, gaps(link)]).toEqual([effect, expected]);
  });

  it.each([
    ['tasks beside each other', 'CLEAN', 'BATH', ''],
    ['linen while the client bathes', 'LINEN', 'BATH', ''],
    ['a stove without oxygen', 'HEAT', 'VENT', ''],
  ])('%s need no link', (_, a, b, flags) => {
    expect(linksOf([visit('a', a, 45, DAY), visit('b', b, 45, DAY)], flags)).toMatchObject({ links: [], issues: [] });
  });

  it('counts tasks from where they are in the visit', () => {
    const carer = visit('carer', 'COOK INSULIN', 42, DAY);
    expect(gaps(only([carer, visit('b', 'FEED', 25, DAY)], 'insulin_rapid'))).toBe('42..57');
  });

  it('leaves a rule switched off out', () => {
    const visits = [visit('a', 'BATH', 45, DAY), visit('b', 'WOUND', 30, DAY)];
    const off = ['BATH-WOUND-conflict', 'BATH-WOUND-requires_after', 'WOUND-BATH-forbid_order'];
    expect(
      linksBetween(
        visits,
        () => [],
        () => ruleBook({ off: off.slice(1) }),
      ).links[0]?.rules,
    ).toEqual(['BATH-WOUND-conflict']);
    expect(
      linksBetween(
        visits,
        () => [],
        () => ruleBook({ off }),
      ).links[0]?.rules,
    ).toEqual(['BATH-WOUND-separate']);
    expect(
      linksBetween(
        visits,
        () => [],
        () => ruleBook({ off: [...off, 'BATH-WOUND-separate'] }),
      ).links,
    ).toEqual([]);
  });

  it('binds only visits of one client on one day', () => {
    const bath = visit('a', 'BATH', 45, DAY);
    const others = [
      { ...visit('b', 'WOUND', 30, DAY), clientId: 'D' },
      { ...visit('c', 'WOUND', 30, DAY), date: '2026-11-25' },
    ];
    expect(linksOf([bath, ...others])).toMatchObject({ links: [], issues: [] });
    expect(linksOf([bath, ...others, visit('d', 'WOUND', 30, DAY)]).links.map((link) => link.after)).toEqual(['d']);
  });
});

describe('windows', () => {
  it('that keep the rules anyway need no link', () => {
    expect(linksOf([visit('a', 'DRESS', 12, [7, 9]), visit('b', 'GROOM', 12, [10, 12])]).links).toEqual([]);
    expect(linksOf([visit('a', 'DRESS', 12, [7, 9]), visit('b', 'GROOM', 12, [9, 12])]).links).toHaveLength(1);
  });

  it('never drop a link that says who is needed', () => {
    const link = only([visit('a', 'BATH', 45, [8, 8]), visit('b', 'WOUND', 30, [9, 9.5])]);
    expect([gaps(link), link.served]).toEqual(['45..105', 'beforeNeedsAfter']);
  });

  it('that cannot meet let an order be: people must mend them', () => {
    expect(issues(linksOf([visit('a', 'INSULIN', 12, [7, 8]), visit('b', 'FEED', 25, [17, 18])], 'insulin_rapid'))).toEqual([
      'unreachable INSULIN-FEED-precede-insulin_rapid a b',
    ]);
    const { links } = linksOf([visit('a', 'PULCER', 30, [9, 10]), visit('b', 'POSITION', 10, [17, 18])], 'two_person');
    expect(links).toEqual([]);
  });

  it('that make a bath impossible leave it out, since it needs the dressing after it', () => {
    const found = linksOf([visit('a', 'BATH', 45, [8, 9]), visit('b', 'WOUND', 30, [14, 16])]);
    expect(found.links[0]).toMatchObject({ gaps: [{ min: 2700, max: 6300, cost: 0 }], served: 'beforeNeedsAfter' });
    expect(issues(found)).toEqual(['impossible BATH-WOUND-conflict a b']);
  });

  it('of two kinds are looked at together', () => {
    const morningOrEvening = {
      windows: [...visit('b', 'GROOM', 12, [7, 8]).windows, ...visit('b', 'GROOM', 12, [18, 19]).windows],
    };
    const noon = visit('a', 'DRESS', 12, [12, 13]);
    expect(linksOf([noon, visit('b', 'GROOM', 12, [7, 19])]).links).toHaveLength(1);
    expect(linksOf([noon, { ...visit('b', 'GROOM', 12, [7, 19]), ...morningOrEvening }]).links).toEqual([]);
  });

  it('that force an overlap leave one of the two unserved', () => {
    const found = linksOf([visit('a', 'DRESS', 40, [8, 8]), visit('b', 'GROOM', 40, [8.25, 8.25])]);
    expect(found.links[0]?.served).toBe('ifBoth');
    expect(issues(found)).toEqual(['impossible GROOM-DRESS-separate b a']);
  });

  it('that break a wish whatever happens are reported without a link', () => {
    const found = linksOf([visit('a', 'CLEAN', 45, [8, 8]), visit('b', 'CATH', 30, [9, 9])]);
    expect([found.links, issues(found)]).toEqual([[], ['unavoidable CLEAN-CATH-min_gap a b']]);
  });
});

describe('the visits of a whole day', () => {
  const three = (code: string, minutes: number, at: readonly number[]): Visit[] =>
    at.map((hour, i) => ({ ...visit(`${code}${i}`, code, minutes, [hour, hour + 1]), patternId: code, ordinal: i }));
  const pairs = (links: readonly VisitLink[], kind: string): string[] =>
    links.filter((link) => link.rules.some((rule) => rule.includes(kind))).map((link) => `${link.before} ${link.after}`);

  it('pairs each insulin with the meal that fits it', () => {
    const { links, issues } = linksOf([...three('INSULIN', 12, [7, 12, 18]), ...three('FEED', 25, [7, 12, 18])], 'insulin_rapid');
    expect(pairs(links, 'INSULIN-FEED-precede')).toEqual(['INSULIN0 FEED0', 'INSULIN1 FEED1', 'INSULIN2 FEED2']);
    expect(issues).toEqual([]);
  });

  it('binds as many pairs as both tasks have visits', () => {
    const { links, issues } = linksOf(
      [...three('POSITION', 10, [7, 11, 15, 19]), visit('n', 'PULCER', 30, [9, 12])],
      'two_person',
    );
    expect(pairs(links, 'must_overlap')).toEqual(['n POSITION1']);
    expect(issues.map((issue) => issue.kind)).toEqual([]);
  });

  it('a visit that has both tasks settles them inside', () => {
    const { links } = linksOf([visit('a', 'BATH DRESS', 57, [8, 9]), visit('b', 'DRESS', 12, [8, 20])]);
    expect(links.map((link) => link.rules)).toEqual([['BATH-DRESS-separate', 'DRESS-DRESS-separate']]);
  });

  it('a need binds every visit that has it', () => {
    const baths = [visit('a', 'BATH', 45, [8, 9]), visit('b', 'MBATH', 50, [12, 13])];
    const { links, issues } = linksOf([...baths, visit('w', 'WOUND', 30, [9, 14])]);
    expect(links.map((link) => `${link.before} ${link.after} ${link.served}`)).toEqual([
      'a w beforeNeedsAfter',
      'b w beforeNeedsAfter',
    ]);
    expect(issues.map((issue) => `${issue.kind} ${issue.rule}`)).toEqual(['sameDay MBATH-BATH-exclude_same_day']);
  });

  it('the longest pause binds neighbours only', () => {
    const meals = (
      [
        [7, 11],
        [11, 15],
        [15, 19],
      ] as const
    ).map((window, i) => visit(`m${i}`, 'FEED', 25, window));
    const { links } = linksOf(meals);
    expect(links.map((link) => `${link.before} ${link.after} ${gaps(link)}`)).toEqual([
      'm0 m1 ..-385- 900, -385..-205, -205+..-25 900, 25..205- 900, 205..385, 385+.. 900',
      'm1 m2 ..-385- 900, -385..-205, -205+..-25 900, 25..205- 900, 205..385, 385+.. 900',
    ]);
  });

  it('two single workers of different patterns do one task together, both or neither', () => {
    const link = only([visit('a', 'TRANSFER', 10, [8, 9]), visit('b', 'TRANSFER', 10, [8, 9])], 'two_person');
    expect([link.effect, gaps(link), link.served]).toEqual(['joined', '-10..10', 'together']);
  });

  it.each([
    ['repeats of one pattern', { patternId: 'P' }, { patternId: 'P' }],
    ['visits that bring two workers', { staffCount: 2 }, { staffCount: 2 }],
  ])('%s are not such a pair', (_, a, b) => {
    const link = only(
      [
        { ...visit('a', 'TRANSFER', 10, [8, 9]), ...a },
        { ...visit('b', 'TRANSFER', 10, [8, 9]), ...b },
      ],
      'two_person',
    );
    expect([link.effect, link.served]).toEqual(['parted', 'ifBoth']);
  });

  it('sets the less sure of two rules aside when no start keeps both', () => {
    const found = linksOf([visit('a', 'POSITION GROOM', 20, DAY), visit('b', 'PULCER', 30, DAY)], 'two_person');
    expect(gaps(found.links[0])).toBe('-10..10');
    expect(issues(found)).toEqual(['setAside GROOM-PULCER-separate a b']);
  });

  it('reports two baths of one day and gives no link for it', () => {
    const found = linksOf([visit('a', 'BATH', 45, [8, 10]), visit('b', 'MBATH', 50, [11, 13])]);
    expect([found.links, issues(found)]).toEqual([[], ['sameDay MBATH-BATH-exclude_same_day b a']]);
  });
});
