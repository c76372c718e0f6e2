import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleBook } from '../rules/rule-book.js';
import { TASKS } from '../tasks/task-data.js';
import { orderTasks } from './task-order.js';
import { taskRuns } from './task-runs.js';

describe('the order of tasks inside a visit', () => {
  it.each([
    ['as given where no rule speaks', 'CLEAN GROOM MEDSUP', '', 'CLEAN GROOM MEDSUP'],
    ['bath before dressing', 'DRESS BATH', '', 'BATH DRESS'],
    ['in and out of bed, bath, linen', 'LINEN BATH TRANSFER', '', 'TRANSFER BATH LINEN'],
    ['a whole morning', 'FEED DRESS COOK BEDBATH INCONT', '', 'COOK BEDBATH DRESS FEED INCONT'],
    ['glucose, insulin', 'INSULIN VITALS', '', 'VITALS INSULIN'],
    ['bath before the wound', 'WOUND BATH', '', 'BATH WOUND'],
    ['a waterproof dressing leaves it open', 'WOUND BATH', 'waterproof_dressing', 'WOUND BATH'],
    ['medicine with food', 'MEDSUP FEED', 'with_food', 'FEED MEDSUP'],
    ['medicine before food', 'FEED MEDSUP', 'before_food', 'MEDSUP FEED'],
    ['what waits after tube feeding goes before it', 'ENTERAL BATH', '', 'BATH ENTERAL'],
    ['the surer rule wins round a circle', 'PHYSIO BATH DRESS', '', 'BATH DRESS PHYSIO'],
    ['what must follow soon follows at once', 'BATH LINEN CLEAN DRESS', '', 'BATH DRESS LINEN CLEAN'],
    ['a single task', 'BATH', '', 'BATH'],
  ])('%s', (_, given, flags, expected) => {
    expect(orderTasks(given.split(' '), { flags: flags.split(' ') }).join(' ')).toBe(expected);
  });

  it.each([
    ['a host’s linen comes last', 'LINEN CLEAN BATH DRESS', 'PULCER', 'CLEAN BATH DRESS LINEN'],
    ['a visitor’s ulcer comes first', 'WOUND PULCER', 'LINEN', 'PULCER WOUND'],
    ['no such visit', 'LINEN CLEAN BATH DRESS', 'WOUND', 'CLEAN BATH DRESS LINEN'],
    ['nothing elsewhere', 'POSITION GROOM', '', 'POSITION GROOM'],
    ['a nurse elsewhere', 'POSITION GROOM', 'PULCER', 'GROOM POSITION'],
  ])('%s', (_, given, elsewhere, expected) => {
    expect(orderTasks(given.split(' '), { elsewhere: elsewhere.split(' ') }).join(' ')).toBe(expected);
  });

  it('keeps every hard order, loses no task, and is settled after one pass', () => {
    const codes = fc.uniqueArray(fc.constantFrom(...TASKS.map((task) => task.code)), { minLength: 1, maxLength: 8 });
    const flags = fc.subarray(['waterproof_dressing', 'insulin_rapid', 'fasting', 'with_food', 'needs_flat']);
    fc.assert(
      fc.property(codes, flags, codes, (tasks, set, elsewhere) => {
        const ordered = orderTasks(tasks, { flags: set, elsewhere });
        expect([...ordered].sort()).toEqual([...tasks].sort());
        expect(orderTasks(ordered, { flags: set, elsewhere })).toEqual(ordered);
        for (const rule of ruleBook().rules.filter((r) => r.severity === 'hard' && r.kind === 'precede' && r.condition === '')) {
          const [a, b] = [ordered.indexOf(rule.a), ordered.indexOf(rule.b)];
          if (a >= 0 && b >= 0) expect([rule.id, a < b]).toEqual([rule.id, true]);
        }
      }),
    );
  });
});

describe('when tasks run', () => {
  it.each([
    ['typical length', 'BATH LINEN', 60, [0, 2700, 3600]],
    ['stretched', 'BATH LINEN', 80, [0, 3600, 4800]],
    ['squeezed to whole seconds', 'DRESS FEED MEDSUP', 40, [0, 640, 1973, 2400]],
    ['one task', 'CLEAN', 45, [0, 2700]],
  ])('%s', (_, tasks, minutes, ends) => {
    const runs = taskRuns({ tasks: tasks.split(' '), durationSeconds: minutes * 60 });
    expect([0, ...runs.map((run) => run.end)]).toEqual(ends);
    expect(runs.map((run) => run.start)).toEqual(ends.slice(0, -1));
  });
});
